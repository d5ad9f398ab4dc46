import { readdir, readFile, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { readStudy } from '../../core/study/read-study.ts'
import type { Study } from '../../core/study/study.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { sweepOriginals } from './originals.ts'

/** The study of a folder with a `study.json`; `null` where there is none. */
export async function readStudyFolder(folder: string, id: string = basename(folder)): Promise<Outcome<Study> | null> {
  let text: string
  try {
    text = await readFile(join(folder, 'study.json'), 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    return refused(problem('study-unreadable', { id, reason: code }))
  }
  try {
    return readStudy(id, JSON.parse(text))
  } catch (error) {
    return refused(problem('study-unreadable', { id, reason: (error as Error).message }))
  }
}

/** Switches a folder to `study`; its layers' files must be in place already. */
export async function writeStudyFile(folder: string, study: Study): Promise<void> {
  await writeFileAtomically(join(folder, 'study.json'), `${JSON.stringify(study, null, 2)}\n`)
}

/** Removes the layer files and originals that `study` no longer names. Whoever has one open keeps it. */
export async function sweepStudyFolder(folder: string, study: Study): Promise<void> {
  const named = new Set(study.layers.map((layer) => basename(layer.file)))
  for (const name of await readdir(join(folder, 'layers')).catch(() => [])) {
    if (!named.has(name)) await unlink(join(folder, 'layers', name)).catch(() => undefined)
  }
  await sweepOriginals(folder, new Set(study.layers.map((layer) => layer.sha256)))
}
