import { done, type Outcome } from '../../core/result/outcome.ts'
import { featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import type { Layer } from '../../core/model/layer.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import { identify, type Identified, type NearFeatures } from '../../core/measure/identify.ts'
import { featuresNear } from '../../core/tiles/features-near.ts'
import { isTiled } from '../../core/tiles/is-tiled.ts'
import { readFeatureLines } from '../store/feature-lines.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { readTileSource } from '../store/tile-sources.ts'
import type { StoredStudy } from './measure-study.ts'

type IdentifyRequest = {
  readonly at?: string | undefined
  readonly lon: number
  readonly lat: number
  /** The layer that is asked alone, by its id. */
  readonly layer?: string | undefined
  /** Whether the outlines of the features are wanted. */
  readonly outline?: boolean | undefined
}

type Requested = StoredStudy & {
  /** Where the sources of tiles are kept. */
  readonly folder: string
  readonly request: IdentifyRequest
}

/** What every layer of a study whose layers lie in files says of one place; of large layers only what is near is read. */
export async function identifyPlace(requested: Requested): Promise<Outcome<Identified>> {
  const { study, paths, request } = requested
  const day = requestedDay(study, request.at)
  if (!day.ok) return day
  const layers = layersAt(study, day.value).filter(({ id }) => request.layer === undefined || id === request.layer)
  const features = new Map<string, Features | NearFeatures>()
  const whole: Layer[] = []
  for (const layer of layers) {
    const near = isTiled(layer) ? await nearFeatures(requested, layer) : done(null)
    if (!near.ok) return near
    if (near.value) features.set(layer.id, near.value)
    else whole.push(layer)
  }
  const read = await readLayerFeatures(study, whole, paths)
  if (!read.ok) return read
  for (const [id, own] of read.value) features.set(id, own)
  return identify(study, features, day.value, [request.lon, request.lat], request.outline)
}

/** `null` where the file is not as the store writes it, so that all of it must be read. */
async function nearFeatures(
  { study, paths, folder, request: { lon, lat } }: Requested,
  layer: Layer,
): Promise<Outcome<NearFeatures | null>> {
  const path = paths[layer.id]!
  const source = await readTileSource({ study, layer, path, folder })
  if (!source.ok) return source
  const { ground, lines } = source.value
  if (lines === null) return done(null)
  const numbers = featuresNear(ground, lon, lat)
  const collection = await readFeatureLines(path, lines, numbers)
  if (collection === null) return done(null)
  const { shapes, attributes } = featuresFromGeoJson(collection, layer.geometryType, layer.evenOdd)
  const { classField } = layer
  // A few features may all lack the field that the layer has.
  const rows = attributes.map((row) => (classField === undefined ? row : { [classField]: null, ...row }))
  return done({ features: { shapes, attributes: rows }, numbers })
}
