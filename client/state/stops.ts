import type { Study } from '../../core/model/study.ts'
import { firstDayOf } from '../../core/time/days.ts'
import { timelineDates } from '../../core/timeline/timeline-dates.ts'
import type { PageState } from './page-state.ts'

let last: { readonly study: Study; readonly features: PageState['features']; readonly days: string[] } | null = null

/** The days that the slider stops at, ascending: those on which a layer changes, and those of the study's events. */
export function stopsOf({ study, features }: Pick<PageState, 'study' | 'features'>): string[] {
  if (study === null) return []
  if (last?.study === study && last.features === features) return last.days
  const read = new Map([...features].map(([id, loaded]) => [id, loaded.features]))
  const found = timelineDates(study, read)
  const layerDays = found.ok ? found.value.dates.map(({ date }) => date) : []
  const days = [...new Set([...layerDays, ...study.events.map(({ date }) => firstDayOf(date))])].sort()
  last = { study, features, days }
  return days
}
