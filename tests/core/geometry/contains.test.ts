import { describe, expect, test } from 'vitest'
import { assert, double, property } from 'fast-check'
import { containment } from '../../../core/geometry/contains.ts'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { Position } from 'geojson'

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const shapes = shapesFromGeoJson(
  [
    { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 2)] },
    { type: 'Polygon', coordinates: [square(4, 0, 4)] },
  ],
  'polygon',
)

describe('a position', () => {
  const isInside = containment(shapes)
  test.each([
    [0.5, 0.5, true],
    [2, 2, false],
    [6, 2, true],
    [-1, 2, false],
    [9, 2, false],
  ])('%d %d: %s', (lon, lat, expected) => expect(isInside(lon, lat)).toBe(expected))

  test('on the line between two neighbours lies in one of them', () => {
    const left = containment(shapesFromGeoJson([{ type: 'Polygon', coordinates: [square(0, 0, 4)] }], 'polygon'))
    const right = containment(
      shapesFromGeoJson([{ type: 'Polygon', coordinates: [square(4, 0, 4).toReversed()] }], 'polygon'),
    )
    assert(
      property(double({ min: 0, max: 3.99, noNaN: true }), (lat) => {
        expect(left(4, lat)).not.toBe(right(4, lat))
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
