import { eachGeoJsonFeature } from '../../core/geometry/geojson.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Layer } from '../../core/model/layer.ts'
import { seriesOfColumns } from '../../core/layers/series-of-columns.ts'
import { columnsMeant, type Snapshots } from '../../core/model/series-options.ts'
import type { LayerDraft } from '../../core/layers/build-layer.ts'
import type { Study } from '../../core/model/study.ts'
import { writeGeoJson } from '../store/write-geojson.ts'
import { readOriginalFiles, type ImportRequest, type KeptOriginals } from './import-layer.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { readSeries } from './read-series.ts'

export type ImportedSeries = {
  readonly drafts: readonly LayerDraft[]
  /** Where the features were written: of each snapshot in turn, or of all where `isOneFile`. */
  readonly written: readonly string[]
  readonly isOneFile: boolean
  readonly originals: KeptOriginals
}

/** Reads files as one series, settles its snapshots, and writes their features where the store takes them over. */
export async function importSeries(
  { files, options, snapshots, to, near, sources }: Omit<ImportRequest, 'before'> & { readonly snapshots: Snapshots },
  work: TaskContext,
): Promise<Outcome<ImportedSeries>> {
  const { named, hashes, list } = await readOriginalFiles(files)
  const read = await readSeries(named, snapshots, options, list.sha256, near ?? undefined, sources, work)
  if (!read.ok) return read
  const { drafts, features, evenOdd, isOneFile } = read.value
  const written = features.map((_, i) => `${to}.${i}`)
  for (const [i, own] of features.entries()) await writeGeoJson(written[i]!, eachGeoJsonFeature(own, evenOdd))
  return done({ drafts, written, isOneFile, originals: { text: list.text, hashes } })
}

/** The snapshots that a loaded layer becomes when its dated columns are taken as a series. */
export async function spreadLayer(request: {
  readonly study: Study
  readonly layer: Layer
  readonly path: string
  readonly snapshots: Snapshots
  readonly options: LayerOptions
}): Promise<Outcome<LayerDraft[]>> {
  const { study, layer, path, snapshots, options } = request
  const features = await readLayerFeatures(study, [layer], { [layer.id]: path })
  if (!features.ok) return features
  const { id: _id, file: _file, classField: _classField, date: _date, ...draft } = layer
  return seriesOfColumns(
    draft,
    features.value.get(layer.id)!,
    columnsMeant(snapshots) ?? 'columns',
    options,
    study.sources,
  )
}
