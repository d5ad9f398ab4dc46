import { z } from 'zod'
import { problem, type Problem } from '../result/problem.ts'
import { idSchema } from './layer-schema.ts'
import { partialDateSchema, textSchema } from './text-schema.ts'
import { because } from '../result/schema-fault.ts'

/**
 * A share (0 to 1) or an area in square metres that a source gives without drawing it, of the plan or of a named place:
 * either `value`, or from `low` to `high`.
 */
export const claimedSchema = z.strictObject({
  id: idSchema,
  measure: z.enum(['share', 'areaM2']),
  /** `plan` or `place:NAME`; a name as “Qaboun (القابون)” goes by the one in brackets in Arabic. */
  of: z.string().regex(/^(?:plan|place:.{1,200})$/, because('why.not-of-claim')),
  /** Name of the layer that it is about, with a class or a party of that layer. */
  layer: z.string().max(200).optional(),
  class: z.string().max(500).nullable().optional(),
  party: z.string().max(200).optional(),
  /** The day, month or year that it speaks of, or the first and the last of several. */
  date: partialDateSchema.optional(),
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
  value: z.number().min(0).optional(),
  low: z.number().min(0).optional(),
  high: z.number().min(0).optional(),
  text: textSchema.optional(),
  source: idSchema,
})
export type Claimed = z.infer<typeof claimedSchema>

/** Why a claimed figure says nothing or something impossible; `about` names the study and the place in it. */
export function claimedProblem(
  { measure, class: name, party, date, from, to, value, low, high }: Omit<Claimed, 'source'>,
  about: { readonly id: string; readonly where: string },
): Problem | null {
  if (date === undefined && from === undefined && to === undefined) return problem('claimed-undated', about)
  if (date !== undefined && (from !== undefined || to !== undefined)) return problem('claimed-dated-twice', about)
  if (name !== undefined && party !== undefined) return problem('claimed-of-two', about)
  // A month or a year as the end holds every day of itself.
  if (from !== undefined && to !== undefined && from.slice(0, to.length) > to)
    return problem('claimed-dates-reversed', { ...about, from, to })
  const isRange = low !== undefined && high !== undefined
  if ((value === undefined) !== isRange || (value !== undefined && (low ?? high) !== undefined))
    return problem('claimed-valueless', about)
  if (isRange && low > high) return problem('claimed-reversed', { ...about, low, high })
  const largest = value ?? high ?? 0
  return measure === 'share' && largest > 1 ? problem('claimed-share-above-one', { ...about, value: largest }) : null
}
