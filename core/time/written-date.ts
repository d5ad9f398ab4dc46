import { latinDigits } from '../i18n/latin-digits.ts'
import { monthNamed, plainLetters, type Calendar } from './month-names.ts'

/** What a cell says of a day, before the column says how its numbers are meant. */
export type WrittenDate =
  | { readonly kind: 'empty' }
  /** Year first, or with its month in words; a month or day that is not given is `null`. */
  | DateParts
  /** Two numbers of which one is the day and one the month, then the year; with `isShort` of two digits. */
  | {
      readonly kind: 'turned'
      readonly calendar: Calendar | null
      readonly first: number
      readonly second: number
      readonly year: number
      readonly isShort: boolean
    }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'none' }

export type DateParts = {
  readonly kind: 'parts'
  /** `null` where the text does not say. */
  readonly calendar: Calendar | null
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly isShort?: true
}

type Value = string | number | boolean | null | undefined

const nothing = /^(?:|nat|null|none|nan|n\/a|0+|0{4}[-/.]00?[-/.]00?(?:[T ].*)?)$/i
const hijriMark = /(?<=\d)\s*(?:هـ|ه|a\.?h\.?|h)\.?$/i
const gregorianMark = /(?<=\d)\s*(?:م|a\.?d\.?|c\.?e\.?)\.?$/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ,].*)?$/
const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,].*)?$/
const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/
const together = /^(\d{4})(\d{2})(\d{2})(?:[T ].*)?$/
const weekdaysAndLinks =
  /(?<!\p{L})(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun|wednes|satur)(?:day)?\.?(?!\p{L})|(?<!\p{L})(?:يوم|من|عام|سنه|شهر|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|of|the|de|le|er)(?!\p{L})|(?<=\d)(?:st|nd|rd|th|er)(?!\p{L})/gu

/** Reads what a cell of dates says. */
export function writtenDate(value: Value): WrittenDate {
  if (value === null || value === undefined || typeof value === 'boolean')
    return { kind: value == null ? 'empty' : 'none' }
  const text = latinDigits(String(value)).trim().replace(/\s+/g, ' ')
  if (nothing.test(text)) return { kind: 'empty' }
  const calendar = hijriMark.test(text) ? 'hijri' : gregorianMark.test(text) ? 'gregorian' : null
  const bare = text.replace(calendar === 'hijri' ? hijriMark : gregorianMark, '')
  return numbers(bare, calendar) ?? named(bare, calendar) ?? { kind: 'none' }
}

function numbers(text: string, calendar: Calendar | null): WrittenDate | null {
  const whole = together.exec(text)
  if (whole && Number(whole[2]) <= 12 && Number(whole[3]) <= 31) return parts(calendar, whole[1]!, whole[2], whole[3])
  if (/^\d{4}$/.test(text)) return parts(calendar, text)
  const month = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text)
  if (month && /^(?:19|20|14)/.test(text)) return parts(calendar, month[1]!, month[2])
  if (/^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text)) return { kind: 'number', value: Number(text) }
  const first = yearFirst.exec(text)
  if (first) return parts(calendar, first[1]!, first[3], first[4])
  const last = yearLast.exec(text)
  if (last) {
    const [, a, , b, year] = last
    return {
      kind: 'turned',
      calendar,
      first: Number(a),
      second: Number(b),
      year: Number(year),
      isShort: year!.length === 2,
    }
  }
  const short = monthAndYear.exec(text)
  return short ? parts(calendar, short[2]!, short[1]) : null
}

/** Numbers round a month in words: a day and a year, or a year alone. */
function named(text: string, calendar: Calendar | null): WrittenDate | null {
  const withoutTime = plainLetters(text).replace(/[t ,]+\d{1,2}:\d{2}.*$/, '')
  const found = monthNamed(withoutTime)
  if (!found) return null
  const rest = found.rest.replace(weekdaysAndLinks, ' ')
  if (/\p{L}/u.test(rest)) return null
  const given = rest.match(/\d+/g) ?? []
  const year = given.find((each) => each.length === 4)
  const others = given.filter((each) => each !== year)
  const { month } = found.named
  const said = calendar ?? (found.named.calendar === 'hijri' ? 'hijri' : null)
  if (year !== undefined && others.length <= 1) return partsOf(said, Number(year), month, others[0] ?? null)
  if (year !== undefined || given.length !== 2 || given.some((each) => each.length > 2)) return null
  // As Oracle and spreadsheets write it: 21-APR-18.
  return { ...partsOf(said, Number(given[1]), month, given[0] ?? null), isShort: true }
}

const parts = (calendar: Calendar | null, year: string, month?: string, day?: string): DateParts =>
  partsOf(calendar, Number(year), Number(month ?? 0) || null, day ?? null)

const partsOf = (calendar: Calendar | null, year: number, month: number | null, day: string | null): DateParts => ({
  kind: 'parts',
  calendar,
  year,
  month,
  day: Number(day ?? 0) || null,
})
