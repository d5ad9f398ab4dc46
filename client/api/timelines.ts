import type { Timeline } from '../../core/timeline/timeline.ts'
import type { TwoDays } from '../timeline/timeline-state.ts'
import type { Intervals } from './measurements.ts'
import type { Answer } from './page-problem.ts'
import { request } from './request.ts'
import { studyPath } from './studies.ts'

type Asked = { readonly intervals?: Intervals | null; readonly between?: TwoDays }
type Watching = { readonly signal: AbortSignal; readonly progress?: (fraction: number) => void }

/** Every day of a study; with `between`, the change between two days instead of from each snapshot to the next. */
export function getTimeline(id: string, { intervals, between }: Asked, watching: Watching): Promise<Answer<Timeline>> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...intervals, ...between })) query.set(name, String(value))
  return request<Timeline>(`${studyPath(id)}/timeline?${query}`, watching)
}
