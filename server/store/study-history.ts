import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { historyEntrySchema, stacksOf, type Direction, type HistoryEntry, type Step } from '../../core/history/entry.ts'
import { readStudy } from '../../core/model/read-study.ts'
import type { Study } from '../../core/model/study.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { diskProblem } from './disk-problem.ts'
import { readOriginals } from './originals.ts'
import type { StudyFile } from './store.ts'

/**
 * What was changed in a study, beside its `study.json`: `history.jsonl` has a line for each change, and
 * `history/REVISION.json` is the study as it stood before one. A change writes both first and `study.json` last: a line
 * that speaks of the next revision, as after a crash, is of a change that was not made.
 */
const historyFile = 'history.jsonl'
const statesFolder = 'history'
const stateFile = (revision: number): string => `${statesFolder}/${revision}.json`
export const isHistoryFile = (name: string): boolean => name === historyFile || /^history[/\\]\d+\.json$/.test(name)

/** How far back a study can be taken: so many changes, as long as what was removed has no more bytes. */
export type HistoryLimits = { readonly changes: number; readonly bytes: number }
export const usualHistoryLimits: HistoryLimits = { changes: 100, bytes: 2e9 }

export type History = {
  /** Every line as it is written. */
  readonly lines: readonly string[]
  /** The latest changes that follow on each other up to the study as it stands. */
  readonly entries: readonly HistoryEntry[]
  /** Why earlier ones do not count. */
  readonly fault: Problem | null
}

/** The history of a study as it stands. One that is cut or was written by somebody else is told, and blocks nothing. */
export async function readHistory(folder: string, { id, revision }: Pick<Study, 'id' | 'revision'>): Promise<History> {
  const lines = ((await textOf(join(folder, historyFile))) ?? '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const last = parseLine(lines.at(-1))
  if (last?.revisionBefore === revision && last.revisionAfter === revision + 1) lines.pop()
  if (lines.length === 0) {
    // The first state is written before the first line.
    const isCut = (await statesIn(folder)).some((own) => own !== revision)
    return { lines, entries: [], fault: isCut ? problem('history-cut', { id, revision }) : null }
  }
  const entries: HistoryEntry[] = []
  for (let i = lines.length - 1; i >= 0; i--) {
    const entry = parseLine(lines[i])
    const [next] = entries
    if (!entry || (next && (next.seq !== entry.seq + 1 || next.revisionBefore !== entry.revisionAfter)))
      return { lines, entries, fault: problem('history-broken', { id, line: i + 1 }) }
    if (!next && entry.revisionAfter !== revision)
      return { lines, entries, fault: problem('history-cut', { id, revision }) }
    entries.unshift(entry)
    if (entry.prev !== (i === 0 ? null : hashOf(lines[i - 1]!)))
      return { lines, entries, fault: problem('history-broken', { id, line: Math.max(i, 1) }) }
  }
  return { lines, entries, fault: null }
}

/** Writes down the next change of `study`, and the study as it stands before it. Nothing counts until the study is written. */
export async function recordChange(
  folder: string,
  study: Study,
  { code, values }: Step,
  at: Date,
  together?: string,
): Promise<void> {
  const { lines } = await readHistory(folder, study)
  const last = lines.at(-1)
  const entry: HistoryEntry = {
    seq: (parseLine(last)?.seq ?? lines.length) + 1,
    at: at.toISOString(),
    code,
    values,
    revisionBefore: study.revision,
    revisionAfter: study.revision + 1,
    prev: last === undefined ? null : hashOf(last),
    ...(together === undefined ? {} : { together }),
  }
  await mkdir(join(folder, statesFolder), { recursive: true })
  await writeFileAtomically(join(folder, stateFile(study.revision)), `${JSON.stringify(study, null, 2)}\n`)
  await writeFileAtomically(join(folder, historyFile), [...lines, JSON.stringify(entry), ''].join('\n'))
}

/** The study as it stood at a revision, with every file it names there. */
export async function readState(folder: string, id: string, revision: number): Promise<Outcome<Study>> {
  const file = stateFile(revision)
  const state = await parseState(join(folder, file), id)
  if (!state) return refused(problem('undo-file-missing', { id, file }))
  for (const layer of state.layers)
    if (!(await isFile(join(folder, layer.file))))
      return refused(problem('undo-file-missing', { id, file: layer.file }))
  return done(state)
}

/** Whether a study can still be taken to a revision. */
export const hasState = (folder: string, revision: number): Promise<boolean> =>
  isFile(join(folder, stateFile(revision)))

/** The changes that can be undone and done again now; `null` where there is none, or what it needs is no longer kept. */
export type NextSteps = Readonly<Record<Direction, HistoryEntry | null>>

export async function nextSteps(folder: string, entries: readonly HistoryEntry[]): Promise<NextSteps> {
  const { undo, redo } = stacksOf(entries)
  const [last, again] = [undo.at(-1), redo.at(-1)]
  return {
    undo: last && (await hasState(folder, last.revisionBefore)) ? last : null,
    redo: again && (await hasState(folder, again.revisionAfter)) ? again : null,
  }
}

/** What the kept states name beside what the study itself does; `null` where one of them cannot be read. */
export type KeptFiles = { readonly layers: ReadonlySet<string>; readonly originals: ReadonlySet<string> }

/** Removes the states that are too far back, and says what the others need. */
export async function sweepStates(folder: string, study: Study, limits: HistoryLimits): Promise<KeptFiles | null> {
  const { undo, redo } = stacksOf((await readHistory(folder, study)).entries)
  const reachable = new Set(
    [...undo.slice(-limits.changes), ...redo].flatMap((entry) => [entry.revisionBefore, entry.revisionAfter]),
  )
  // Whatever becomes of the history, the latest changes keep what they removed.
  const isKept = (revision: number): boolean => reachable.has(revision) || revision >= study.revision - limits.changes
  const layers = new Set(study.layers.map(({ file }) => file))
  const originals = new Set(study.layers.map(({ sha256 }) => sha256))
  let bytes = 0
  let isFull = false
  for (const revision of await statesIn(folder)) {
    if (isFull || !isKept(revision)) {
      await unlink(join(folder, stateFile(revision))).catch(() => undefined)
      continue
    }
    const named = await namesOf(join(folder, stateFile(revision)), study.id)
    if (!named) return null
    const own = named.filter(({ file }) => !layers.has(file))
    const loaded = [...new Set(named.map(({ sha256 }) => sha256))].filter((sha256) => !originals.has(sha256))
    for (const { file } of own) bytes += await sizeOf(join(folder, file))
    for (const sha256 of loaded) {
      const files = await readOriginals(folder, study.id, sha256)
      if (!files.ok) return null
      for (const { path } of files.value) bytes += await sizeOf(path)
    }
    isFull = bytes > limits.bytes
    if (isFull) {
      await unlink(join(folder, stateFile(revision))).catch(() => undefined)
      continue
    }
    for (const { file } of own) layers.add(file)
    for (const sha256 of loaded) originals.add(sha256)
  }
  return { layers, originals }
}

/** The files of a study's history, and those that only the states in it name. */
export async function historyFiles(folder: string, study: Study): Promise<StudyFile[]> {
  if (!(await isFile(join(folder, historyFile)))) return []
  const names = new Set([historyFile])
  for (const revision of await statesIn(folder)) {
    names.add(stateFile(revision))
    for (const { file, sha256 } of (await namesOf(join(folder, stateFile(revision)), study.id)) ?? []) {
      names.add(file)
      const originals = await readOriginals(folder, study.id, sha256)
      if (!originals.ok || originals.value.length === 0) continue
      names.add(`originals/${sha256}.json`)
      for (const { path } of originals.value) names.add(path.slice(folder.length + 1))
    }
  }
  const files = [...names].map((name) => ({ name, path: join(folder, name) }))
  const present = await Promise.all(files.map(({ path }) => isFile(path)))
  return files.filter((_, i) => present[i])
}

/** Files of a study with those of its history, each once. */
export const withHistoryFiles = (files: readonly StudyFile[], ofHistory: readonly StudyFile[]): StudyFile[] => [
  ...new Map([...files, ...ofHistory].map((file) => [file.name, file])).values(),
]

/** Revisions of the states of a folder, the latest first. */
async function statesIn(folder: string): Promise<number[]> {
  const names = await readdir(join(folder, statesFolder)).catch(() => [])
  return names.flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : [])).sort((a, b) => b - a)
}

type Named = readonly { readonly file: string; readonly sha256: string }[]

/** What states name, by their path and stamp: they are never written again but after a crash. */
const knownNames = new Map<string, Named>()
const mostNames = 2_000

async function namesOf(path: string, id: string): Promise<Named | null> {
  const { size, mtimeMs } = await stat(path)
  const key = `${path} ${size} ${mtimeMs}`
  const known = knownNames.get(key)
  if (known) return known
  const state = await parseState(path, id)
  if (!state) return null
  const names = state.layers.map(({ file, sha256 }) => ({ file, sha256 }))
  if (knownNames.size >= mostNames) knownNames.clear()
  knownNames.set(key, names)
  return names
}

async function parseState(path: string, id: string): Promise<Study | null> {
  const text = await textOf(path)
  try {
    const study = text === null ? null : readStudy(id, JSON.parse(text))
    return study?.ok ? { ...study.value, id } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function parseLine(line: string | undefined): HistoryEntry | null {
  try {
    return historyEntrySchema.safeParse(JSON.parse(line ?? '')).data ?? null
  } catch {
    return null
  }
}

const hashOf = (line: string): string => createHash('sha256').update(line).digest('hex')

/** `null` where there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (diskProblem(error)) throw error
    return null
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
