import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import { keepFeatures, type RawLayer } from '../record/raw-layer.ts'

/**
 * The layer less the geometry of features with an impossible position, or the refusal that the format asks for. `crs` names
 * the system in which they have no place; without it they are no longitude and latitude.
 */
export function withoutImpossible(
  layer: RawLayer,
  isPossible: (x: number, y: number) => boolean,
  crs?: string,
): Outcome<RawLayer> {
  const { shapes, attributes } = layer.features
  const bad = new Set<number>()
  let example = ''
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const feature = shapes.polygonFeature[shapes.partPolygon[part]!]!
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) {
      if (isPossible(shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!)) continue
      if (bad.size === 0) example = `[${shapes.coordinates[2 * i]}, ${shapes.coordinates[2 * i + 1]}]`
      bad.add(feature)
      break
    }
  }
  if (bad.size === 0) return done(layer)
  const places = noPlaces()
  for (let feature = 0; feature < attributes.length; feature++) {
    if (bad.has(feature)) addPlace(places, layer.featureNumbers[feature]!)
  }
  const { file } = layer
  const kept = keepFeatures(layer, (feature) => !bad.has(feature), true)
  if (layer.badPosition === 'refuse-file' || kept.features.shapes.coordinates.length === 0) {
    const values = { file, feature: places.first, value: example }
    return refused(
      crs === undefined ? problem('position-out-of-range', values) : problem('position-off-system', { ...values, crs }),
    )
  }
  return done({ ...kept, notes: [...kept.notes, noteOfPlaces('positions-left-out', file, places)] })
}
