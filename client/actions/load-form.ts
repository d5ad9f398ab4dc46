import { findLayers, uploadLayer } from '../api/layers.ts'
import type { PageProblem } from '../api/page-problem.ts'
import { createStudy } from '../api/studies.ts'
import {
  intoOf,
  layerOf,
  newRow,
  openRows,
  optionsOf,
  titleOf,
  valuesOf,
  withFound,
  withGuesses,
  type LoadForm,
  type LoadRow,
  type RowValues,
} from '../state/load-form.ts'
import { page } from '../state/page-state.ts'
import { waitingFile } from '../state/waiting-files.ts'
import { stopMeasuring } from './measure.ts'
import { openStudy, refreshStudy } from './open-study.ts'

let nextKey = 1
let underWay = new AbortController()

/** Asks about files together, a row each; nothing joins a study before the reader says so. */
export function openLoadForm(groups: readonly (readonly File[])[], namesOf: (files: readonly File[]) => string): void {
  const before = page.get().loadForm
  if (before === null) underWay = new AbortController()
  const rows = groups.map((files) => newRow(nextKey++, files, namesOf(files)))
  page.update({
    view: 'map',
    layerPanel: null,
    isDrawerOpen: true,
    loadForm: before
      ? { ...before, rows: [...before.rows, ...rows] }
      : { rows, into: null, title: null, isLoading: false, problem: null },
  })
  focusOn('load-form-title')
  void readInTurn(rows)
}

/** One file after another: the reader sees the first while the next is read. */
async function readInTurn(rows: readonly LoadRow[]): Promise<void> {
  const { signal } = underWay
  for (const { key, files } of rows) {
    if (signal.aborted || !rowsNow().some((row) => row.key === key)) continue
    const progress = (fraction: number): void => changeRow(key, { fraction })
    const answer = await findLayers(files, { signal, progress }).catch(() => null)
    if (answer === null || signal.aborted) return
    if (!answer.ok) changeRow(key, { phase: 'ready', problem: answer.problem })
    else changeForm({ rows: withFound(rowsNow(), key, answer.value.uploadId, answer.value.layers) })
  }
}

/** Takes what the reader says of a file. */
export function sayOfRow(key: number, said: Partial<RowValues>): void {
  const row = rowsNow().find((each) => each.key === key)
  if (row) changeRow(key, { said: { ...row.said, ...said } })
}

/** Says which layer of a file is meant. */
export function chooseSublayer(key: number, sublayer: string): void {
  changeForm({ rows: withGuesses(rowsNow().map((row) => (row.key === key ? { ...row, sublayer } : row))) })
}

/** Leaves a file out; with the last one the form goes. */
export function leaveOut(key: number): void {
  const rows = withGuesses(rowsNow().filter((row) => row.key !== key))
  if (rows.every(({ phase }) => phase === 'loaded')) return closeLoadForm()
  changeForm({ rows })
  focusOn('load-form-title')
}

export const changeForm = (change: Partial<LoadForm>): void => {
  const { loadForm } = page.get()
  if (loadForm) page.update({ loadForm: { ...loadForm, ...change } })
}

/** Gives up what is read or sent, and forgets the files; what is loaded already stays. */
export function closeLoadForm(): void {
  underWay.abort()
  page.update({ loadForm: null, isDrawerOpen: false })
}

/** Loads the files one after another, the plan first; those that are refused stay with all that was said of them. */
export async function loadRows(): Promise<void> {
  const { loadForm } = page.get()
  if (!loadForm || loadForm.isLoading) return
  changeForm({ isLoading: true, problem: null })
  const study = await studyToLoadInto(loadForm)
  if (study === null) return changeForm({ isLoading: false })
  stopMeasuring()
  const rows = openRows(loadForm).filter(layerOf)
  const isPlan = (row: LoadRow): boolean => valuesOf(row).role === 'plan'
  const { signal } = underWay
  for (const row of [...rows.filter(isPlan), ...rows.filter((each) => !isPlan(each))]) {
    await loadRow(study, row, signal)
    if (signal.aborted) break
  }
  await refreshStudy()
  const { loadForm: now } = page.get()
  if (!now) return
  if (openRows(now).length > 0) return changeForm({ isLoading: false })
  page.update({ loadForm: null, isDrawerOpen: page.get().question !== null })
  if (page.get().question === null) focusOn('answer')
}

/** The study in hand, or a new one; `null` where it could not be made. */
async function studyToLoadInto(form: LoadForm): Promise<string | null> {
  const { study, studies } = page.get()
  if (study !== null && intoOf(form, study) === 'this') return study.id
  const answer = await createStudy(titleOf(form).trim())
  if (!answer.ok) {
    changeForm({ problem: answer.problem })
    return null
  }
  const { id, asOf, title } = answer.value
  page.update({ studies: [...studies, { id, asOf, title, origin: 'own' }] })
  // What is refused now and loaded later goes to the same study.
  changeForm({ into: 'this' })
  await openStudy(id)
  return id
}

async function loadRow(study: string, row: LoadRow, signal: AbortSignal): Promise<void> {
  const { key, files, uploadId, names } = row
  changeRow(key, { phase: 'loading', fraction: 0, problem: null })
  const options = optionsOf(row, page.get().language)
  const watching = { signal, progress: (fraction: number): void => changeRow(key, { fraction }) }
  const send = (waiting: string | null) =>
    uploadLayer(
      study,
      waiting === null ? files : [],
      waiting === null ? options : { ...options, uploadId: waiting },
      watching,
    )
  let answer = await send(uploadId).catch(() => null)
  // Bytes wait for an hour; after that they are sent again.
  if (answer && !answer.ok && answer.problem.code === 'upload-gone') answer = await send(null).catch(() => null)
  if (answer === null || signal.aborted) return
  if (answer.ok) return changeRow(key, { phase: 'loaded', problem: null })
  const { problem } = answer
  const waiting = waitingUpload(problem)
  const unplaced = waiting === null ? null : waitingFile(names, waiting, problem)
  if (unplaced === null) return changeRow(key, { phase: 'ready', uploadId: waiting, problem })
  // Its coordinate system is asked for beside the map; all that was said of it is kept with its bytes.
  const question = { files: [...(page.get().question?.files ?? []), unplaced], hovered: null, isReading: false }
  page.update({ question })
  changeRow(key, { phase: 'loaded' })
}

const waitingUpload = ({ more: { uploadId } }: PageProblem): string | null =>
  typeof uploadId === 'string' ? uploadId : null

const rowsNow = (): readonly LoadRow[] => page.get().loadForm?.rows ?? []

function changeRow(key: number, change: Partial<LoadRow>): void {
  changeForm({ rows: rowsNow().map((row) => (row.key === key ? { ...row, ...change } : row)) })
}

/** Frames to wait for what may still have to be fetched. */
const mostFrames = 300

function focusOn(id: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (element) element.focus()
    else if (frames > 0) focusOn(id, frames - 1)
  })
}
