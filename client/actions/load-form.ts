import { findLayers, uploadLayer } from '../api/layers.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { Layer } from '../../core/model/layer.ts'
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
import { waitingFile, type WaitingFile } from '../state/waiting-files.ts'
import { openLayerPanel } from './change-layer-options.ts'
import { focusOn } from './focus-on.ts'
import { stopMeasuring } from './measure.ts'
import { openStudy, refreshStudy } from './open-study.ts'
import { previewZip } from './preview-zip.ts'

let nextKey = 1
let underWay = new AbortController()

/** Files that are to become a layer; `sublayer` is the one meant of those that they hold, where that is known. */
export type Wanted = { readonly files: readonly File[]; readonly names: string; readonly sublayer?: string }

/**
 * Asks about files together, a row each; nothing joins a study before the reader says so. `several` takes over where a file
 * that came alone holds several layers.
 */
export function openLoadForm(wanted: readonly Wanted[], several: (found: Waiting) => void): void {
  const before = page.get().loadForm
  if (before === null) underWay = new AbortController()
  const rows = wanted.map(({ files, names, sublayer }) => newRow(nextKey++, files, names, sublayer))
  page.update({
    view: 'map',
    layerPanel: null,
    isDrawerOpen: true,
    loadForm: before
      ? { ...before, rows: [...before.rows, ...rows] }
      : { rows, into: null, title: null, isLoading: false, problem: null },
  })
  focusOn('#load-form-title')
  void readInTurn(rows, several)
}

/** Files whose bytes wait on the server. */
export type Waiting = { readonly files: readonly File[]; readonly names: string; readonly uploadId: string }

/** One file after another: the reader sees the first while the next is read. */
async function readInTurn(rows: readonly LoadRow[], several: (found: Waiting) => void): Promise<void> {
  const { signal } = underWay
  for (const files of new Set(rows.map((row) => row.files))) {
    const isWanted = (row: LoadRow): boolean => row.files === files && row.phase === 'reading'
    const first = rowsNow().find(isWanted)
    if (signal.aborted || !first) continue
    void showPreview(files, signal)
    const progress = (fraction: number): void => changeRow(first.key, { fraction })
    const answer = await findLayers(files, { signal, progress }).catch(() => null)
    if (answer === null || signal.aborted) return
    if (!answer.ok) {
      const { problem } = answer
      const uploadId = waitingUpload(problem)
      const unplaced = uploadId === null ? null : waitingFile(first.names, uploadId, problem)
      if (unplaced) askForPlace(unplaced)
      for (const { key } of rowsNow().filter(isWanted))
        if (unplaced) leaveOut(key)
        else changeRow(key, { phase: 'ready', problem })
      continue
    }
    const { uploadId, layers } = answer.value
    const [only, ...others] = rowsNow()
    if (layers.length > 1 && only && others.length === 0 && only.sublayer === '') {
      closeLoadForm()
      return several({ files, names: only.names, uploadId })
    }
    changeForm({ rows: withFound(rowsNow(), files, answer.value) })
  }
}

async function showPreview(files: readonly File[], signal: AbortSignal): Promise<void> {
  const preview = await previewZip(files, signal)
  const first = rowsNow().find((row) => row.files === files)
  if (preview && first && !signal.aborted) changeRow(first.key, { preview })
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
  focusOn('#load-form-title')
}

export const changeForm = (change: Partial<LoadForm>): void => {
  const { loadForm } = page.get()
  if (loadForm) page.update({ loadForm: { ...loadForm, ...change } })
}

/** Gives up what is read or sent, and forgets the files; what is loaded already stays. */
export function closeLoadForm(): void {
  underWay.abort()
  page.update({ loadForm: null, isDrawerOpen: page.get().question !== null })
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
  // What one press loads one press undoes.
  const together = `load-${Date.now()}-${nextKey++}`
  const loaded: Layer[] = []
  for (const row of [...rows.filter(isPlan), ...rows.filter((each) => !isPlan(each))]) {
    const layer = await loadRow(study, row, together, signal)
    if (layer) loaded.push(layer)
    if (signal.aborted) break
  }
  await refreshStudy()
  const { loadForm: now } = page.get()
  if (!now) return
  if (openRows(now).length > 0) return changeForm({ isLoading: false })
  const [only] = loaded
  if (only && now.rows.length === 1 && page.get().question === null) {
    page.update({ loadForm: null })
    return openLayerPanel(only.id)
  }
  page.update({ loadForm: null, isDrawerOpen: page.get().question !== null })
  focusOn(page.get().question === null ? '#answer' : '#question-title')
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

/** The layer that a row has become, where it has. */
async function loadRow(study: string, row: LoadRow, together: string, signal: AbortSignal): Promise<Layer | null> {
  const { key, files, uploadId, names } = row
  changeRow(key, { phase: 'loading', fraction: 0, problem: null })
  const options = { ...optionsOf(row, page.get().language), together }
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
  if (answer === null || signal.aborted) return null
  if (answer.ok) {
    changeRow(key, { phase: 'loaded', problem: null })
    return answer.value
  }
  const { problem } = answer
  const waiting = waitingUpload(problem)
  const unplaced = waiting === null ? null : waitingFile(names, waiting, problem)
  if (unplaced === null) {
    changeRow(key, { phase: 'ready', uploadId: waiting, problem })
    return null
  }
  // All that was said of it is kept with its bytes.
  askForPlace(unplaced)
  changeRow(key, { phase: 'loaded' })
  return null
}

/** The coordinate system of a file is asked for beside the map. */
function askForPlace(unplaced: WaitingFile): void {
  const question = { files: [...(page.get().question?.files ?? []), unplaced], hovered: null, isReading: false }
  page.update({ question })
}

const waitingUpload = ({ more: { uploadId } }: PageProblem): string | null =>
  typeof uploadId === 'string' ? uploadId : null

const rowsNow = (): readonly LoadRow[] => page.get().loadForm?.rows ?? []

function changeRow(key: number, change: Partial<LoadRow>): void {
  changeForm({ rows: rowsNow().map((row) => (row.key === key ? { ...row, ...change } : row)) })
}
