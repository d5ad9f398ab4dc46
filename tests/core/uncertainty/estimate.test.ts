import { describe, expect, test } from 'vitest'
import type { Polygon } from 'geojson'
import type { Layer } from '../../../core/model/layer.ts'
import { uncertaintyOf } from '../../../core/uncertainty/uncertainty-of.ts'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

/** A plan about 2 km wide, and zones of class A (B, C …), both good to so many metres. */
function estimated(zones: readonly Polygon[], sigmaM: number, of: Partial<Layer> = {}): Uncertainty {
  const { study, features } = studyOf([
    made([zone({}, box(0, 0, 20, 20))], { id: 'plan', role: 'plan', accuracyM: sigmaM, source: 'plan', ...of }),
    made(
      zones.map((own, i) => zone({ c: 'ABCDEFGHIJ'[i]! }, own)),
      {
        id: 'zones',
        role: 'zones',
        classField: 'c',
        accuracyM: sigmaM,
        source: 'zones',
        ...of,
        ...withSigma(of, sigmaM),
      },
    ),
  ])
  const outcome = uncertaintyOf(study, features, { only: 'estimate' })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const withSigma = ({ base }: Partial<Layer>, sigmaM: number): Partial<Layer> =>
  base === undefined ? {} : { accuracyM: sigmaM + 30 }
const reported = ({ notes }: Uncertainty): (string | number | undefined)[][] =>
  notes
    .filter(({ code }) => code.startsWith('estimate-'))
    .map(({ code, values }) => [code, values['layer'] as string, values['count'] as number | undefined])

describe('the instant estimate', () => {
  test('of a zone that crosses the plan stands without a word', () => {
    expect(reported(estimated([box(10, -20, 40, 60)], 60))).toEqual([])
  })

  test('is never above what the plan may be', () => {
    const { figures } = estimated([box(-20, -20, 35, 60), box(-20, -20, 38, 60)], 1200)
    const mostM2 = figures[0]!.estimate!.highM2
    expect(mostM2).toBeGreaterThan(figures[0]!.areaM2)
    for (const { estimate, areaM2 } of figures) {
      if (!estimate) continue
      expect(estimate.lowM2).toBeLessThanOrEqual(areaM2)
      expect(estimate.highM2).toBeGreaterThanOrEqual(areaM2)
      expect(estimate.highM2).toBeLessThanOrEqual(mostM2)
    }
  })

  test('says that it does not hold for areas no wider than the error beside a line, be they the zone’s or the plan', () => {
    const small = [2, 5, 8, 11].map((x) => box(x, 0.2, 0.6, 0.6))
    expect(reported(estimated(small, 60))).toEqual([['estimate-small-areas', 'zones', 4]])
    expect(reported(estimated([box(5, 5, 0.6, 0.6)], 60))).toEqual([])
    expect(reported(estimated([box(10, -20, 40, 60)], 800))).toContainEqual(['estimate-small-areas', 'plan', 1])
  })

  test.each([10, 50, 200, 300])('says that lines run along each other where the error is %d m', (sigmaM) => {
    const halves = [box(0, 0, 10, 20), box(10, 0, 10, 20)]
    const { notes } = estimated(halves, sigmaM)
    const along = notes.find(({ code }) => code === 'estimate-lines-along')
    expect(along).toMatchObject({ layer: 'zones', values: { other: 'plan' } })
    expect(along!.values['lengthM']).toBeGreaterThan(7000)
    expect(along!.values['lengthM']).toBeLessThan(9000)
  })

  test('says so too of layers on one base whose accuracies differ', () => {
    expect(reported(estimated([box(0, 0, 20, 20)], 20, { base: 'sheet' }))).toEqual([
      ['estimate-lines-along', 'zones', undefined],
    ])
  })
})
