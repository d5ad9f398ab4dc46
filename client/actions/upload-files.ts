import { focusOn } from './focus-on.ts'
import { comma } from '../../core/i18n/translate.ts'
import { loadWaiting, uploadLayer, type UploadOptions } from '../api/layers.ts'
import type { Answer } from '../api/page-problem.ts'
import { roleUnsaid, type Layer } from '../../core/model/layer.ts'
import { page } from '../state/page-state.ts'
import type { Preview } from '../state/previews.ts'
import { uploadAfter } from '../state/upload-state.ts'
import { waitingFile, type WaitingFile } from '../state/waiting-files.ts'
import { importStudy } from './change-study.ts'
import { previewZip } from './preview-zip.ts'
import { isStudyZip } from './study-zip.ts'
import { groupsOf, isSeries } from '../state/dropped-files.ts'
import { openLoadForm, type Waiting } from './load-form.ts'
import { refreshStudy, startStudy } from './open-study.ts'
import { isForPlacing, takePicture } from './place-picture.ts'
import { openLayerPanel } from './change-layer-options.ts'

/**
 * Asks about files in one form, each a layer of its own; the snapshots of one series are asked about together, as are the layers
 * of one file.
 */
export async function uploadFiles(files: readonly File[]): Promise<void> {
  const [first] = files
  if (!first) return
  if (isForPlacing(files)) return takePicture(files)
  if (files.length === 1 && (await isStudyZip(first))) return importStudy(first)
  const groups = groupsOf(files)
  const { loadForm, studyId } = page.get()
  if (loadForm !== null || !isSeries(groups))
    return openLoadForm(
      groups.map((group) => ({ files: group, names: namesOf(group) })),
      (found) => void askForLayers(found),
    )
  if (studyId === null) await startStudy(namesOf(groups[0]!).replace(/\.[^.\s]+$/, ''))
  page.update({ view: 'map', layerPanel: null, isDrawerOpen: true })
  await load(namesOf(files), files, {})
}

/** Asks which of the layers of one file are meant: they may be the snapshots of one series. */
async function askForLayers({ files, names, uploadId }: Waiting): Promise<void> {
  if (page.get().studyId === null) await startStudy(names.replace(/\.[^.\s]+$/, ''))
  page.update({ isDrawerOpen: true })
  await load(names, files, { uploadId })
}

/** Goes on with the upload that waits, now that `options` say what was missing. */
export async function answerUpload(options: UploadOptions): Promise<void> {
  const { upload } = page.get()
  if (upload.phase === 'name') await load(upload.names, [], { ...options, uploadId: upload.uploadId })
}

/** Loads the files that wait as the snapshots of one series, each on the day said. */
export async function loadSeries(options: UploadOptions): Promise<void> {
  const { upload } = page.get()
  if (upload.phase === 'sublayers') await load(upload.names, [], { ...options, uploadId: upload.uploadId })
}

/** Asks about the layers that were chosen of files that hold several, each as a layer of its own. */
export function takeSublayers(): void {
  const { upload } = page.get()
  if (upload.phase !== 'sublayers') return
  const { names, files, chosen } = upload
  forgetUpload()
  openLoadForm(
    [...chosen].map((sublayer) => ({ files, names: `${names} / ${sublayer}`, sublayer })),
    () => undefined,
  )
}

/** Says of every chosen file that waits in which coordinate system it is. */
export async function chooseCrs(crs: string): Promise<void> {
  const { question, studyId } = page.get()
  if (question === null || studyId === null) return
  page.update({ question: { ...question, hovered: null, isReading: true } })
  const chosen = question.files.filter(({ isChosen }) => isChosen)
  const answers = new Map<string, Answer<Layer>>()
  for (const { uploadId, encoding } of chosen.filter((file) => file.encoding !== null)) {
    const watching = { signal: new AbortController().signal, progress: () => undefined }
    answers.set(uploadId, await uploadLayer(studyId, [], { uploadId, crs, encoding: encoding! }, watching))
  }
  const alike = chosen.filter(({ encoding }) => encoding === null).map(({ uploadId }) => uploadId)
  for (const [uploadId, answer] of await loadWaiting(studyId, alike, { crs })) answers.set(uploadId, answer)

  const refused = chosen.flatMap((file) => {
    const answer = answers.get(file.uploadId)
    return answer && !answer.ok ? [{ file, problem: answer.problem }] : []
  })
  const still = refused.flatMap(({ file, problem }) =>
    againWaiting(file, waitingFile(file.names, file.uploadId, problem)),
  )
  const files = [...question.files.filter(({ isChosen }) => !isChosen), ...still]
  page.update({ question: files.length > 0 ? { files, hovered: null, isReading: false } : null })
  if (files.length > 0) focusOn('#question-title')
  const [lost] = refused.filter(({ file }) => !still.some(({ uploadId }) => uploadId === file.uploadId))
  if (lost) showAnswer(lost.file.names, lost.problem, [])
  const loaded = [...answers.values()].flatMap((answer) => (answer.ok ? [answer.value] : []))
  if (loaded.length > 0) await showLayer(loaded.at(-1)!)
}

/** A new refusal may know less of the file than the first. */
const againWaiting = (before: WaitingFile, now: WaitingFile | null): WaitingFile[] =>
  now === null ? [] : [{ ...now, encoding: before.encoding, evidence: now.evidence ?? before.evidence }]

export const forgetUpload = (): void => page.update({ upload: { phase: 'none' } })
export function forgetQuestion(): void {
  page.update({ question: null })
  focusOn('#layers-title')
}

/** Whether the files became a layer or wait; false where the user has called it off or the server refused. */
async function load(names: string, files: readonly File[], options: UploadOptions): Promise<boolean> {
  const { studyId } = page.get()
  if (studyId === null) return false
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
    forgetUpload()
  }
  let preview: Preview | null = null
  const progress = (fraction: number): void =>
    page.update({ upload: { phase: 'sending', names, fraction, cancel, ...(preview ? { preview } : {}) } })
  progress(0)
  const style = async (): Promise<void> => {
    const read = await previewZip(files, controller.signal)
    const { upload } = page.get()
    if (upload.phase !== 'sending' || upload.cancel !== cancel || read === null) return
    preview = read
    progress(upload.fraction)
  }
  void style()
  const sent = options.uploadId === undefined ? files : []
  const answer = await uploadLayer(studyId, sent, options, { signal: controller.signal, progress }).catch(() => null)
  if (answer === null || controller.signal.aborted) return false
  if (!answer.ok) return showAnswer(names, answer.problem, files)
  forgetUpload()
  await showLayer(answer.value, options.role !== undefined)
  return true
}

function showAnswer(names: string, problem: Parameters<typeof uploadAfter>[1], files: readonly File[]): boolean {
  const after = uploadAfter(names, problem, files)
  if ('phase' in after) {
    page.update({ upload: after })
    return false
  }
  const waiting = [...(page.get().question?.files ?? []), after]
  page.update({ upload: { phase: 'none' }, question: { files: waiting, hovered: null, isReading: false } })
  focusOn('#question-title')
  return true
}

async function showLayer({ id, role }: Layer, isRoleSaid = false): Promise<void> {
  openLayerPanel(id, role === roleUnsaid && !isRoleSaid)
  await refreshStudy()
}

/** The parts of one shapefile go by the name of the one that has the shapes. */
function namesOf(files: readonly File[]): string {
  const shapes = files.filter(({ name }) => /\.shp$/i.test(name))
  return (shapes.length > 0 ? shapes : files).map(({ name }) => name).join(comma(page.get().language))
}
