import type { FeatureCollection, Geometry, Position } from 'geojson'
import { nestRings, woundRing } from './ring-nesting.ts'
import type { Features, Shapes } from './shapes.ts'

/**
 * The features as RFC 7946 GeoJSON, rings closed, shells anticlockwise, holes clockwise. With `evenOdd: 'polygon'`
 * the rings of a polygon stay together, the first as its shell; with `'feature'` the rings of a feature are sorted
 * into shells and holes, so that programs which know no even-odd rule see the same ground. Reading the result with
 * the same `evenOdd` gives the same shapes.
 */
export function geoJsonFromFeatures(
  { shapes, attributes }: Features,
  evenOdd: 'polygon' | 'feature' = 'polygon',
): FeatureCollection<Geometry | null> {
  const polygonsByFeature: number[][] = attributes.map(() => [])
  shapes.polygonFeature.forEach((feature, polygon) => polygonsByFeature[feature]!.push(polygon))
  const partsByPolygon: number[][] = Array.from(shapes.polygonFeature, () => [])
  shapes.partPolygon.forEach((polygon, part) => partsByPolygon[polygon]!.push(part))
  return {
    type: 'FeatureCollection',
    features: attributes.map((properties, feature) => {
      const polygons = polygonsByFeature[feature]!.map((polygon) =>
        partsByPolygon[polygon]!.map((part) => positionsOf(shapes, part)),
      )
      return { type: 'Feature', properties: { ...properties }, geometry: geometryOf(shapes.kind, polygons, evenOdd) }
    }),
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
