import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { idSchema } from '../../core/model/layer-schema.ts'
import { isUnfinished, writeFileAtomically } from './atomic-write.ts'
import { diskProblem } from './disk-problem.ts'
import { makeFolder } from './make-folder.ts'

const abandonedMs = 3_600_000

/** Whether the workspace takes files: `null`, or the code of what the disk says. */
export async function tryWriting(incomingFolder: string): Promise<string | null> {
  const path = join(incomingFolder, `.probe-${randomUUID()}`)
  try {
    await makeFolder(incomingFolder)
    await writeFileAtomically(path, 'Can this be written?')
    await rm(path)
    return null
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    if (diskProblem(error)) return (error as NodeJS.ErrnoException).code ?? 'EIO'
    throw error
  }
}

/** What a crash left half-made, half-written or half-removed, once no process can be busy with it any more. */
export async function sweepAbandoned(workspace: string): Promise<void> {
  const removeOld = async (path: string): Promise<void> => {
    const ageMs = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (ageMs > abandonedMs) await rm(path, { recursive: true, force: true })
  }
  for (const name of await readdir(workspace)) {
    const path = join(workspace, name)
    if (/^\.(new|deleted)-/.test(name)) await removeOld(path)
    if (!idSchema.safeParse(name).success) continue
    for (const file of await readdir(path).catch(() => [])) if (isUnfinished(file)) await removeOld(join(path, file))
  }
}
