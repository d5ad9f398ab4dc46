import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { describeProblem, problem } from '../../core/result/problem.ts'
import type { Layer } from '../../core/model/layer.ts'
import { readStudy } from '../../core/model/read-study.ts'
import type { Study } from '../../core/model/study.ts'
import { isUnfinished, writeFileAtomically } from './atomic-write.ts'
import { originalsList, readOriginals, sweepOriginals } from './originals.ts'
import { sourcedWhereSound } from './sourced-study.ts'
import type { StudyFile } from './store.ts'
import { sweepStates, usualHistoryLimits, type HistoryLimits } from './study-history.ts'

/** The study of a folder with a `study.json`, its classes by who names them; `null` where there is none. */
export async function readStudyFolder(folder: string, id: string = basename(folder)): Promise<Outcome<Study> | null> {
  const study = await parseStudyFolder(folder, id)
  return study?.ok ? done(await sourcedWhereSound(folder, study.value)) : study
}

/** The same with its classes as they are written, for which no layer is looked into. */
export async function parseStudyFolder(folder: string, id: string): Promise<Outcome<Study> | null> {
  const path = join(folder, 'study.json')
  let text: string
  let stamp: string
  try {
    stamp = await stampOf(path)
    const before = parsed.get(path)
    if (before?.stamp === stamp && before.id === id) return done(before.study)
    text = await readFile(path, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    return refused(problem('study-unreadable', { id, reason: code }))
  }
  try {
    const study = readStudy(id, JSON.parse(text))
    if (study.ok && (await stampOf(path).catch(() => null)) === stamp) keep(path, { id, stamp, study: study.value })
    return study
  } catch (error) {
    return refused(problem('study-unreadable', { id, reason: (error as Error).message }))
  }
}

type Parsed = { readonly id: string; readonly stamp: string; readonly study: Study }

/** Studies as they were read last: nobody changes one that was read, and a file that is written is another one. */
const parsed = new Map<string, Parsed>()
const mostParsed = 200

function keep(path: string, entry: Parsed): void {
  parsed.delete(path)
  parsed.set(path, entry)
  const [oldest] = parsed.keys()
  if (parsed.size > mostParsed && oldest !== undefined) parsed.delete(oldest)
}

/** Another for every change of a file, by hand too: its number, size and times to the nanosecond. */
async function stampOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
  return [ino, size, mtimeNs, ctimeNs].join()
}

/** The content of `study.json`. */
export const studyText = (study: Study): string => `${JSON.stringify(study, null, 2)}\n`

/** The files of a study beside its `study.json`: its layers' features, and the originals they were loaded from; refused where a list of them is broken. */
export async function studyFiles(folder: string, study: Study): Promise<Outcome<StudyFile[]>> {
  const names = [...new Set(study.layers.map(({ file }) => file))]
  const originals = new Set<string>()
  for (const sha256 of new Set(study.layers.map((layer) => layer.sha256))) {
    const files = await readOriginals(folder, study.id, sha256)
    if (!files.ok) return files
    if (files.value.length > 0) originals.add(originalsList(sha256))
    for (const { path } of files.value) originals.add(`originals/${basename(path)}`)
  }
  names.push(...[...originals].sort())
  return done(names.map((name) => ({ name, path: join(folder, name) })))
}

/** Switches a folder to `study`, with the checksum of each layer's file; the files must be in place already. */
export async function writeStudyFile(folder: string, study: Study): Promise<Study> {
  const layers: Layer[] = []
  for (const layer of study.layers)
    layers.push(
      layer.fileSha256 === undefined ? { ...layer, fileSha256: await sha256Of(join(folder, layer.file)) } : layer,
    )
  const written = { ...study, layers }
  const text = studyText(written)
  // What cannot be read again would take the whole study with it.
  const readAgain = readStudy(study.id, JSON.parse(text))
  if (!readAgain.ok) throw new Error(describeProblem('en', readAgain.problem))
  await writeFileAtomically(join(folder, 'study.json'), text)
  return written
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * Removes the layer files and originals that neither `study` nor the states before it name, states that are too far back,
 * and what was left half-written. Whoever has one open keeps it.
 */
export async function sweepStudyFolder(
  folder: string,
  study: Study,
  limits: HistoryLimits = usualHistoryLimits,
): Promise<void> {
  for (const place of [folder, join(folder, 'history')])
    for (const name of await readdir(place).catch(() => []))
      if (isUnfinished(name)) await unlink(join(place, name)).catch(() => undefined)
  const kept = await sweepStates(folder, study, limits)
  // What a state that cannot be read names is not known.
  if (!kept) return
  for (const name of await readdir(join(folder, 'layers')).catch(() => [])) {
    if (!kept.layers.has(`layers/${name}`)) await unlink(join(folder, 'layers', name)).catch(() => undefined)
  }
  await sweepOriginals(folder, kept.originals)
}
