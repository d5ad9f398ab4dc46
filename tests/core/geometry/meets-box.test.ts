import { bboxPolygon, booleanIntersects } from '@turf/turf'
import { array, assert, integer, property, tuple } from 'fast-check'
import type { Geometry, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import { featuresMeeting } from '../../../core/geometry/meets-box.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'

const ring = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const withHole: Geometry = { type: 'Polygon', coordinates: [ring(0, 0, 10), ring(2, 2, 6)] }
const apart: Geometry = { type: 'MultiPolygon', coordinates: [[ring(20, 0, 2)], [ring(30, 0, 10)]] }

describe('a box', () => {
  const shapes = shapesFromGeoJson([withHole, null, apart], 'polygon')
  test.each<[string, Extent, number[]]>([
    ['about all', [-1, -1, 50, 50], [1, 0, 1]],
    ['in the ground', [0.5, 0.5, 1, 1], [1, 0, 0]],
    ['in the hole', [4, 4, 5, 5], [0, 0, 0]],
    ['over the border of the hole', [1, 4, 5, 5], [1, 0, 0]],
    ['in the second polygon', [34, 4, 35, 5], [0, 0, 1]],
    ['at a corner', [10, 10, 11, 11], [1, 0, 0]],
    ['between the polygons', [24, 4, 25, 5], [0, 0, 0]],
    ['that is a point', [5, 1, 5, 1], [1, 0, 0]],
  ])('%s', (_, box, wanted) => expect([...featuresMeeting(shapes, box, 3)]).toEqual(wanted))
})

const position = tuple(integer({ min: 0, max: 12 }), integer({ min: 0, max: 12 }))

test('a line or a triangle meets a box where they have a point in common', () => {
  assert(
    property(array(position, { minLength: 3, maxLength: 3 }), position, position, (three, a, b) => {
      const box: Extent = [
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]) + 1,
        Math.max(a[1], b[1]) + 1,
      ]
      const isFlat =
        (three[1]![0] - three[0]![0]) * (three[2]![1] - three[0]![1]) ===
        (three[2]![0] - three[0]![0]) * (three[1]![1] - three[0]![1])
      const line: Geometry = { type: 'LineString', coordinates: three }
      const triangle: Geometry = { type: 'Polygon', coordinates: [[...three, three[0]!]] }
      for (const geometry of isFlat ? [] : [line, triangle]) {
        const kind = geometry.type === 'Polygon' ? 'polygon' : 'line'
        const [meets] = featuresMeeting(shapesFromGeoJson([geometry], kind), box, 1)
        expect(meets === 1).toBe(booleanIntersects(geometry, bboxPolygon([...box])))
      }
    }),
    { numRuns: 2000, seed: 17 },
  )
})
