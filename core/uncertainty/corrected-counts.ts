import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { Answer } from '../model/answer.ts'
import { classNameSchema, type Measurement } from '../model/measurement.ts'
import { correctedCount, type DetectionRates } from '../uncertainty/count-interval.ts'

const correctedCountSchema = z.strictObject({
  class: classNameSchema,
  count: z.int(),
  /** The count corrected for what the list has wrongly and what it lacks. */
  estimate: z.number(),
  /** Ends of the 95 % interval. */
  low: z.number(),
  high: z.number(),
})
export type CorrectedCount = Answer<typeof correctedCountSchema>

/** What `/corrected-counts` answers. */
export const correctedCountsSchema = z.strictObject({
  layer: z.string(),
  interval: z.literal('Wilson, MOVER'),
  counts: z.array(correctedCountSchema),
})

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
