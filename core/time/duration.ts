import { translate, type Language, type MessageValues } from '../i18n/translate.ts'
import { daysBetween } from './days.ts'

/** Shorter than so many whole months, a duration is told in days. */
const leastMonths = 2

/** How long it is from a day to a later one (YYYY-MM-DD), in words: whole years and months, days below two months. */
export function durationText(from: string, to: string, language: Language): string {
  const all = wholeMonths(from, to)
  if (all < leastMonths) return translate(language, 'duration.days', { count: daysBetween(from, to) })
  const [years, months] = [Math.floor(all / 12), all % 12]
  const inYears = translate(language, 'duration.years', { count: years })
  const inMonths = translate(language, 'duration.months', { count: months })
  if (years === 0) return inMonths
  return months === 0 ? inYears : translate(language, 'duration.years-months', { years: inYears, months: inMonths })
}

/** The values of a note about two days, with the duration from `date` to `at` as `long`. */
export function withDuration(values: MessageValues, language: Language): MessageValues {
  const { date, at } = values
  return typeof date === 'string' && typeof at === 'string' && date <= at
    ? { ...values, long: durationText(date, at, language) }
    : values
}

function wholeMonths(from: string, to: string): number {
  const [[y1, m1, d1], [y2, m2, d2]] = [from, to].map((date) => date.split('-').map(Number)) as [number[], number[]]
  return (y2! - y1!) * 12 + (m2! - m1!) - (d2! < d1! ? 1 : 0)
}
