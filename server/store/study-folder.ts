import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Layer } from '../../core/model/layer.ts'
import { readStudy } from '../../core/model/read-study.ts'
import type { Study } from '../../core/model/study.ts'
import { isUnfinished, writeFileAtomically } from './atomic-write.ts'
import { readOriginals, sweepOriginals } from './originals.ts'
import { sourcedWhereSound } from './sourced-study.ts'
import type { StudyFile } from './store.ts'

/** The study of a folder with a `study.json`, its classes by who names them; `null` where there is none. */
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
    const study = readStudy(id, JSON.parse(text))
    return study.ok ? done(await sourcedWhereSound(folder, study.value)) : study
  } catch (error) {
    return refused(problem('study-unreadable', { id, reason: (error as Error).message }))
  }
}

/** The content of `study.json`. */
export const studyText = (study: Study): string => `${JSON.stringify(study, null, 2)}\n`

/** The files of a study beside its `study.json`: its layers' features, and the originals they were loaded from. */
export async function studyFiles(folder: string, study: Study): Promise<StudyFile[]> {
  const names = [...new Set(study.layers.map(({ file }) => file))]
  const originals = new Set<string>()
  for (const sha256 of new Set(study.layers.map((layer) => layer.sha256))) {
    const files = await readOriginals(folder, sha256)
    if (files.length > 0) originals.add(`${sha256}.json`)
    for (const { path } of files) originals.add(basename(path))
  }
  names.push(...[...originals].sort().map((name) => `originals/${name}`))
  return names.map((name) => ({ name, path: join(folder, name) }))
}

/** Switches a folder to `study`, with the checksum of each layer's file; the files must be in place already. */
export async function writeStudyFile(folder: string, study: Study): Promise<Study> {
  const layers: Layer[] = []
  for (const layer of study.layers)
    layers.push(
      layer.fileSha256 === undefined ? { ...layer, fileSha256: await sha256Of(join(folder, layer.file)) } : layer,
    )
  const written = { ...study, layers }
  await writeFileAtomically(join(folder, 'study.json'), studyText(written))
  return written
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Removes the layer files and originals that `study` no longer names, and what was left half-written. Whoever has one open keeps it. */
export async function sweepStudyFolder(folder: string, study: Study): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (isUnfinished(name)) await unlink(join(folder, name)).catch(() => undefined)
  }
  const named = new Set(study.layers.map((layer) => basename(layer.file)))
  for (const name of await readdir(join(folder, 'layers')).catch(() => [])) {
    if (!named.has(name)) await unlink(join(folder, 'layers', name)).catch(() => undefined)
  }
  await sweepOriginals(folder, new Set(study.layers.map((layer) => layer.sha256)))
}
