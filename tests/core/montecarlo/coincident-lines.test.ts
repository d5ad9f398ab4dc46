import { describe, expect, test } from 'vitest'
import { displaceable, displacer, type UncertainLayer } from '../../../core/montecarlo/displacement.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { rectangleInMetres, rectangleRing, ringsInMetres } from '../uncertainty/metre-layers.ts'

type Ring = ReturnType<typeof rectangleRing>

const square = rectangleRing(0, 0, 3000, 3000)
const sigmaM = 40
const plan: UncertainLayer = { layer: ringsInMetres([square]), accuracyM: sigmaM, source: 'plan' }
const zoneOf = (ring: Ring, accuracyM = sigmaM): UncertainLayer => ({
  layer: ringsInMetres([ring]),
  accuracyM,
  source: 'zone',
})
/** Rows are the plan, the class, several classes, not covered. */
const drawn = (zone: UncertainLayer) => simulate([plan, zone], { classCounts: [1], ground: [] }, { draws: 60, seed: 5 })
const mostOf = (row: Float64Array): number => Math.max(...row)
const movedBy = (ring: Ring, metres: number): Ring =>
  ring.map(([x, y], i) => [x + (i % 2 === 0 ? metres : -metres), y + metres / 2])

describe('lines of two files that are one', () => {
  test.each([
    ['to the last bit', square],
    ['but for a nanometre', movedBy(square, 1e-9)],
    ['but for a metre', movedBy(square, 1)],
    ['but for a vertex in between', [square[0]!, [1234.5, 0] as const, ...square.slice(1)]],
    ['begun at another vertex', [...square.slice(2), ...square.slice(0, 2)]],
    ['drawn the other way round', square.toReversed()],
  ] as const)('err together where they are the same %s', (_, ring) => {
    const { rows, still, sharedLines } = drawn(zoneOf([...ring]))
    expect(sharedLines).toMatchObject([{ layer: 1, leader: 0, isWhole: true }])
    expect(sharedLines[0]!.lengthM).toBeCloseTo(12_000, -2)
    expect(mostOf(rows[3]!)).toBeLessThan(1)
    expect(Math.abs(still[0]! - still[1]!)).toBeLessThan(1)
  })

  test('err on their own where they lie farther apart than 2 m or a tenth of a standard deviation', () => {
    const { rows, sharedLines } = drawn(zoneOf(rectangleRing(10, 10, 2990, 2990)))
    expect(sharedLines).toEqual([])
    expect(mostOf(rows[3]!)).toBeGreaterThan(10_000)
  })

  test('err together over the half that they share, and on their own over the rest', () => {
    const { rows, sharedLines } = drawn(zoneOf(rectangleRing(0, 0, 1500, 3000)))
    expect(sharedLines).toMatchObject([{ isWhole: false }])
    expect(sharedLines[0]!.lengthM).toBeCloseTo(6000, -3)
    const east = displacer(displaceable([plan, zoneOf(rectangleRing(0, 0, 1500, 3000))]))(5, 1)
    const places = (layer: number) => {
      const { coordinates } = east[layer]!.shapes
      return new Set(
        Array.from({ length: coordinates.length / 2 }, (_, i) => `${coordinates[2 * i]} ${coordinates[2 * i + 1]}`),
      )
    }
    const shared = [...places(1)].filter((place) => places(0).has(place))
    expect(shared.length).toBeGreaterThan(40)
    expect(places(1).size - shared.length).toBeGreaterThan(15)
    // The free edge of 3 km spreads; what is shared does not widen that.
    const spread = mostOf(rows[1]!) - Math.min(...rows[1]!)
    expect(spread).toBeGreaterThan(3000 * sigmaM)
  })

  test('keep a spike of one vertex that only one of them has', () => {
    const spiked: Ring = [...square.slice(0, 1), [1500, 0], [1500.5, -400], [1501, 0], ...square.slice(1)]
    const { rows, still } = drawn(zoneOf(spiked))
    expect(still[1]! / still[0]!).toBeCloseTo(1, 6)
    expect(mostOf(rows[3]!) / still[0]!).toBeLessThan(0.01)
  })

  test('do not move where the plan has no error, and move with it where only the plan has one', () => {
    const still = simulate(
      [{ ...plan, accuracyM: 0 }, zoneOf(square)],
      { classCounts: [1], ground: [] },
      { draws: 20, seed: 5 },
    )
    expect(mostOf(still.rows[1]!) - Math.min(...still.rows[1]!)).toBeLessThan(1)
    const moving = drawn(zoneOf(square, 0))
    expect(mostOf(moving.rows[3]!)).toBeLessThan(1)
    expect(mostOf(moving.rows[0]!) - Math.min(...moving.rows[0]!)).toBeGreaterThan(10_000)
  })

  test('of two zones err together as well, and the plan moves as it did without them', () => {
    const [west, east] = [
      zoneOf(rectangleRing(500, 500, 1500, 2500)),
      { ...zoneOf(rectangleRing(1500, 500, 2500, 2500)), source: 'other' },
    ]
    const { rows, sharedLines } = simulate(
      [plan, west, east],
      { classCounts: [1, 1], ground: [[[0], [0]]] },
      { draws: 40, seed: 2 },
    )
    expect(sharedLines).toMatchObject([{ layer: 2, leader: 1 }])
    expect(mostOf(rows.at(-1)!)).toBeLessThan(1000)
    const alone = simulate(
      [plan, zoneOf(rectangleRing(500, 500, 900, 900))],
      { classCounts: [1], ground: [] },
      { draws: 40, seed: 2 },
    )
    expect(rows[0]).toEqual(alone.rows[0])
  })
})

test('a crossing of lines is no shared line', () => {
  const { sharedLines } = drawn({ layer: rectangleInMetres(1000, -500, 2000, 3500), accuracyM: sigmaM, source: 'zone' })
  expect(sharedLines).toEqual([])
})
