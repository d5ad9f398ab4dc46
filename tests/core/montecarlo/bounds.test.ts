import { describe, expect, test } from 'vitest'
import { boundsWhere, doubtfulGround, unattributedM2 } from '../../../core/montecarlo/bounds.ts'
import type { State } from '../../../core/montecarlo/state-boundaries.ts'
import { rectangleInMetres, rectangleRing, ringsInMetres } from '../uncertainty/metre-layers.ts'

const whole = new Map()
const covers = (name: number) => new Map([[0, (state: State) => state.includes(name)]])
/** The plane of the test is exact at its southern edge only: metres east and north differ by up to this part. */
const planeError = 3e-4

const near = (found: number, expected: number, within: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(within)

describe('bounds', () => {
  test.each([[10], [50], [200]])('of a square of side 1 km, boundary good to %d m: erosion and dilation', (bandM) => {
    const ground = doubtfulGround([{ layer: rectangleInMetres(0, 0, 1000, 1000), bandM }])!
    const { minM2, maxM2 } = boundsWhere(ground, whole)
    near(minM2, 1e6 - 4000 * bandM + 4 * bandM ** 2, 1e6 * planeError)
    near(maxM2, 1e6 + 4000 * bandM + Math.PI * bandM ** 2, 1e6 * planeError + 1e-4 * bandM ** 2)
  })

  test('of a class between two bands: the plan gives way as well as the class', () => {
    const plan = { layer: rectangleInMetres(0, 0, 3000, 3000), bandM: 20 }
    const zone = { layer: rectangleInMetres(1000, -5000, 9000, 9000), bandM: 100 }
    const { minM2, maxM2 } = boundsWhere(doubtfulGround([plan, zone])!, covers(0))
    near(minM2, (2000 - 120) * 2960, 6e6 * planeError)
    near(maxM2, (2000 + 120) * 3040 - (4 - Math.PI) * 200, 6e6 * planeError)
  })

  test('know neighbours that share a boundary from ground that several claim or nobody does', () => {
    const plan = { layer: rectangleInMetres(0, 0, 1000, 1000), bandM: 0 }
    // One class drawn as two features, and its neighbour with a vertex on the common boundary.
    const halves = ringsInMetres(
      [
        rectangleRing(-900, -900, 500, 400),
        rectangleRing(-900, 400, 500, 1900),
        [
          [500, -900],
          [1900, -900],
          [1900, 1900],
          [500, 1900],
          [500, 1234],
        ],
      ],
      [0, 0, 1],
    )
    const ground = doubtfulGround([plan, { layer: halves, bandM: 50 }])!
    near(boundsWhere(ground, covers(0)).minM2, 450_000, 1e6 * planeError)
    near(boundsWhere(ground, covers(0)).maxM2, 550_000, 1e6 * planeError)
    near(unattributedM2(ground, 0), 100_000, 1e6 * planeError)
    const several = new Map([[0, (state: State) => state.length > 1]])
    const uncovered = new Map([[0, (state: State) => state.length === 0]])
    expect(boundsWhere(ground, several).maxM2).toBeLessThan(1)
    expect(boundsWhere(ground, uncovered).maxM2).toBeLessThan(1)
  })

  test('hold for a finely drawn circle, whose boundary is straightened within the band', () => {
    const circle = Array.from(
      { length: 4000 },
      (_, i) => [500 * Math.cos((i * Math.PI) / 2000), 500 * Math.sin((i * Math.PI) / 2000)] as const,
    )
    const ground = doubtfulGround([{ layer: ringsInMetres([circle]), bandM: 100 }])!
    const { minM2, maxM2 } = boundsWhere(ground, whole)
    // Straightening by at most 1 m widens the band by as much on either side, and moves its middle.
    expect(minM2).toBeLessThan(Math.PI * 400 ** 2 * (1 + planeError))
    expect(minM2).toBeGreaterThan(Math.PI * 397.9 ** 2)
    expect(maxM2).toBeGreaterThan(Math.PI * 600 ** 2 * (1 - planeError))
    expect(maxM2).toBeLessThan(Math.PI * 602.1 ** 2)
  })

  test('of nothing drawn wrong are the areas themselves, and a class that may vanish may be nothing', () => {
    const plan = { layer: rectangleInMetres(0, 0, 1000, 1000), bandM: 0 }
    const strip = rectangleInMetres(400, -50, 450, 1050)
    const exact = boundsWhere(doubtfulGround([plan, { layer: strip, bandM: 0 }])!, covers(0))
    expect(exact.maxM2).toBe(exact.minM2)
    near(exact.minM2, 50_000, 1e6 * planeError)
    expect(boundsWhere(doubtfulGround([plan, { layer: strip, bandM: 30 }])!, covers(0)).minM2).toBe(0)
  })
})
