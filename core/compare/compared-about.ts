import { claimedAbout } from './coverage.ts'
import { coverageTopics } from './comparison-terms.ts'
import { lastTaken } from './precedent.ts'
import type { ComparedStudy, FindingTopic } from './comparison-answer.ts'
import type { CoverageTopic } from './comparison-terms.ts'

const roleOf = { held: 'control', shelled: 'shelling', damaged: 'damage' } as const
export type Ground = keyof typeof roleOf

/** Whether a study has anything to say of such ground, that of others could be set beside. */
export const isAbout = (own: ComparedStudy | undefined, about: Ground): boolean =>
  own !== undefined &&
  (own.layers.some(({ role }) => role === roleOf[about]) || claimedAbout(own.claimed, about).length > 0)

/**
 * What a comparison leaves out where none of its studies is about control: who held the ground, and the fight for it
 * where none records one. Nothing where one of them is, since that the others do not say it is worth knowing.
 */
export function leftOut(studies: readonly ComparedStudy[]): ReadonlySet<string> {
  const topics = new Set<CoverageTopic | FindingTopic>()
  if (studies.some((study) => isAbout(study, 'held'))) return topics
  topics.add('held').add('held-at-announcement')
  if (studies.every(({ events }) => !lastTaken(events))) topics.add('taken')
  if (studies.every(({ siege }) => siege === null)) topics.add('siege')
  return topics
}

/** What the studies are compared in: all but what is left out. */
export const comparedTopics = (studies: readonly ComparedStudy[]): CoverageTopic[] => {
  const silent = leftOut(studies)
  return coverageTopics.filter((topic) => !silent.has(topic))
}
