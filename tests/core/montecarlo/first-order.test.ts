import { describe, expect, test } from 'vitest'
import { boundsWhere, doubtfulGround } from '../../../core/montecarlo/bounds.ts'
import { correlationLengthM } from '../../../core/montecarlo/displacement.ts'
import { groundSdM2 } from '../../../core/montecarlo/first-order.ts'
import { spreadOf } from '../../../core/montecarlo/quantiles.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { smoothBoundarySdM2 } from '../../../core/montecarlo/smooth-boundary.ts'
import { rectangleInMetres, rectangleRing, ringsInMetres } from '../uncertainty/metre-layers.ts'

type Classes = readonly (readonly number[])[]
const inZone = (classes: Classes) => (classes[1]!.length > 0 ? [0] : [])
const certainPlan = { layer: rectangleInMetres(0, 0, 3000, 3000), accuracyM: 0, source: 'plan' }

describe('the estimate of the first order', () => {
  test.each([5, 50, 400])('of one straight boundary is the closed form of our field (%d m)', (accuracyM) => {
    const zone = { layer: rectangleInMetres(1500, -9000, 9000, 9000), accuracyM, source: 'zone' }
    const [sdM2] = groundSdM2([certainPlan, zone], inZone)
    const expected = smoothBoundarySdM2(3000, accuracyM, correlationLengthM(accuracyM))
    expect(sdM2! / expected).toBeCloseTo(1, 2)
  })

  test('tends to a rigid shift where the boundary is short against the correlation, and the bounds are that shift', () => {
    const plan = { ...certainPlan, layer: rectangleInMetres(0, 0, 30, 30) }
    const zone = { layer: rectangleInMetres(15, -9000, 9000, 9000), accuracyM: 2, source: 'zone' }
    const [sdM2] = groundSdM2([plan, zone], inZone)
    expect(sdM2! / (2 * 30)).toBeCloseTo(1, 2)
    const ground = doubtfulGround([
      { layer: plan.layer, bandM: 0 },
      { layer: zone.layer, bandM: 1.96 * 2 },
    ])!
    const { minM2, maxM2 } = boundsWhere(ground, new Map([[0, (state) => state.length > 0]]))
    expect((maxM2 - minM2) / 2 / (1.96 * sdM2!)).toBeCloseTo(1, 2)
  })

  test('is far inside the bounds where the correlation is short against the boundary', () => {
    const zone = { layer: rectangleInMetres(1500, -9000, 9000, 9000), accuracyM: 5, source: 'zone' }
    const [sdM2] = groundSdM2([{ ...certainPlan }, zone], inZone)
    const expected = 5 * Math.sqrt(3000 ** 2 / 2 + 3000 * 200 * Math.sqrt(Math.PI / 2))
    expect(Math.abs(sdM2! / expected - 1)).toBeLessThan(0.02)
    expect(sdM2!).toBeLessThan(5 * 3000)
  })

  test('of a square inside the plan leaves out the shift, which moves ground and changes no area', () => {
    const side = 60
    const square = { layer: rectangleInMetres(1000, 1000, 1000 + side, 1000 + side), accuracyM: 3, source: 'zone' }
    const [sdM2] = groundSdM2([certainPlan, square], inZone)
    // Small against lambda the field only stretches: dA = A (du/dx + dv/dy), each of variance s² / (2 lambda²).
    expect(sdM2! / (side ** 2 * (3 / 200))).toBeCloseTo(1, 1)
  })

  const draws = 800
  const samplingError = 4 / Math.sqrt(2 * draws)
  const bent = [
    [700, 200],
    [1600, 400],
    [2300, 300],
    [2600, 1500],
    [2100, 2500],
    [1500, 2100],
    [600, 2700],
    [900, 1500],
  ] as const

  test.each([
    ['a crooked class inside the plan', 'zone', 12],
    ['a class of the plan’s own source, which moves with it', 'plan', 12],
    ['a coarser class of the plan’s own source', 'plan', 70],
  ])('is the spread of the draws, within sampling error: %s', (_, source, accuracyM) => {
    const plan = {
      ...certainPlan,
      layer: ringsInMetres([
        [
          [0, 0],
          [2200, 0],
          [2200, 3000],
          [0, 3000],
        ],
      ]),
      accuracyM: 12,
    }
    const zone = { layer: ringsInMetres([bent]), accuracyM, source }
    const { rows } = simulate([plan, zone], { classCounts: [1], ground: [] }, { draws, seed: 7 })
    const [sdM2] = groundSdM2([plan, zone], inZone)
    expect(Math.abs(spreadOf(rows[1]!).sd / sdM2! - 1)).toBeLessThan(samplingError)
  })

  test('keeps what many small outlines stretch by, though it takes them together', () => {
    const buildings = Array.from({ length: 1600 }, (_, i) => {
      const [x, y] = [300 + 45 * (i % 40), 300 + 45 * Math.floor(i / 40)]
      return rectangleRing(x, y, x + 12, y + 9)
    })
    const layer = {
      layer: ringsInMetres(
        buildings,
        buildings.map(() => 0),
      ),
      accuracyM: 15,
      source: 'zone',
    }
    const { rows } = simulate([certainPlan, layer], { classCounts: [1], ground: [] }, { draws: 300, seed: 5 })
    const [sdM2] = groundSdM2([certainPlan, layer], inZone)
    expect(Math.abs(spreadOf(rows[1]!).sd / sdM2! - 1)).toBeLessThan(4 / Math.sqrt(600))
  })
})
