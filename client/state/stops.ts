import type { Study } from '../../core/model/study.ts'
import { firstDayOf } from '../../core/time/days.ts'
import { timelineDates } from '../../core/timeline/timeline-dates.ts'
import type { Timeline } from '../../core/timeline/timeline-answer.ts'
import type { PageState } from './page-state.ts'

let last: {
  readonly study: Study
  readonly features: PageState['features']
  readonly measured: Timeline | null
  readonly days: string[]
} | null = null

/**
 * The days that the slider stops at, ascending: those on which a layer changes, and those of the study's events. Of a large
 * layer the page has no features: what days these name it knows from the timeline, once the server has measured it.
 */
export function stopsOf({
  study,
  features,
  time,
}: Pick<PageState, 'study' | 'features'> & Partial<Pick<PageState, 'time'>>): string[] {
  if (study === null) return []
  const measured = time?.of === `${study.id} ${study.revision}` ? time.timeline : null
  if (last?.study === study && last.features === features && last.measured === measured) return last.days
  const read = new Map([...features].map(([id, loaded]) => [id, loaded.features]))
  const found = timelineDates(study, read)
  const layerDays = found.ok ? found.value.dates.map(({ date }) => date) : []
  const measuredDays = measured?.dates.map(({ date }) => date) ?? []
  const days = [...new Set([...layerDays, ...measuredDays, ...study.events.map(({ date }) => firstDayOf(date))])].sort()
  last = { study, features, measured, days }
  return days
}
