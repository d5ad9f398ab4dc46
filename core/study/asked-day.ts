import { done, refused, type Outcome } from '../outcome.ts'
import { problem } from '../problem.ts'
import type { Study } from './study.ts'

/** Asked for instead of a day: the one on which the plan was announced. */
export const announcementDay = 'announcement'

/**
 * The day to measure: the one asked for, else the study's own, `null` where it has none. Refuses the day of the
 * announcement where the study does not know it.
 */
export function askedDay({ id, asOf, plan }: Pick<Study, 'id' | 'asOf' | 'plan'>, at: string | undefined): Outcome<string | null> {
  if (at !== announcementDay) return done(at ?? asOf)
  return plan.announced === undefined ? refused(problem('announcement-unknown', { study: id })) : done(plan.announced)
}
