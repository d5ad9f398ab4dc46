import { mkdir, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { stacksOf, stepBack, type Direction } from '../../core/history/entry.ts'
import { isUnchanged, nameChange } from '../../core/history/name-change.ts'
import { freeId } from '../../core/model/slug.ts'
import type { Study } from '../../core/model/study.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { syncFolder } from './atomic-write.ts'
import { sourcedStudy } from './sourced-study.ts'
import type { Change, IncomingFile } from './store.ts'
import { readStudyFolder, sweepStudyFolder, writeStudyFile } from './study-folder.ts'
import { hasState, readHistory, readState, recordChange, type HistoryLimits } from './study-history.ts'

export type StudyChange = (study: Study) => Promise<Outcome<Change>>

/**
 * Changes the study of a folder that nobody else writes to meanwhile: its new files come first, then its history, and
 * `study.json` last, so that whenever this ends the study and its history are as before or as after.
 */
export async function changeStudyFolder(
  folder: string,
  study: Study,
  change: StudyChange,
  limits: HistoryLimits,
): Promise<Outcome<Study>> {
  const made = await change(study)
  if (!made.ok) return made
  try {
    const { study: changed, incoming } = await withFreeFiles(folder, made.value)
    await takeIn(folder, incoming)
    const sourced = await sourcedStudy(folder, changed)
    if (!sourced.ok) {
      await sweepStudyFolder(folder, study, limits)
      return sourced
    }
    // What could still be done again stays so.
    if (!made.value.step && isUnchanged(study, sourced.value)) return done(study)
    const { step = nameChange(study, sourced.value), together } = made.value
    await recordChange(folder, study, step, new Date(), together)
    const written = await writeStudyFile(folder, { ...sourced.value, id: study.id, revision: study.revision + 1 })
    await sweepStudyFolder(folder, written, limits)
    return done(written)
  } catch (error) {
    // Whichever of the two it is that lies there now, nothing else stays beside it.
    const left = await readStudyFolder(folder, study.id).catch(() => null)
    if (left?.ok) await sweepStudyFolder(folder, left.value, limits).catch(() => undefined)
    throw error
  }
}

/** The study as it was before its last change, or after the one that was taken back last. */
export async function stepIn(folder: string, study: Study, direction: Direction): Promise<Outcome<Change>> {
  const entry = stacksOf((await readHistory(folder, study)).entries)[direction].at(-1)
  const revision = direction === 'undo' ? entry?.revisionBefore : entry?.revisionAfter
  if (!entry || revision === undefined || !(await hasState(folder, revision)))
    return refused(problem(`nothing-to-${direction}`, { id: study.id }))
  const state = await readState(folder, study.id, revision)
  return state.ok ? done({ study: state.value, step: stepBack(direction, entry) }) : state
}

/** Layers whose file would take the place of one that only an earlier state names get another. */
async function withFreeFiles(
  folder: string,
  { study, incoming = [] }: Change,
): Promise<{ readonly study: Study; readonly incoming: readonly IncomingFile[] }> {
  const taken = new Set(study.layers.map(({ file }) => layerName(file)))
  const renamed = new Map<string, string>()
  for (const { file } of incoming) {
    if (!file.startsWith('layers/') || !(await exists(join(folder, file)))) continue
    let free = layerName(file)
    while (taken.has(free) || (await exists(join(folder, layerFile(free))))) {
      taken.add(free)
      free = freeId(layerName(file), taken)
    }
    taken.add(free)
    renamed.set(file, layerFile(free))
  }
  const layers = study.layers.map((layer) => ({ ...layer, file: renamed.get(layer.file) ?? layer.file }))
  return {
    study: { ...study, layers },
    incoming: incoming.map(({ from, file }) => ({ from, file: renamed.get(file) ?? file })),
  }
}

const layerName = (file: string): string => basename(file, '.geojson')
const layerFile = (name: string): string => `layers/${name}.geojson`

async function takeIn(studyFolder: string, incoming: readonly IncomingFile[]): Promise<void> {
  for (const { from, file } of incoming) {
    const to = join(studyFolder, file)
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  }
  for (const folder of new Set(incoming.map(({ file }) => dirname(join(studyFolder, file))))) await syncFolder(folder)
  if (incoming.length > 0) await syncFolder(studyFolder)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
