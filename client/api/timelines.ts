import type { timelineQuery } from '../../core/options/queries.ts'
import type { TwoDays } from '../../core/timeline/study-changes.ts'
import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'
import type { Timeline } from '../../core/timeline/timeline-answer.ts'

type Requested = {
  readonly only: 'dates' | 'changes'
  readonly intervals?: Intervals | null
  readonly between?: TwoDays
}
type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** The measurement of every day of a study, or the change between two days. */
export function getTimeline(
  id: string,
  { only, intervals, between }: Requested,
  watching: Watching,
): Promise<Answer<Timeline>> {
  const query = queryText<typeof timelineQuery>({ only, ...intervals, ...between })
  return request<Timeline>(`${studyPath(id)}/timeline${query}`, watching)
}
