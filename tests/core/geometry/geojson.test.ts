import { describe, expect, test } from 'vitest'
import { extentOf } from '../../../core/geometry/extent.ts'
import { featuresFromGeoJson, geoJsonFromFeatures } from '../../../core/geometry/geojson.ts'
import type { FeatureCollection, Geometry, MultiPolygon, Position } from 'geojson'

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const collection = (...geometries: (Geometry | null)[]): FeatureCollection<Geometry | null> => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, i) => ({ type: 'Feature', properties: { id: i }, geometry })),
})

describe('GeoJSON', () => {
  test('rings are kept open, by polygon and feature', () => {
    const { shapes } = featuresFromGeoJson(
      collection({ type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 1)] }, null, {
        type: 'MultiPolygon',
        coordinates: [[square(10, 0, 1)], [square(12, 0, 1)]],
      }),
      'polygon',
    )
    expect([...shapes.partStart]).toEqual([0, 4, 8, 12, 16])
    expect([...shapes.partPolygon]).toEqual([0, 0, 1, 2])
    expect([...shapes.polygonFeature]).toEqual([0, 2, 2])
    expect(extentOf(shapes)).toEqual([0, 0, 13, 4])
  })

  test('with one even-odd rule per feature all its rings are one polygon', () => {
    const geometry: Geometry = { type: 'MultiPolygon', coordinates: [[square(0, 0, 4)], [square(1, 1, 1)]] }
    const { shapes } = featuresFromGeoJson(collection(geometry), 'polygon', 'feature')
    expect([...shapes.partPolygon]).toEqual([0, 0])
  })

  test('a wrongly wound hole is written as a hole, an island in it as a shell', () => {
    const rings = [square(4, 4, 1), square(3, 3, 3).toReversed(), square(0, 0, 10).toReversed()]
    const features = featuresFromGeoJson(
      collection({ type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }),
      'polygon',
      'feature',
    )
    const written = geoJsonFromFeatures(features, 'feature')
    const geometry = written.features[0]!.geometry
    expect(geometry?.type).toBe('MultiPolygon')
    expect((geometry as MultiPolygon).coordinates.map((polygon) => polygon.map(startAtLowest))).toEqual([
      [square(0, 0, 10), startAtLowest(square(3, 3, 3).toReversed())],
      [square(4, 4, 1)],
    ])
  })

  test.each(['polygon', 'feature'] as const)('what is written reads back as the same shapes (%s)', (evenOdd) => {
    const crossing: Geometry = { type: 'Polygon', coordinates: [square(0, 0, 4), square(3, 3, 4)] }
    const once = featuresFromGeoJson(
      collection(crossing, { type: 'Polygon', coordinates: [square(20, 0, 1)] }),
      'polygon',
      evenOdd,
    )
    const again = featuresFromGeoJson(geoJsonFromFeatures(once, evenOdd), 'polygon', evenOdd)
    expect([...again.shapes.partPolygon]).toEqual([...once.shapes.partPolygon])
    expect([...again.shapes.polygonFeature]).toEqual([...once.shapes.polygonFeature])
    expect(again.shapes.coordinates.toSorted()).toEqual(once.shapes.coordinates.toSorted())
  })

  test('lines, points and attributes keep what they are', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    }
    expect(geoJsonFromFeatures(featuresFromGeoJson(collection(line), 'line')).features[0]!.geometry).toEqual(line)
    const points: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    }
    expect(geoJsonFromFeatures(featuresFromGeoJson(collection(points), 'point')).features[0]!.geometry).toEqual(points)
    const features = featuresFromGeoJson(
      { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { a: [1], b: 'ب' }, geometry: null }] },
      'point',
    )
    expect({ ...features.attributes[0] }).toEqual({ a: '[1]', b: 'ب' })
  })
})

/** A closed ring turned so that its lowest, then leftmost, vertex comes first. */
function startAtLowest(ring: Position[]): Position[] {
  const open = ring.slice(0, -1)
  const start = open.reduce(
    (best, [x, y], i) => (y! < open[best]![1]! || (y === open[best]![1] && x! < open[best]![0]!) ? i : best),
    0,
  )
  const turned = [...open.slice(start), ...open.slice(0, start)]
  return [...turned, turned[0]!]
}
