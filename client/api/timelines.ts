import type { TwoDays } from '../../core/timeline/study-changes.ts'
import type { Timeline } from '../../core/timeline/timeline.ts'
import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

type Asked = { readonly only: 'dates' | 'changes'; readonly intervals?: Intervals | null; readonly between?: TwoDays }
type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** The measurement of every day of a study, or the change between two days. */
export function getTimeline(
  id: string,
  { only, intervals, between }: Asked,
  watching: Watching,
): Promise<Answer<Timeline>> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ only, ...intervals, ...between })) query.set(name, String(value))
  return request<Timeline>(`${studyPath(id)}/timeline?${query}`, watching)
}
