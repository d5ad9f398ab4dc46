import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { nestRings, woundRing } from './ring-nesting.ts'
import type { Features, Shapes } from './shapes.ts'

/**
 * The features as RFC 7946 GeoJSON, rings closed, shells anticlockwise, holes clockwise. With `evenOdd: 'polygon'`
 * the rings of a polygon stay together, the first as its shell; with `'feature'` the rings of a feature are sorted
 * into shells and holes, so that programs which know no even-odd rule see the same ground. Reading the result with
 * the same `evenOdd` gives the same shapes.
 */
export const geoJsonFromFeatures = (
  features: Features,
  evenOdd: 'polygon' | 'feature' = 'polygon',
): FeatureCollection<Geometry | null> => ({
  type: 'FeatureCollection',
  features: [...eachGeoJsonFeature(features, evenOdd)],
})

/** The same, feature by feature, for a layer whose objects would not all fit into memory. */
export function* eachGeoJsonFeature(
  { shapes, attributes }: Features,
  evenOdd: 'polygon' | 'feature' = 'polygon',
): Generator<Feature<Geometry | null>> {
  const { partPolygon, polygonFeature } = shapes
  let [polygon, part] = [0, 0]
  for (const [feature, properties] of attributes.entries()) {
    const polygons: Position[][][] = []
    for (; polygonFeature[polygon] === feature; polygon++) {
      const parts: Position[][] = []
      for (; partPolygon[part] === polygon; part++) parts.push(positionsOf(shapes, part))
      polygons.push(parts)
    }
    yield { type: 'Feature', properties: { ...properties }, geometry: geometryOf(shapes.kind, polygons, evenOdd) }
  }
}

function geometryOf(
  kind: Shapes['kind'],
  polygons: readonly Position[][][],
  evenOdd: 'polygon' | 'feature',
): Geometry | null {
  if (polygons.length === 0) return null
  const parts = polygons.flat()
  if (kind === 'point') {
    const points = parts.flat()
    return points.length === 1
      ? { type: 'Point', coordinates: points[0]! }
      : { type: 'MultiPoint', coordinates: points }
  }
  if (kind === 'line') {
    return parts.length === 1
      ? { type: 'LineString', coordinates: parts[0]! }
      : { type: 'MultiLineString', coordinates: parts }
  }
  const members = evenOdd === 'feature' ? nestRings(parts) : polygons.map((rings) => rings.map(windInOrder))
  return members.length === 1
    ? { type: 'Polygon', coordinates: members[0]! }
    : { type: 'MultiPolygon', coordinates: members }
}

const windInOrder = (ring: Position[], place: number): Position[] => woundRing(ring, place > 0)

function positionsOf({ coordinates, partStart }: Shapes, part: number): Position[] {
  const positions: Position[] = []
  for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
    positions.push([coordinates[i * 2]!, coordinates[i * 2 + 1]!])
  }
  return positions
}
