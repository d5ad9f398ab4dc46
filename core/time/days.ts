const msPerDay = 86_400_000
const earliest = '1500-01-01'
const latest = '2300-12-31'

/** Days from one day to another (YYYY-MM-DD), negative where `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number => Math.round((instant(to) - instant(from)) / msPerDay)

/** As `daysBetween`, `null` where either date is missing or is only a month or a year: what has no day has no count of days. */
export const daysIfKnown = (from: string | null | undefined, to: string | null | undefined): number | null =>
  from && to && isDay(from) && isDay(to) ? daysBetween(from, to) : null

/** The day after `date`. */
export const nextDay = (date: string): string => new Date(instant(date) + msPerDay).toISOString().slice(0, 10)

/** Whether a day lies between 1500 and 2300; the year of another calendar (1439, 1397, 2561) does not. */
export const isPlausible = (date: string): boolean => date >= earliest && date <= latest

/** Whether an end is how programs write that there is none: 9999-12-31. */
export const isNoEnd = (date: string): boolean => date >= '9000'

/** Whether a date names its day, and not only its month (2013-07) or its year (2013). */
export const isDay = (date: string): boolean => date.length === 10

/** Whether a text is a day, as YYYY-MM-DD, that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = instant(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The first day of a day, a month or a year. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The last day of a day, a month or a year. */
export function lastDayOf(date: string): string {
  if (isDay(date)) return date
  const [year, month] = date.split('-').map(Number)
  return new Date(Date.UTC(year!, month ?? 12, 0)).toISOString().slice(0, 10)
}

const instant = (date: string): number => Date.parse(`${date}T00:00:00Z`)
