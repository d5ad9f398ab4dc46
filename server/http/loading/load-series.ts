import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { changeLook, type LayerOptions } from '../../../core/model/layer-options.ts'
import { changeLayer, type ChangedLayer } from '../../../core/layers/build-layer.ts'
import { addSeries, removeLayer, replaceSeries } from '../../../core/layers/layer-set.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { ImportedSeries } from '../../usecases/import-series.ts'
import type { Snapshots } from '../../../core/model/series-options.ts'
import type { Study } from '../../../core/model/study.ts'
import { findLayer, groundOf, removedUnlessMendable, type Loading } from './load-layer.ts'
import { layerPaths } from './measuring.ts'
import { syncFile } from '../../store/atomic-write.ts'
import type { Change, Store } from '../../store/store.ts'
import type { Upload } from './uploads.ts'

/** A study after the snapshots of a series came or changed, and those, by day. */
export type SeriesChange = { readonly study: Study; readonly series: readonly Layer[] }

/** Makes the snapshots of one series of an upload: all of them in the study, or none. */
export async function loadSeries(
  { store, runner, uploads }: Loading,
  id: string,
  upload: Upload,
  snapshots: Snapshots,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<SeriesChange>> {
  return removedUnlessMendable(uploads, upload, async () => {
    const study = await store.read(id)
    if (!study.ok) return study
    const to = join(upload.folder, 'features')
    const imported = await runner.run(
      'import-series',
      { files: upload.files, options, snapshots, to, near: groundOf(study.value), sources: study.value.sources },
      work,
    )
    return imported.ok ? keep(imported.value) : imported
  })

  async function keep({ drafts, written, isOneFile, originals }: ImportedSeries): Promise<Outcome<SeriesChange>> {
    const list = join(upload.folder, 'originals.json')
    await writeFile(list, originals.text)
    for (const path of [list, ...upload.files.map((file) => file.path)]) await syncFile(path)
    if (work.signal?.aborted) return refused(problem('job-cancelled'))
    return commit(store, id, revision, (now) => {
      const added = addSeries(now, drafts, isOneFile)
      if (!added.ok) return added
      const { study: grown, layers } = added.value
      const incoming = [
        ...upload.files.map(({ path }, i) => ({ from: path, file: `originals/${originals.hashes[i]!}` })),
        { from: list, file: `originals/${drafts[0]!.sha256}.json` },
        ...written.map((from, i) => ({ from, file: layers[i]!.file })),
      ]
      return done({ study: grown, series: layers, incoming, together: upload.together })
    })
  }
}

/** Takes the dated columns of a layer as a series; the layer gives way to its snapshots, which keep its file. */
export async function spreadLoadedLayer(
  { store, runner }: Loading,
  id: string,
  layerId: string,
  snapshots: Snapshots,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<SeriesChange>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  const path = await store.layerPath(study, layer.file)
  const drafts = await runner.run('spread-layer', { study, layer, path, snapshots, options }, work)
  if (!drafts.ok) return drafts
  return commit(store, id, revision ?? study.revision, (now) => {
    const without = removeLayer(now, layerId)
    const added = without.ok ? addSeries(without.value, drafts.value, true) : without
    if (!added.ok) return added
    const series = added.value.layers.map((each) => ({ ...each, file: layer.file }))
    const byId = new Map(series.map((each) => [each.id, each]))
    return done({
      study: { ...added.value.study, layers: added.value.study.layers.map((each) => byId.get(each.id) ?? each) },
      series,
    })
  })
}

/** Changes what is said of all snapshots of a layer's series alike. */
export async function changeLoadedSeries(
  { store, runner }: Loading,
  id: string,
  layerId: string,
  options: LayerOptions,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<SeriesChange>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  const isOfSeries = ({ name, role }: Layer): boolean => name === layer.name && role === layer.role
  if (changeLook(options)) {
    return commit(store, id, revision ?? study.revision, (now) => {
      const series: ChangedLayer[] = []
      for (const own of now.layers.filter(isOfSeries)) {
        const drawn = changeLayer(own, options, null)
        if (!drawn.ok) return drawn
        series.push(drawn.value)
      }
      return replacedSeries(now, series)
    })
  }
  const layers = study.layers.filter(isOfSeries)
  const changed = await runner.run(
    'resettle-series',
    { study, layers, paths: await layerPaths(store, study), options },
    work,
  )
  if (!changed.ok) return changed
  return commit(store, id, revision ?? study.revision, (now) => replacedSeries(now, changed.value))
}

function replacedSeries(now: Study, changed: readonly ChangedLayer[]): Outcome<SeriesChange> {
  const replaced = replaceSeries(now, changed)
  if (!replaced.ok) return replaced
  const ids = new Set(changed.map((each) => each.id))
  return done({ study: replaced.value, series: replaced.value.layers.filter((each) => ids.has(each.id)) })
}

async function commit(
  store: Store,
  id: string,
  revision: number | null,
  change: (study: Study) => Outcome<SeriesChange & Pick<Change, 'incoming' | 'together'>>,
): Promise<Outcome<SeriesChange>> {
  let series: readonly Layer[] = []
  const changed = await store.change(id, revision, (study) => {
    const outcome = change(study)
    if (outcome.ok) series = outcome.value.series
    return outcome
  })
  if (!changed.ok) return changed
  const ids = new Set(series.map(({ id: own }) => own))
  return done({ study: changed.value, series: changed.value.layers.filter((layer) => ids.has(layer.id)) })
}
