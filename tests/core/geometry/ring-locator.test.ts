import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ringLocator } from '../../../core/geometry/ring-locator.ts'

const place = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))

/** By the angle that the ring winds round the point, which has nothing in common with crossings of a line. */
function windsOddly(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  const turned = ring.reduce((sum, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    const angle = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x)
    return sum + (angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle)
  }, 0)
  return Math.abs(Math.round(turned / (2 * Math.PI))) % 2 === 1
}

test('vertices and insides of random rings are those of an independent count', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 3, maxLength: 40 }),
      fc.array(place, { minLength: 1, maxLength: 10 }),
      (ring, points) => {
        const { isVertex, holds } = ringLocator(Float64Array.from(ring.flat()))
        for (const [x, y] of points) {
          expect(isVertex(x, y)).toBe(ring.some(([vx, vy]) => vx === x && vy === y))
          // Off the grid's lines through small slopes, so that no point lies on the ring.
          const [px, py] = [x + 0.4571, y + 0.2113]
          expect(holds(px, py)).toBe(windsOddly(ring, px, py))
          expect(isVertex(px, py)).toBe(false)
        }
        expect(holds(-10, 3.3) || holds(3.3, 10) || isVertex(7, -7)).toBe(false)
      },
    ),
    { numRuns: 2_000, seed: 5 },
  )
})

test('a saw of long edges takes no more room than its edges, times a few', () => {
  const saw = Array.from({ length: 20_000 }, (_, i) => [i, i % 2 === 0 ? 0 : 1_000] as const)
  const { holds, isVertex } = ringLocator(Float64Array.from(saw.flat()))
  expect([isVertex(19_999, 1_000), isVertex(19_999, 999)]).toEqual([true, false])
  for (const [x, y] of [
    [10_001.1, 500],
    [10_000.2, 1],
    [10_000, 2_000],
    [4_000.3, 900],
  ] as const)
    expect(holds(x, y)).toBe(windsOddly(saw, x, y))
})
