import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { kindOf } from '../../../core/result/problem-table.ts'
import { stepOf } from '../../../core/result/progress.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { changeReading, nameFields, readingOptions, type LayerOptions } from '../../../core/model/layer-options.ts'
import { addLayer, replaceLayer, type LayerChange } from '../../../core/layers/layer-set.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { changeLayer, type ChangedLayer } from '../../../core/layers/build-layer.ts'
import type { Study } from '../../../core/model/study.ts'
import type { ImportedDraft } from '../../usecases/import-layer.ts'
import type { TaskRunner } from '../../workers/tasks.ts'
import { syncFile } from '../../store/atomic-write.ts'
import { sha256Of } from '../../store/study-folder.ts'
import type { Change, IncomingFile, Store } from '../../store/store.ts'
import type { LayerTiles } from './kept-tiles.ts'
import type { Upload, Uploads } from './uploads.ts'

export type Loading = {
  readonly store: Store
  readonly runner: TaskRunner
  readonly uploads: Uploads
  readonly layerTiles: Pick<LayerTiles, 'prepareFile'>
}

/** Of the time that a large layer takes, before what it is shown by is made ready. */
const readingShare = 0.9

/** Whether another answer may mend it: the bytes then wait for one. */
const isMendable = ({ code }: Problem): boolean => kindOf(code).mend !== null

/** Makes a layer of an upload: imported, built, and in the study wholly or not at all. */
export async function loadLayer(
  loading: Loading,
  id: string,
  upload: Upload,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const { runner, store, uploads, layerTiles } = loading
  return removedUnlessMendable(uploads, upload, async () => {
    const to = join(upload.folder, 'features.geojson')
    const study = await store.read(id)
    if (!study.ok) return study
    const near = groundOf(study.value)
    const imported = await runner.run(
      'import-layer',
      { files: upload.files, options, to, near, sources: study.value.sources },
      stepOf(work, 0, readingShare),
    )
    if (!imported.ok) return imported
    const draft = { ...imported.value.draft, fileSha256: await sha256Of(to) }
    await layerTiles.prepareFile(study.value, draft, to, stepOf(work, readingShare, 1))
    return keepLayer(store, id, upload, { ...imported.value, draft }, to, revision, work)
  })
}

/** Lets the files of an upload wait where other options may mend what is wrong with them; whatever else comes of it, they go. */
export async function removedUnlessMendable<T>(
  uploads: Uploads,
  upload: Upload,
  load: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let isWaiting = false
  try {
    const loaded = await load()
    isWaiting = !loaded.ok && isMendable(loaded.problem)
    return !loaded.ok && isWaiting ? refused(withUploadId(loaded.problem, upload.id)) : loaded
  } finally {
    if (!isWaiting) await uploads.remove(upload.id)
  }
}

/** Takes an upload's layer into the study with the files that it was loaded from. */
export async function keepLayer(
  store: Store,
  id: string,
  upload: Upload,
  { draft, originals }: ImportedDraft,
  features: string,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const list = join(upload.folder, 'originals.json')
  await writeFile(list, originals.text)
  for (const path of [list, ...upload.files.map((file) => file.path)]) await syncFile(path)
  const incoming: IncomingFile[] = upload.files.map(({ path }, i) => ({
    from: path,
    file: `originals/${originals.hashes[i]!}`,
  }))
  incoming.push({ from: list, file: `originals/${draft.sha256}.json` })
  if (work.signal?.aborted) return refused(problem('job-cancelled'))
  return commit(store, id, revision, (study) => {
    const added = addLayer(study, draft)
    return added.ok
      ? done({
          ...added.value,
          incoming: [...incoming, { from: features, file: added.value.layer.file }],
          together: upload.together,
        })
      : added
  })
}

/** Changes what is said of a layer; where that concerns how its file is read, the kept bytes are read once more. */
export async function changeLoadedLayer(
  { store, runner }: Loading,
  id: string,
  layerId: string,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  if (changeReading(options) && layer.picture) return refused(problem('picture-layer-fixed', { layer: layer.name }))
  if (changeReading(options)) return readAgain({ store, runner }, study, layer, options, revision, work)
  if (nameFields(options)) {
    const path = await store.layerPath(study, layer.file)
    const resolved = await runner.run('update-layer', { study, layer, path, options }, work)
    if (!resolved.ok) return resolved
    return commit(store, id, revision ?? study.revision, (now) => replaceLayer(now, resolved.value, false))
  }
  return commit(store, id, revision, (now) => {
    const present = now.layers.find((each) => each.id === layerId)
    if (!present) return refused(problem('layer-not-found', { id, layer: layerId }))
    const changed = changeLayer(present, options, null)
    return changed.ok ? replaceLayer(now, changed.value, false) : changed
  })
}

async function readAgain(
  { store, runner }: Pick<Loading, 'store' | 'runner'>,
  study: Study,
  layer: Layer,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const originals = await store.originals(study, layer.sha256)
  if (!originals.ok) return originals
  const files = originals.value
  if (files.length === 0) {
    const member = readingOptions.find((key) => options[key] !== undefined)!
    return refused(problem('layer-unplaced', { layer: layer.name, member }))
  }
  const folder = join(store.incomingFolder, randomUUID())
  await mkdir(folder)
  try {
    const to = join(folder, 'features.geojson')
    const imported = await runner.run(
      'import-layer',
      { files, options, to, before: layer, near: groundOf(study), sources: study.sources },
      work,
    )
    if (!imported.ok) return imported
    if (work.signal?.aborted) return refused(problem('job-cancelled'))
    const changed: ChangedLayer = { ...imported.value.draft, id: layer.id, file: layer.file }
    return await commit(store, study.id, revision ?? study.revision, (now) => {
      const replaced = replaceLayer(now, changed, true)
      return replaced.ok
        ? done({ ...replaced.value, incoming: [{ from: to, file: replaced.value.layer.file }] })
        : replaced
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The ground that a study is about, as far as it is known. */
export const groundOf = (study: Study): Extent | null =>
  study.layers.find(({ id }) => id === study.plan.layer)?.extent ?? study.layers[0]?.extent ?? null

export async function findLayer(store: Store, id: string, layerId: string): Promise<Outcome<LayerChange>> {
  const study = await store.read(id)
  if (!study.ok) return study
  const layer = study.value.layers.find((each) => each.id === layerId)
  if (!layer) return refused(problem('layer-not-found', { id, layer: layerId }))
  return done({ study: study.value, layer })
}

/** Writes the change and gives the study as it then stands. */
export async function commit(
  store: Store,
  id: string,
  revision: number | null,
  change: (study: Study) => Outcome<LayerChange & Pick<Change, 'incoming' | 'together'>>,
): Promise<Outcome<LayerChange>> {
  let layer: Layer | null = null
  const changed = await store.change(id, revision, (study) => {
    const outcome = change(study)
    if (outcome.ok) layer = outcome.value.layer
    return outcome
  })
  if (!changed.ok) return changed
  const layerId = (layer as Layer | null)?.id
  const kept = changed.value.layers.find((own) => own.id === layerId)
  if (!kept) throw new Error(`the store changed study ${id} without asking`)
  return done({ study: changed.value, layer: kept })
}

/** The refusal with the id by which the waiting files are found again. */
const withUploadId = (refusal: Problem, uploadId: string): Problem => ({
  ...refusal,
  more: { ...refusal.more, uploadId },
})
