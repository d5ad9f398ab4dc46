import type { TwoDays } from '../../core/timeline/study-changes.ts'
import type { PageProblem } from '../api/page-problem.ts'
import type { Busy } from './busy.ts'
import type { Change, Timeline } from '../../core/timeline/timeline-answer.ts'

/** What the page knows of a study's days, and what of them it shows. */
export type TimelineState = {
  /** Id and revision of the study that all of this is of. */
  readonly of: string | null
  readonly timeline: Timeline | null
  readonly busy: Busy | null
  readonly problem: PageProblem | null
  /** Name of the series that the chart shows; `null` leaves it to the page. */
  readonly charted: string | null
  /** The days compared, and what changed between them once that is known. */
  readonly days: TwoDays | null
  readonly changes: readonly Change[] | null
  /** Finding how sure the changes are. */
  readonly comparing: Busy | null
  readonly isPlaying: boolean
}

export const noTimeline: TimelineState = {
  of: null,
  timeline: null,
  busy: null,
  problem: null,
  charted: null,
  days: null,
  changes: null,
  comparing: null,
  isPlaying: false,
}
