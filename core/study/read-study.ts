import { done, refused, type Outcome } from '../outcome.ts'
import { problem } from '../problem.ts'
import { studySchema, studyVersion, type Study } from './study.ts'
import { converters } from './versions/converters.ts'

/** The study in the parsed content of a `study.json` of any known version. `id` is the name of its folder. */
export function readStudy(id: string, content: unknown): Outcome<Study> {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return refused(problem('study-unreadable', { id, reason: 'study.json holds no object' }))
  }
  let study = content as Record<string, unknown>
  while (study['schema'] !== studyVersion) {
    const schema = String(study['schema'])
    const convert = Object.hasOwn(converters, schema) ? converters[schema] : undefined
    if (!convert) return refused(problem('study-version-unknown', { id, schema }))
    study = convert(study)
  }
  const read = studySchema.safeParse(study)
  if (read.success) return done(read.data)
  const { path, message } = read.error.issues[0]!
  return refused(problem('study-unreadable', { id, reason: `${path.join('.') || 'study.json'}: ${message}` }))
}
