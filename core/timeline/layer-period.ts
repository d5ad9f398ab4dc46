import type { Layer } from '../model/layer.ts'
import { daysBetween, isDay } from '../time/days.ts'

/** The first and the last day (YYYY-MM-DD) that reports cover. */
export type Period = { readonly from: string; readonly to: string }

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const month = months.join('|')
/** "18 February to 14 May 2017", "16 to 18 December 2012". */
const inTitle = new RegExp(`\\b(\\d{1,2})(?: (${month}))?(?: (\\d{4}))? to (\\d{1,2}) (${month}) (\\d{4})\\b`)

/** The days that a layer's reports cover: of its record, or else those that its title names; `null` where it names no beginning. */
export function layerPeriod({ from, to, date, title }: Pick<Layer, 'from' | 'to' | 'date' | 'title'>): Period | null {
  const end = to ?? date
  if (from !== undefined && end !== undefined) return isDay(from) && isDay(end) ? { from, to: end } : null
  const found = inTitle.exec(title.en)
  if (!found) return null
  const [, firstDay, firstMonth, firstYear, lastDay, lastMonth, lastYear] = found
  const period = {
    from: dayOf(firstDay!, firstMonth ?? lastMonth!, firstYear ?? lastYear!),
    to: dayOf(lastDay!, lastMonth!, lastYear!),
  }
  return period.from <= period.to ? period : null
}

const dayOf = (day: string, name: string, year: string): string =>
  `${year}-${String(months.indexOf(name) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`

/** How many days a period has, both ends counted. */
export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1

/** Periods whose lengths differ by more than this factor are unlike. */
const mostFactor = 2

/** Whether reports of one period may be set beside those of another: of a period that is not known nobody can say so. */
export function areAlike(a: Period | null, b: Period | null): boolean {
  if (!a || !b) return false
  const [one, other] = [daysIn(a), daysIn(b)]
  return Math.max(one, other) <= mostFactor * Math.min(one, other)
}
