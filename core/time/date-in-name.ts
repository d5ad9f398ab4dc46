/** The day that a file's name tells; `open` where it tells none, several, or one that can be read in two ways. */
export type NamedDate =
  | { readonly kind: 'day'; readonly date: string }
  | {
      readonly kind: 'open'
      readonly reason: 'none' | 'several' | 'day-or-month' | 'other-calendar'
      readonly readings: readonly string[]
    }

const dayMonthYear = /(?<!\d)(\d{1,2})([-._ ])(\d{1,2})\2(\d{4})(?!\d)/g
const yearMonthDay = /(?<!\d)(\d{4})([-._ ]?)(\d{2})\2(\d{2})(?!\d)/g

/**
 * The day in the name of a file, as in `deepstatemap_data_20240708.geojson`, `control 2018-04-21.shp` or
 * `Front_21.04.2018.zip`. A day that may also be a month (05-04-2018) and a year of another calendar (1439-07-09) are
 * left open: whoever knows the file must say.
 */
export function dateInName(name: string): NamedDate {
  const written = [...name.matchAll(yearMonthDay)].map(([, year, , month, day]) => `${year}-${month}-${day}`)
  const days = new Set(written.filter(exists))
  const turned = [...name.matchAll(dayMonthYear)].map(([, first, , second, year]) => readingsOf(first!, second!, year!))
  const ambiguous = turned.find(({ length }) => length > 1)
  if (ambiguous) return { kind: 'open', reason: 'day-or-month', readings: ambiguous }
  for (const [date] of turned) if (date !== undefined) days.add(date)
  const plausible = [...days].filter(isUsual)
  if (plausible.length === 1) return { kind: 'day', date: plausible[0]! }
  if (plausible.length > 1) return { kind: 'open', reason: 'several', readings: plausible.toSorted() }
  return { kind: 'open', reason: days.size > 0 ? 'other-calendar' : 'none', readings: [...days] }
}

/** Numbers in names are seldom days of other years; the year of another calendar is none of these. */
const isUsual = (date: string): boolean => date >= '1800-01-01' && date <= '2100-12-31'

/** The days that `first.second.year` may mean: day before month, and where it exists month before day. */
function readingsOf(first: string, second: string, year: string): string[] {
  const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')]
  return [...new Set([`${year}-${b}-${a}`, `${year}-${a}-${b}`])].filter(exists)
}

/** Whether the day is in the calendar: 30 February is not. */
function exists(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}
