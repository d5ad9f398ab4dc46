import { ownDay } from '../../core/model/requested-day.ts'
import { page } from '../state/page-state.ts'
import { measure } from './measure.ts'

/** Shows the study on a day: map, sentence and tables together. The study's own day is no choice of its own. */
export function showDate(date: string): Promise<void> {
  const { study } = page.get()
  page.update({ at: study && date === ownDay(study) ? null : date, hovered: null })
  return measure()
}
