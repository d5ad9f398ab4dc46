import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlay } from '../../../core/overlay/overlay.ts'
import type { UncertainLayer } from '../../../core/montecarlo/displacement.ts'
import { drawnInterval, type DrawnArea, type DrawnInterval } from '../../../core/montecarlo/drawn-interval.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { summarizer } from '../../../core/montecarlo/summary.ts'
import { rectangleRing, ringsInMetres } from './metre-layers.ts'

type Ring = ReturnType<typeof rectangleRing>

const planM = 5
const sigmas = [4, 10, 25, 60, 140, 160, 220, 400, 900]
const far = 6000

const layerError = (rings: readonly Ring[], accuracyM: number, source: string): UncertainLayer => ({
  layer: ringsInMetres(
    rings,
    rings.map(() => 0),
  ),
  accuracyM,
  source,
})

function intervalOf(
  plan: Ring,
  zone: readonly Ring[],
  sigmaM: number,
  seed = 3,
): DrawnInterval & { readonly still: Float64Array } {
  const { rows, still } = simulate(
    [layerError([plan], planM, 'plan'), layerError(zone, sigmaM, 'zone')],
    { classCounts: [1], ground: [] },
    { draws: 200, seed },
  )
  const area = (row: number): DrawnArea => ({ areaM2: still[row]!, stillM2: still[row]!, draws: rows[row]! })
  return { ...drawnInterval(area(1), area(0)), still }
}

/** Of the plan. */
const widthOf = ({ shareLow, shareHigh }: DrawnInterval): number => shareHigh - shareLow

/** A plan from nothing to so far, and the part of it south of a front that leans: as far as the plan's line, and far beyond. */
function fronted(wide: number, high: number, at: number, lean: number) {
  const front = (x: number): number => at * high + lean * (x - wide / 2)
  return {
    plan: rectangleRing(0, 0, wide, high),
    ending: [
      [0, 0],
      [wide, 0],
      [wide, front(wide)],
      [0, front(0)],
    ] satisfies Ring,
    crossing: [
      [-far, -far],
      [wide + far, -far],
      [wide + far, front(wide + far)],
      [-far, front(-far)],
    ] satisfies Ring,
  }
}

const strip = fronted(200, 1000, 0.5, 0)

describe('the interval of a zone whose front ends on the plan’s line', () => {
  test.each(sigmas)('is as wide as that of a front that crosses the plan, of 200 m and good to %i m', (sigmaM) => {
    const [ending, crossing] = [strip.ending, strip.crossing].map((ring) =>
      widthOf(intervalOf(strip.plan, [ring], sigmaM)),
    )
    expect(ending! / crossing!).toBeGreaterThan(0.9)
    expect(ending! / crossing!).toBeLessThan(1.1)
  })

  test('does not get narrower as the front gets worse, and is about that of one that crosses, on small plans of any shape', () => {
    const plans = fc.record({
      wide: fc.integer({ min: 60, max: 700 }),
      high: fc.integer({ min: 300, max: 1500 }),
      at: fc.double({ min: 0.35, max: 0.65, noNaN: true }),
      lean: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    })
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 1000 }), ({ wide, high, at, lean }, seed) => {
        const { plan, ending, crossing } = fronted(wide, high, at, (lean * high) / wide)
        const widths = [ending, crossing].map((ring) =>
          sigmas.map((sigmaM) => widthOf(intervalOf(plan, [ring], sigmaM, seed))),
        )
        for (const own of widths)
          for (const [i, width] of own.entries()) if (i > 0) expect(width).toBeGreaterThan(0.97 * own[i - 1]!)
        for (const [i, width] of widths[0]!.entries())
          expect(Math.abs(width / widths[1]![i]! - 1), `${sigmas[i]} m`).toBeLessThan(0.2)
      }),
      { seed: 12, numRuns: 6 },
    )
  })

  test('moves both zones that it divides, with no ground between them and none in both', () => {
    const { plan, ending } = strip
    const north: Ring = [
      [0, 500],
      [200, 500],
      [200, 1000],
      [0, 1000],
    ]
    const layers = [
      layerError([plan], planM, 'plan'),
      { ...layerError([ending, north], 200, 'zone'), layer: ringsInMetres([ending, north]) },
    ]
    const { rows } = simulate(layers, { classCounts: [2], ground: [] }, { draws: 100, seed: 3 })
    expect(Math.max(...rows[1]!) - Math.min(...rows[1]!)).toBeGreaterThan(100_000)
    for (const row of [3, 4]) expect(Math.max(...rows[row]!)).toBeLessThan(1)
  })

  test('of a band between two fronts is that of the band that crosses', () => {
    const band = (reach: number): Ring => rectangleRing(-reach, 350, 200 + reach, 650)
    for (const sigmaM of [40, 160]) {
      expect(
        widthOf(intervalOf(strip.plan, [band(0)], sigmaM)) / widthOf(intervalOf(strip.plan, [band(far)], sigmaM)),
      ).toBeCloseTo(1, 1)
    }
  })

  test('of a front from a corner that points into the plan is about that of a line that goes on beside the plan', () => {
    const plan: Ring = [
      [0, 0],
      [900, 0],
      [900, 200],
      [200, 200],
      [200, 900],
      [0, 900],
    ]
    const beside: Ring = [
      [-far, 200],
      [-far, -far],
      [far, -far],
      [far, 200],
      [200, 200],
    ]
    for (const sigmaM of sigmas) {
      const [ending, crossing] = [
        [
          [0, 0],
          [900, 0],
          [900, 200],
          [0, 200],
        ] satisfies Ring,
        beside,
      ].map((ring) => widthOf(intervalOf(plan, [ring], sigmaM)))
      expect(ending! / crossing!, `${sigmaM} m`).toBeGreaterThan(0.9)
    }
  })
})

test('a zone that shares the plan’s line from outside covers none of the plan to speak of, however short its free edges', () => {
  const { shareHigh } = intervalOf(strip.plan, [rectangleRing(200, 200, 260, 800)], 30)
  expect(shareHigh).toBeLessThan(0.05)
})

test('ground is the same with its lines laid onto the plan’s and split where they leave it', () => {
  const { still } = intervalOf(strip.plan, [strip.ending], 150)
  const asDrawn = new Float64Array(still.length)
  summarizer({ classCounts: [1], ground: [] })(
    overlay([ringsInMetres([strip.plan]), ringsInMetres([strip.ending])]),
    asDrawn,
    0,
  )
  for (const [row, areaM2] of asDrawn.entries()) expect(Math.abs(still[row]! - areaM2)).toBeLessThan(1e-3)
})

test('an edge from one place of another zone’s line to the next errs on its own', () => {
  const notched = layerError(
    [
      [
        [0, 0],
        [500, 0],
        [500, 400],
        [400, 450],
        [500, 500],
        [500, 900],
        [0, 900],
      ],
    ],
    planM,
    'one',
  )
  const straight = layerError(
    [
      [
        [500, 0],
        [900, 0],
        [900, 900],
        [500, 900],
        [500, 500],
        [500, 400],
      ],
    ],
    300,
    'other',
  )
  const { rows, sharedLines } = simulate(
    [layerError([rectangleRing(-500, -500, 1500, 1500)], planM, 'plan'), notched, straight],
    {
      classCounts: [1, 1],
      ground: [
        [[], []],
        [[0], [0]],
      ],
    },
    { draws: 60, seed: 3 },
  )
  expect(sharedLines).toMatchObject([{ layer: 2, leader: 1 }])
  expect(Math.max(...rows.at(-1)!)).toBeGreaterThan(1000)
})
