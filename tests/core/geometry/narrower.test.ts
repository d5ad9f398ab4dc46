import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNarrowerThan } from '../../../core/geometry/narrower.ts'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'

const { eastM, northM } = metresPerRadian(33.5)
const degree = 180 / Math.PI

/** A ring of points in metres round 36.3 E 33.5 N, turned by an angle. */
function ring(points: readonly (readonly [number, number])[], turn = 0): Float64Array {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return Float64Array.from(
    points.flatMap(([x, y]) => [
      36.3 + ((x * cos - y * sin) / eastM) * degree,
      33.5 + ((x * sin + y * cos) / northM) * degree,
    ]),
  )
}
const rectangle = (length: number, width: number): [number, number][] => [
  [-length / 2, -width / 2],
  [length / 2, -width / 2],
  [length / 2, width / 2],
  [-length / 2, width / 2],
]

describe('a polygon is narrower than a width where no circle of it fits', () => {
  test('rectangles in any direction, by their shorter side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 0, max: 628 }),
        (width, tenths, turn) => {
          const rings = [ring(rectangle((width * tenths) / 10, width), turn / 100)]
          expect([isNarrowerThan(rings, width * 1.05), isNarrowerThan(rings, width * 0.95)]).toEqual([true, false])
        },
      ),
      { numRuns: 60, seed: 20180421 },
    )
  })

  test('a ring round a hole, by the room between both', () => {
    const frame = [ring(rectangle(400, 400)), ring(rectangle(360, 360)).reverse()]
    const holes = [frame[0]!, Float64Array.from(pairsReversed(ring(rectangle(360, 360))))]
    expect([isNarrowerThan(holes, 30), isNarrowerThan(holes, 19)]).toEqual([true, false])
  })

  test('a strip with one wide place is not narrow, however long it is', () => {
    const club = ring([
      [0, 0],
      [5_000, 0],
      [5_000, -60],
      [5_100, -60],
      [5_100, 70],
      [5_000, 70],
      [5_000, 10],
      [0, 10],
    ])
    expect([isNarrowerThan([club], 50), isNarrowerThan([club], 110)]).toEqual([false, true])
  })

  test('a triangle, by its inscribed circle', () => {
    const triangle = [
      ring([
        [0, 0],
        [300, 0],
        [0, 400],
      ]),
    ]
    expect([isNarrowerThan(triangle, 206), isNarrowerThan(triangle, 194)]).toEqual([true, false])
  })
})

function pairsReversed(flat: Float64Array): number[] {
  const points: number[] = []
  for (let i = flat.length - 2; i >= 0; i -= 2) points.push(flat[i]!, flat[i + 1]!)
  return points
}
