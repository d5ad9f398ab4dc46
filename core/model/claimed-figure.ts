import { z } from 'zod'
import { claimedSchema } from './claimed.ts'
import { idSchema } from './layer-schema.ts'
import { textSchema } from './text-schema.ts'

export const claimedTopics = ['control', 'shelling', 'damage'] as const
export type ClaimedTopic = (typeof claimedTopics)[number]

/** A figure that a source claims without drawing it, as every answer carries it: with what it is of and who says so. */
export const claimedFigureSchema = claimedSchema.extend({
  /** The study's own words for it, or else the party, the class or the layer. */
  label: textSchema,
  by: z.strictObject({ title: textSchema, publisher: textSchema.optional(), side: z.string().optional() }),
  /** What of the plan's ground it speaks of; `null` where it is none of these. */
  about: z.enum(claimedTopics).nullable(),
  /** Ids of claimed figures of the same thing and time that do not agree with it. */
  conflictsWith: z.array(idSchema),
  /** Ids of those that do not agree and may be of another day: of a day beside its month or year, or of periods that overlap. */
  otherDays: z.array(idSchema),
})
export type ClaimedFigure = z.infer<typeof claimedFigureSchema>
