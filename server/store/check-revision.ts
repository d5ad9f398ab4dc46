import type { Study } from '../../core/model/study.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'

/** Refuses a change of a study that was read at another revision than it has; `null` takes whatever stands. */
export function checkRevision(study: Study, revision: number | null): Outcome<null> {
  if (revision === null || revision === study.revision) return done(null)
  return refused(problem('revision-stale', { id: study.id, revision: study.revision }))
}
