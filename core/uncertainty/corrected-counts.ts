import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { ClassName, Measurement } from '../model/measurement.ts'
import { correctedCount, type CountEstimate, type DetectionRates } from '../montecarlo/count-interval.ts'

export type CorrectedCount = CountEstimate & { readonly class: ClassName }

/** The counts of a layer of points corrected by stated detection rates, with binomial 95 % intervals. Refuses other layers. */
export function correctedCounts(
  { points = [] }: Measurement,
  layer: string,
  rates: DetectionRates,
): Outcome<CorrectedCount[]> {
  const own = points.filter((each) => each.layer === layer)
  if (own.length === 0) {
    const known = [...new Set(points.map((each) => each.layer))].join(', ') || '—'
    return refused(problem('counts-layer', { layer, known }))
  }
  const counts: CorrectedCount[] = []
  for (const { class: name, count } of own) {
    const corrected = correctedCount(count, rates)
    if (!corrected.ok) return corrected
    counts.push({ class: name, ...corrected.value })
  }
  return done(counts)
}
