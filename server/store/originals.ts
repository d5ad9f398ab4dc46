import { createHash } from 'node:crypto'
import { readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { diskProblem } from './disk-problem.ts'
import type { OriginalFile } from './store.ts'

/**
 * The files a layer was loaded from are kept as `originals/<sha256>` beside a list `originals/<layer sha256>.json` with
 * the names the user knows them by. A single file and its layer have the same SHA-256; several files loaded together
 * (the parts of a shapefile) have that of their list.
 */
const listSchema = z.array(z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
type OriginalList = z.infer<typeof listSchema>

/** The text of the list, and the SHA-256 that stands in the layer. */
export function listOriginals(files: OriginalList): { text: string; sha256: string } {
  const text = JSON.stringify(files, null, 2)
  const sha256 = files.length === 1 ? files[0]!.sha256 : createHash('sha256').update(text).digest('hex')
  return { text, sha256 }
}

/** Empty where nothing was kept, as in studies that were drawn rather than loaded. A broken list is refused by its name. */
export async function readOriginals(studyFolder: string, id: string, sha256: string): Promise<Outcome<OriginalFile[]>> {
  const list = await readList(studyFolder, sha256)
  if (list === 'broken') return refused(problem('originals-unreadable', { id, file: originalsList(sha256) }))
  return done((list ?? []).map((file) => ({ name: file.name, path: join(studyFolder, 'originals', file.sha256) })))
}

/** The list of the files that a layer was loaded from, inside its study's folder. */
export const originalsList = (sha256: string): string => `originals/${sha256}.json`

/** `null` where there is none. */
async function readList(studyFolder: string, sha256: string): Promise<OriginalList | 'broken' | null> {
  try {
    const text = await readFile(join(studyFolder, originalsList(sha256)), 'utf8')
    return listSchema.parse(JSON.parse(text))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    if (diskProblem(error)) throw error
    return 'broken'
  }
}

/** Removes what no layer of the study was loaded from. */
export async function sweepOriginals(studyFolder: string, layerHashes: ReadonlySet<string>): Promise<void> {
  const folder = join(studyFolder, 'originals')
  const present = await readdir(folder).catch(() => [])
  const kept = new Set<string>()
  for (const sha256 of layerHashes) {
    kept.add(`${sha256}.json`)
    const list = await readList(studyFolder, sha256).catch(() => 'broken' as const)
    // Whose files those are is not known where a list cannot be read.
    if (list === 'broken') return
    for (const file of list ?? []) kept.add(file.sha256)
  }
  for (const name of present) if (!kept.has(name)) await unlink(join(folder, name)).catch(() => undefined)
}
