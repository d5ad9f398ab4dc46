import { ownDay } from '../../core/model/asked-day.ts'
import { page } from '../state/page-state.ts'
import { measure } from './measure.ts'

/** Shows the study on a day: map, sentence and tables together. The study's own day is no choice of its own. */
export function showDate(date: string): Promise<void> {
  const { study } = page.get()
  page.update({ at: study && date === ownDay(study) ? null : date, lit: null })
  return measure()
}
