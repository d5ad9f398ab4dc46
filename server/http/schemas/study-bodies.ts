import { z } from 'zod'
import { givenPlanSchema, givenRecords, givenStudySchema } from '../../../core/model/given-study.ts'
import { converted, studyVersions } from '../../../core/model/converters.ts'
import { idSchema } from '../../../core/model/layer-schema.ts'
import { studySchema, studyVersion } from '../../../core/model/study.ts'
import { dateSchema, givenTextSchema } from '../../../core/model/text-schema.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { Content } from '../exchange/read-request.ts'

/**
 * What makes a new study: a title, and whatever else is known already, so also a study as it was read, if it has no
 * layers: those are loaded afterwards. It begins at revision 1, whatever it was at.
 */
export const newStudySchema = z.strictObject({
  schema: studySchema.shape.schema.optional(),
  title: givenTextSchema,
  id: idSchema.optional(),
  revision: studySchema.shape.revision.optional(),
  layers: z.array(z.unknown()).optional(),
  summary: givenTextSchema.optional(),
  asOf: dateSchema.nullable().optional(),
  plan: givenPlanSchema.extend({ layer: idSchema.nullable().optional() }).optional(),
  headline: studySchema.shape.headline,
  publication: studySchema.shape.publication,
  precedents: studySchema.shape.precedents,
  ...givenRecords,
})

/** The body in the present form of a study; one of a newer version is refused by its name, one that names none is as it is. */
export function presentForm(content: Content): Outcome<Content> {
  const { schema } = content
  if (typeof schema !== 'string') return done(content)
  const study = converted(content, studyVersion)
  return study ? done(study) : refused(problem('body-version-unknown', { schema, known: studyVersions.join(', ') }))
}

/** A study as it is written back whole: as it was read, with changes; its revision is told by If-Match. */
export const changedStudySchema = givenStudySchema
