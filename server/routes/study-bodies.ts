import { z } from 'zod'
import { givenTextSchema } from '../../core/study/layer-options.ts'
import { idSchema } from '../../core/study/layer.ts'
import { claimSchema, eventSchema, gapSchema, publishedSchema, studySchema } from '../../core/study/study.ts'
import { dateSchema } from '../../core/study/text.ts'

/** What makes a new study: a title, and whatever else is known already. Its layers are loaded afterwards. */
export const newStudySchema = z.strictObject({
  title: givenTextSchema,
  id: idSchema.optional(),
  summary: givenTextSchema.optional(),
  asOf: dateSchema.nullable().optional(),
  plan: z.strictObject({ name: givenTextSchema.optional(), announced: dateSchema.optional() }).optional(),
  headline: studySchema.shape.headline,
  events: z.array(eventSchema).optional(),
  published: z.array(publishedSchema).optional(),
  claims: z.array(claimSchema).optional(),
  gaps: z.array(gapSchema).optional(),
})
export type NewStudy = z.infer<typeof newStudySchema>

/** A study as it is written back whole: as it was read, with changes; its revision is told by If-Match. */
export const changedStudySchema = studySchema
