import { z } from 'zod'
import { givenPlanSchema, givenRecords, givenStudySchema } from '../../../core/model/given-study.ts'
import { idSchema } from '../../../core/model/layer.ts'
import { studySchema } from '../../../core/model/study.ts'
import { dateSchema, givenTextSchema } from '../../../core/model/text.ts'

/** What makes a new study: a title, and whatever else is known already. Its layers are loaded afterwards. */
export const newStudySchema = z.strictObject({
  title: givenTextSchema,
  id: idSchema.optional(),
  summary: givenTextSchema.optional(),
  asOf: dateSchema.nullable().optional(),
  plan: givenPlanSchema.optional(),
  headline: studySchema.shape.headline,
  precedents: studySchema.shape.precedents,
  ...givenRecords,
})

/** A study as it is written back whole: as it was read, with changes; its revision is told by If-Match. */
export const changedStudySchema = givenStudySchema
