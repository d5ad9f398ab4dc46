import { z } from 'zod'
import type { Answer } from '../model/answer.ts'
import { otherPartySchema } from '../model/measurement.ts'

export const saidBySchema = z.strictObject({
  by: z.enum(['all-and-some', 'one-source', 'one-publisher', 'some-sources', 'nobody', 'not-stated']),
  /** How many independent sources speak of the ground; `null` where none are named. */
  of: z.int().nullable(),
  /** The widest reading takes the places that sources name in their wide sense. */
  widely: z.boolean(),
  /** How many of `of` sources name all of the ground, where no ground is named by all, and several name the same; else `null`. */
  same: z.int().nullable(),
  /** Whom else sources name on it. */
  others: z.array(otherPartySchema),
})
/** Who figures are by, as far as it is known. */
export type SaidBy = Answer<typeof saidBySchema>
