import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { systemByCode } from '../../core/crs/systems.ts'
import { eachGeoJsonFeature } from '../../core/geometry/geojson.ts'
import type { Extent } from '../../core/geometry/shapes.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import {
  changeLayer,
  buildLayer,
  type ChangedLayer,
  type LayerDraft,
  type LoadedLayer,
} from '../../core/layers/build-layer.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Source } from '../../core/model/sources.ts'
import type { Study } from '../../core/model/study.ts'
import type { NamedBytes } from '../import/record/imported.ts'
import { listOriginals } from '../store/originals.ts'
import { writeGeoJson } from '../store/write-geojson.ts'
import { readOneLayer } from './read-one-layer.ts'
import { readLayerFeatures } from '../store/layer-features.ts'

export type ImportRequest = {
  /** The files as they were loaded together, by the user's names for them. */
  readonly files: readonly { readonly name: string; readonly path: string }[]
  readonly options: LayerOptions
  /** Where the layer's features are written as GeoJSON. */
  readonly to: string
  /** The layer as it stands, where it is read once more. */
  readonly before?: Layer | undefined
  /** The ground that the study is about. */
  readonly near: Extent | null
  /** The sources of the study, of which features may name some. */
  readonly sources: readonly Source[]
}

export type ImportedDraft = {
  readonly draft: LayerDraft
  readonly originals: KeptOriginals
}

/** Of the time that a large file of text takes; the rest goes into writing its features. */
const readShare = 0.8

/** The list of the original files, to be kept beside them under the layer's SHA-256. */
export type KeptOriginals = { readonly text: string; readonly hashes: readonly string[] }

/** Reads files, settles the layer they make, and writes its features where the store takes them over. */
export async function importLayer(
  { files, options, to, before, near, sources }: ImportRequest,
  work: TaskContext,
): Promise<Outcome<ImportedDraft>> {
  const { named, hashes, list } = await readOriginalFiles(files)
  const loaded = await readOneLayer(
    named,
    before ? { ...readAs(without(before, options)), ...options } : options,
    near ?? undefined,
    { ...work, progress: (fraction, doing) => work.progress?.(readShare * fraction, doing) },
  )
  if (!loaded.ok) return loaded
  const resolved = before
    ? readAgain(before, loaded.value, options, sources)
    : buildLayer(loaded.value, options, list.sha256, sources)
  if (!resolved.ok) return resolved
  const { features, evenOdd } = loaded.value
  work.progress?.(readShare, 'reading')
  const count = features.attributes.length
  await writeGeoJson(to, eachGeoJsonFeature(features, evenOdd), (written) =>
    work.progress?.(readShare + ((1 - readShare) * written) / count, 'reading'),
  )
  return done({ draft: resolved.value, originals: { text: list.text, hashes } })
}

/** The files as they were loaded, their hashes, and the list that is kept beside them. */
export async function readOriginalFiles(files: ImportRequest['files']) {
  const named: NamedBytes[] = []
  for (const { name, path } of files) named.push({ name, bytes: await readFile(path) })
  const hashes = named.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  return { named, hashes, list: listOriginals(named.map(({ name }, i) => ({ name, sha256: hashes[i]! }))) }
}

/** Other columns may hold other numbers than the longitudes and latitudes that the layer's own were taken for. */
function without(layer: Layer, { positions }: LayerOptions): Layer {
  const isTaken = layer.notes.some(({ code }) => code === 'table-wgs84')
  return positions !== undefined && isTaken ? { ...layer, crs: { ...layer.crs, code: '' } } : layer
}

/** How a layer was read, as options for reading it once more. */
export function readAs({ crs, encoding, stated, sublayer, where, positions, threshold, notes }: Layer): LayerOptions {
  const isByCode = systemByCode(crs.code) !== null || notes.some(({ code }) => code === 'crs-from-epsg')
  // What was found or stated is found again; only what was asked for is said once more.
  const isFoundAgain = stated !== undefined && !notes.some(({ code }) => code === 'encoding-overridden')
  return {
    ...(isByCode ? { crs: crs.code } : {}),
    ...(encoding === null || isFoundAgain ? {} : { encoding }),
    ...(sublayer === undefined ? {} : { sublayer }),
    ...(where === undefined ? {} : { where }),
    ...(positions === undefined ? {} : { positions }),
    ...(threshold === undefined ? {} : { threshold }),
  }
}

/**
 * What was said of the layer stays said; what the file tells is taken anew. Classes stay too, unless another encoding or
 * another layer of the file makes other values.
 */
function readAgain(
  before: Layer,
  loaded: LoadedLayer,
  options: LayerOptions,
  sources: readonly Source[],
): Outcome<LayerDraft> {
  const { classField: _field, classes: _classes, classesFrom: _from, ...others } = options
  const isStated = !before.notes.some(({ code }) => code === 'raster-accuracy-unstated')
  const accurate = isStated ? { accuracyM: before.accuracyM } : {}
  const named = { ...accurate, ...others, name: before.name, role: before.role }
  const fresh = buildLayer(loaded, named, before.sha256, sources)
  if (!fresh.ok) return fresh
  const { id: _id, file: _file, offers: _offers, stated: _stated, ...said } = before
  const {
    geometryType,
    evenOdd,
    crs,
    encoding,
    stated,
    features,
    extent,
    notes,
    sublayer,
    where,
    positions,
    threshold,
    offers,
  } = fresh.value
  const reported = { geometryType, evenOdd, crs, encoding, features, extent, notes }
  const draft: LayerDraft = {
    ...said,
    ...reported,
    ...(stated === undefined ? {} : { stated }),
    ...(sublayer === undefined ? {} : { sublayer }),
    ...(where === undefined ? {} : { where }),
    ...(positions === undefined ? {} : { positions }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(offers === undefined ? {} : { offers }),
  }
  const isPartedAnew = options.threshold !== undefined
  if (isPartedAnew && fresh.value.remark) draft.remark = fresh.value.remark
  const hasOtherValues = options.encoding !== undefined || options.sublayer !== undefined || isPartedAnew
  const classField = options.classField === undefined && hasOtherValues ? draft.classField : options.classField
  return changeLayer(draft, classField === undefined ? options : { ...options, classField }, loaded.features, sources)
}

/** Settles anew what the options say of a layer whose file need not be read again. */
export async function updateLayer(request: {
  readonly study: Study
  readonly layer: Layer
  readonly path: string
  readonly options: LayerOptions
}): Promise<Outcome<ChangedLayer>> {
  const { study, layer, path, options } = request
  const features = await readLayerFeatures(study, [layer], { [layer.id]: path })
  return features.ok ? changeLayer(layer, options, features.value.get(layer.id)!, study.sources) : features
}
