import type { FeatureCollection, Geometry } from 'geojson'
import { featuresFromGeoJson, geoJsonFromFeatures } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { classify } from '../../core/study/classes.ts'
import type { Layer } from '../../core/study/layer.ts'
import type { ClassName } from '../../core/study/measurement.ts'
import { validOn } from '../../core/study/validity.ts'

/** The features of a layer as they came, and the ground that they stand for (zones where the layer has a buffer). */
export type LayerFeatures = {
  readonly layer: Layer
  readonly features: Features
  readonly ground: FeatureCollection<Geometry | null>
  readonly groundFeatures: Features
}

/** Ground sorted into classes on a day, as the measurement sorts it; class -1 takes no part. */
export type ClassedGround = {
  readonly layer: Layer
  readonly ground: FeatureCollection<Geometry | null>
  readonly features: Features
  readonly names: readonly ClassName[]
  readonly classOfFeature: Int32Array
}

/** The features of a file, as GeoJSON and as shapes. */
export type ReadFeatures = Pick<LayerFeatures, 'features'> & { readonly collection: LayerFeatures['ground'] }

export const readFeatures = (layer: Layer, collection: LayerFeatures['ground']): ReadFeatures => ({
  collection,
  features: featuresFromGeoJson(collection, layer.geometryType, layer.evenOdd),
})

export async function layerFeatures(layer: Layer, { collection, features }: ReadFeatures): Promise<LayerFeatures> {
  if (layer.bufferM === undefined || layer.geometryType === 'polygon') {
    return { layer, features, ground: collection, groundFeatures: features }
  }
  const { bufferFeatures } = await import('../../core/study/buffer.ts')
  const groundFeatures = bufferFeatures(features, layer.bufferM)
  return { layer, features, ground: geoJsonFromFeatures(groundFeatures), groundFeatures }
}

const classed = new WeakMap<LayerFeatures, Map<string | null, ClassedGround>>()

/** Kept for each set of features and day, because every move of the pointer asks for it. */
export function classedGround(loaded: LayerFeatures, at: string | null): ClassedGround {
  const ofDay = classed.get(loaded) ?? new Map<string | null, ClassedGround>()
  classed.set(loaded, ofDay)
  const known = ofDay.get(at)
  if (known) return known
  const { layer, ground, groundFeatures: features } = loaded
  const sorted = classify(layer, features)
  const { valid } = validOn(layer, features, at)
  const names = sorted.ok ? sorted.value.names : [layer.name]
  const classOfFeature = Int32Array.from(valid, (isValid, feature) => {
    if (!isValid) return -1
    return sorted.ok ? sorted.value.classOfFeature[feature]! : 0
  })
  const made = { layer, ground, features, names, classOfFeature }
  ofDay.set(at, made)
  return made
}
