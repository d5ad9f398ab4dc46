import { uploadLayer, type UploadOptions } from '../api/layers.ts'
import { page } from '../state/page-state.ts'
import { uploadAfter } from '../upload/upload-state.ts'
import { refreshStudy } from './open-study.ts'
import { openLayerPanel } from './settle-layer.ts'

/** Loads files into the study as one layer, which is context until the user says what it is. */
export async function uploadFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  page.update({ view: 'map', layerPanel: null, isDrawerOpen: true })
  await load(namesOf(files), files, {})
}

/** Goes on with the upload that waits, now that `options` say what was missing. */
export async function answerUpload(options: UploadOptions): Promise<void> {
  const { upload } = page.get()
  if (upload.phase === 'crs') {
    page.update({ upload: { ...upload, question: { ...upload.question, lit: null, isReading: true } } })
    await load(upload.names, [], { ...options, uploadId: upload.question.uploadId })
  } else if (upload.phase === 'sublayers' || upload.phase === 'name') {
    await load(upload.names, [], { ...options, uploadId: upload.uploadId })
  }
}

export const chooseCrs = (crs: string): Promise<void> => answerUpload({ crs })

export const forgetUpload = (): void => page.update({ upload: { phase: 'none' } })

async function load(names: string, files: readonly File[], options: UploadOptions): Promise<void> {
  const { studyId } = page.get()
  if (studyId === null) return
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
    forgetUpload()
  }
  const progress = (fraction: number): void => page.update({ upload: { phase: 'sending', names, fraction, cancel } })
  if (files.length > 0) progress(0)
  const answer = await uploadLayer(studyId, files, options, { signal: controller.signal, progress }).catch(() => null)
  if (answer === null || controller.signal.aborted) return
  if (!answer.ok) return page.update({ upload: uploadAfter(names, answer.problem) })
  forgetUpload()
  openLayerPanel(answer.value.id)
  await refreshStudy()
}

/** The parts of one shapefile go by the name of the one that has the shapes. */
function namesOf(files: readonly File[]): string {
  const shapes = files.filter(({ name }) => /\.shp$/i.test(name))
  return (shapes.length > 0 ? shapes : files).map(({ name }) => name).join(', ')
}
