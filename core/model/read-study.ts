import { refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { schemaFault } from '../result/schema-fault.ts'
import { givenStudySchema, buildStudy } from './given-study.ts'
import { studyVersion, type Study } from './study.ts'
import { converted } from './converters.ts'

/** The study in the parsed content of a `study.json` of any known version. `id` is the name of its folder. */
export function readStudy(id: string, content: unknown): Outcome<Study> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return refused(problem('study-without-object', { id }))
  }
  const study = converted(content as Record<string, unknown>, studyVersion)
  if (!study) {
    const { schema } = content as { schema?: unknown }
    return refused(problem('study-version-unknown', { id, schema: String(schema) }))
  }
  const read = givenStudySchema.safeParse(study)
  if (read.success) return buildStudy(read.data)
  return refused(problem('study-invalid', { id, ...schemaFault(read.error, study, 'study.json') }))
}
