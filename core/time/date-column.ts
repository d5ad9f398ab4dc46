import { gregorianOfHijri, lastHijriDay } from './hijri.ts'
import { lastDayOf } from './days.ts'
import type { Calendar } from './month-names.ts'
import { writtenDate, type DateParts, type WrittenDate } from './written-date.ts'

/** Whether the day or the month comes first, where neither is in words and the year comes last. */
export type DateOrder = 'dmy' | 'mdy'

/** By what a day was read that the cell does not say outright. */
export type ReadAs = 'day-month' | 'two-digit-year' | 'hijri' | 'serial' | 'epoch' | 'partial'

export type DateReading =
  | { readonly kind: 'empty' }
  /** The first and last day that are meant (YYYY-MM-DD): of a month or year all of its days. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string; readonly as: ReadAs | null }
  /** How programs write that there is no end, or no beginning: 9999-12-31, 0001-01-01. */
  | { readonly kind: 'open'; readonly side: 'past' | 'future' }
  | { readonly kind: 'unusable'; readonly reason: 'no-date' | 'day-or-month' | 'other-calendar' }

type Value = string | number | boolean | null | undefined

export type DateColumn = {
  readonly read: (value: Value) => DateReading
  /** The first cell in which day and month, or the year, may be exchanged, where nobody says which is which. */
  readonly open: Value
}

/** Years that only a list of old days has, beside which 1439 is a year of ours; 1000 is how databases write nothing. */
const isHistoric = (year: number): boolean => (year > 1 && year < 1300 && year !== 1000) || (year > 1480 && year < 1900)
const isPlain = (year: number): boolean => year > 1480 && year < 2300
/** 1985 to 2057; as years of the Persian calendar they still lie ahead, while those before 1405 may be of either. */
const isHijri = (year: number): boolean => year >= 1405 && year <= 1480
const mayBeOther = (year: number): boolean => year >= 1300 && year < 1405
/** 1900 to 2100 of the Buddhist calendar. */
const mayBeBuddhist = (year: number): boolean => year >= 2443 && year <= 2643

/**
 * How the dates of a column are read: year first, with the month in words of English, French or Arabic, in Arabic digits, as
 * months or years, as numbers of a spreadsheet or of seconds since 1970, by the Hijri calendar (Umm al-Qura) where the year
 * says so. Day and month follow `order`, else what the column as a whole shows by a number above 12.
 */
export function dateColumn(values: readonly Value[], order?: DateOrder): DateColumn {
  const known = new Map<Value, WrittenDate>()
  for (const value of values) if (!known.has(value)) known.set(value, writtenDate(value))
  const written = [...known.values()]
  const years = written.flatMap((each) =>
    (each.kind === 'parts' || each.kind === 'turned') && !each.isShort && each.calendar === null ? [each.year] : [],
  )
  const isOld = years.some(isHistoric)
  const hasPlain = years.some(isPlain)
  const turned = written.flatMap((each) => (each.kind === 'turned' ? [each] : []))
  const dayFirst = order === 'dmy' || (order === undefined && turned.some(({ first }) => first > 12))
  const monthFirst = order === 'mdy' || (order === undefined && turned.some(({ second }) => second > 12))
  const isUndecided = dayFirst === monthFirst
  // With years of two digits 21/04/18 may also begin with its year.
  const isShortYear = (each: { isShort: boolean; year: number }): boolean =>
    each.isShort && order === undefined && each.year <= 31
  const open = [...known].find(
    ([, each]) => each.kind === 'turned' && (isShortYear(each) || (isUndecided && each.first !== each.second)),
  )
  const readings = new Map<Value, DateReading>()
  return {
    open: open?.[0],
    read(value) {
      const before = readings.get(value)
      if (before) return before
      const reading = readingOf(known.get(value) ?? writtenDate(value))
      readings.set(value, reading)
      return reading
    },
  }

  function readingOf(date: WrittenDate): DateReading {
    if (date.kind === 'empty') return date
    if (date.kind === 'none') return unusable('no-date')
    if (date.kind === 'number') return readingOfNumber(date.value)
    if (date.kind === 'parts') return readingOfParts(date)
    const { first, second, isShort, calendar } = date
    if (isShortYear(date)) return unusable('day-or-month')
    const isFixed = first === second || first > 12 || second > 12
    if (isUndecided && !isFixed) return unusable('day-or-month')
    const [day, month] = (isUndecided ? first > 12 || first === second : dayFirst) ? [first, second] : [second, first]
    const year = date.year
    const reading = readingOfParts({ kind: 'parts', calendar, year, month, day, ...(isShort ? { isShort } : {}) })
    return reading.kind === 'days' && reading.as === null && first !== second
      ? { ...reading, as: 'day-month' }
      : reading
  }

  function readingOfParts(date: DateParts): DateReading {
    const { month, day } = date
    const year = date.isShort ? date.year + (date.year < 70 ? 2000 : 1900) : date.year
    const calendar = calendarOf(date.calendar, year)
    if (calendar === null) return unusable('other-calendar')
    if (calendar === 'gregorian' && date.calendar === null) {
      if (year >= 9000) return { kind: 'open', side: 'future' }
      if (year <= 1) return { kind: 'open', side: 'past' }
    }
    const [from, to] = calendar === 'hijri' ? hijriDays(year, month, day) : gregorianDays(year, month, day)
    if (from === null || to === null) return unusable('no-date')
    const as = calendar === 'hijri' ? 'hijri' : date.isShort ? 'two-digit-year' : day === null ? 'partial' : null
    return { kind: 'days', from, to, as }
  }

  function calendarOf(said: Calendar | null, year: number): Calendar | null {
    if (said !== null) return said
    if (isHijri(year) && !isOld) return 'hijri'
    if (mayBeOther(year) && !isOld) return null
    return mayBeBuddhist(year) && !hasPlain ? null : 'gregorian'
  }
}

const unusable = (reason: Extract<DateReading, { kind: 'unusable' }>['reason']): DateReading => ({
  kind: 'unusable',
  reason,
})

const msPerDay = 86_400_000
/** Days from the day 0 of spreadsheets, 30 December 1899, to 1970. */
const serialOf1970 = 25_569
/** 31 December 9999 and 1 January 1 as spreadsheets and as seconds since 1970. */
const [lastSerial, lastSecond, firstSecond] = [2_958_465, 253_402_300_799, -62_135_596_800]

function readingOfNumber(value: number): DateReading {
  const seconds = Math.abs(value) >= 1e14 ? value / 1e6 : Math.abs(value) >= 3e11 ? value / 1e3 : value
  if (Math.floor(value) === lastSerial || Math.floor(seconds) === lastSecond) return { kind: 'open', side: 'future' }
  if (Math.floor(seconds) === firstSecond) return { kind: 'open', side: 'past' }
  if (value >= 15_000 && value < 73_051) return dayAt((Math.floor(value) - serialOf1970) * msPerDay, 'serial')
  if (seconds >= 1e8 && seconds < 5e9) return dayAt(seconds * 1000, 'epoch')
  return unusable('no-date')
}

function dayAt(ms: number, as: ReadAs): DateReading {
  const day = new Date(ms).toISOString().slice(0, 10)
  return { kind: 'days', from: day, to: day, as }
}

type Ends = readonly [from: string | null, to: string | null]

function gregorianDays(year: number, month: number | null, day: number | null): Ends {
  const text = [String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  if ((month ?? 1) > 12) return [null, null]
  if (day === null) return [`${text}-01-01`.slice(0, 10), lastDayOf(text)]
  const instant = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
  return month === null || !exists ? [null, null] : [text, text]
}

function hijriDays(year: number, month: number | null, day: number | null): Ends {
  if (day === null) return [gregorianOfHijri(year, month ?? 1, 1), lastHijriDay(year, month ?? 12)]
  const date = month === null ? null : gregorianOfHijri(year, month, day)
  return [date, date]
}
