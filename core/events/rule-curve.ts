import type { EventRule } from '../measure/listed-events.ts'

/** What changes along a curve of rules: the radius, the width of the cells, or the events that a cell must hold. */
export const curvesBy = ['radiusM', 'cellM', 'least'] as const
type CurveBy = (typeof curvesBy)[number]
export type RuleCurve = { readonly by: CurveBy; readonly rules: readonly EventRule[] }

const factors = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const mostLeast = 8

/** Rules on either side of a rule, along each number that it has: from a quarter to three times of a length, thresholds one by one. */
export function ruleCurves(rule: EventRule): RuleCurve[] {
  if (rule.by === 'radius') {
    return [{ by: 'radiusM', rules: factors.map((factor) => ({ by: 'radius', radiusM: rule.radiusM * factor })) }]
  }
  const from = Math.max(1, rule.least - mostLeast / 2)
  const thresholds = Array.from({ length: mostLeast }, (_, i) => from + i)
  return [
    { by: 'cellM', rules: factors.map((factor) => ({ ...rule, cellM: rule.cellM * factor })) },
    { by: 'least', rules: thresholds.map((least) => ({ ...rule, least })) },
  ]
}
