import type { FeatureCollection, Geometry } from 'geojson'
import { featuresFromGeoJson, geoJsonFromFeatures } from '../../core/geometry/geojson.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import type { Outcome } from '../../core/result/outcome.ts'
import type { HoldEnd } from '../../core/model/hold-end.ts'
import { classedOn } from '../../core/measure/classed-on.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { MeasuredLayer } from '../../core/measure/measured-layer.ts'
import type { ClassName } from '../../core/model/measurement.ts'

/** The features of a layer as they came, and the ground that they stand for (zones where the layer has a buffer). */
export type LayerFeatures = {
  readonly layer: Layer
  readonly features: Features
  readonly ground: FeatureCollection<Geometry | null>
  readonly groundFeatures: Features
  /** Of a list of events, whose ground on a day is that of the events past by then, as the measurement makes it. */
  readonly groundOn?: (at: string | null) => ClassedGround
}

/** Ground sorted into classes on a day, as the measurement sorts it; class -1 takes no part. */
export type ClassedGround = {
  readonly layer: Layer
  readonly ground: FeatureCollection<Geometry | null>
  readonly features: Features
  readonly names: readonly ClassName[]
  readonly classOfFeature: Int32Array
  /** Of each feature -1, or more where its party's hold has ended, so that nobody knows who holds its ground. */
  readonly endOfFeature?: Int32Array
}

/** The features of a file, as GeoJSON and as shapes. */
export type ReadFeatures = Pick<LayerFeatures, 'features'> & { readonly collection: LayerFeatures['ground'] }

export const readFeatures = (layer: Layer, collection: LayerFeatures['ground']): ReadFeatures => ({
  collection,
  features: featuresFromGeoJson(collection, layer.geometryType, layer.evenOdd),
})

export async function layerFeatures(layer: Layer, { collection, features }: ReadFeatures): Promise<LayerFeatures> {
  if (layer.events !== undefined && layer.geometryType !== 'polygon') {
    const { prepareLayer } = await import('../../core/measure/measured-layer.ts')
    return {
      layer,
      features,
      ground: collection,
      groundFeatures: features,
      groundOn: (at) => eventGround(prepareLayer(layer, features, at, []), layer, features),
    }
  }
  if (layer.bufferM === undefined || layer.geometryType === 'polygon') {
    return { layer, features, ground: collection, groundFeatures: features }
  }
  const { bufferFeatures } = await import('../../core/measure/buffer.ts')
  const groundFeatures = bufferFeatures(features, layer.bufferM)
  return { layer, features, ground: geoJsonFromFeatures(groundFeatures), groundFeatures }
}

/** The zones of a list's events, or where it has no rule the events that take part; nothing where the list is refused. */
function eventGround(prepared: Outcome<MeasuredLayer>, layer: Layer, events: Features): ClassedGround {
  const none = { names: [], classOfFeature: new Int32Array(events.attributes.length).fill(-1), features: events }
  const { names, classOfFeature, features } = prepared.ok ? prepared.value : none
  return { layer, ground: geoJsonFromFeatures(features), features, names, classOfFeature }
}

const classed = new WeakMap<LayerFeatures, Map<string, ClassedGround>>()

/** Kept for each set of features, day and ends of holds, because every move of the pointer asks for it. */
export function classedGround(loaded: LayerFeatures, at: string | null, ends: readonly HoldEnd[] = []): ClassedGround {
  const key = JSON.stringify([at, ends])
  const ofDay = classed.get(loaded) ?? new Map<string, ClassedGround>()
  classed.set(loaded, ofDay)
  const known = ofDay.get(key)
  if (known) return known
  const ofEvents = loaded.groundOn?.(at)
  if (ofEvents) {
    ofDay.set(key, ofEvents)
    return ofEvents
  }
  const { layer, ground, groundFeatures: features } = loaded
  const made = { layer, ground, features, ...classedOn(layer, features, at, ends) }
  ofDay.set(key, made)
  return made
}
