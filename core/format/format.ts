import { translate, type Language } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'

const noBreakSpace = '\u00a0'
const squareMetresPerHa = 10_000
const kmBeyondHa = 10_000

/** A number with Western digits, thousands separators and a true minus, as both languages of this field print it. */
export function formatNumber(value: number, digits: 0 | 1 | 2 = 0): string {
  const text = value.toFixed(digits)
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  const sign = text.startsWith('-') && Number(text) !== 0 ? '\u2212' : ''
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`)
}

/**
 * An area in hectares with one decimal, without its unit; zero only where the area is zero.
 * For columns whose head names the unit.
 */
export function formatHectareValue(areaM2: number, language: Language): string {
  return formatSmall(areaM2 / squareMetresPerHa, 1, 0.05, language)
}

/** The unit that an area is printed in. */
export type AreaUnit = { readonly word: 'unit.ha' | 'unit.km2'; readonly squareMetres: number }

export const hectare: AreaUnit = { word: 'unit.ha', squareMetres: squareMetresPerHa }
export const squareKilometre: AreaUnit = { word: 'unit.km2', squareMetres: 100 * squareMetresPerHa }

/** Hectares, square kilometres above 10,000 ha. */
export const unitFor = (areaM2: number): AreaUnit =>
  areaM2 > kmBeyondHa * squareMetresPerHa ? squareKilometre : hectare

/** An area in the unit, without it. */
export const formatAreaIn = ({ squareMetres }: AreaUnit, areaM2: number, language: Language, digits: 0 | 1): string =>
  formatSmall(areaM2 / squareMetres, digits, digits === 0 ? 0.5 : 0.05, language)

/**
 * A printed value with its unit. In Arabic the noun follows the number that it goes with, before what stands in brackets:
 * “210 هكتارات (180 إلى 240)”; with decimals it is the singular, “41.6 هكتار”, as CLDR has it.
 */
export function inUnit(value: string, { word }: AreaUnit, language: Language): string {
  const bracket = language === 'ar' ? value.search(/[ \u00a0]\(/) : -1
  return bracket < 0
    ? joined(translate(language, word, { value }))
    : joined(translate(language, word, { value: value.slice(0, bracket) }) + value.slice(bracket))
}

/** An area with its unit: hectares with `digits` decimals, square kilometres above 10,000 ha. */
export function formatHectares(areaM2: number, language: Language, digits: 0 | 1 = 1): string {
  const unit = unitFor(areaM2)
  return inUnit(formatAreaIn(unit, areaM2, language, digits), unit, language)
}

/** A share from 0 to 1 as a percentage with `digits` decimals. */
export function formatShare(share: number, language: Language, digits: 0 | 1 = 1): string {
  const value = formatSmall(share * 100, digits, digits === 0 ? 0.5 : 0.05, language)
  return joined(translate(language, 'unit.percent', { value }))
}

/** `< 0.1` for what is more than nothing and would round to nothing. */
function formatSmall(value: number, digits: 0 | 1, leastShown: number, language: Language): string {
  const isTrace = value > 1e-9 && value < leastShown
  return isTrace
    ? translate(language, 'unit.below', { value: digits === 0 ? '1' : '0.1' })
    : formatNumber(value, digits)
}

/** A figure that no line break takes apart. */
export const joined = (text: string): string => text.replaceAll(' ', noBreakSpace)

/** How ISO 8601-2 writes the end of an interval that is not known. */
const openEnd = '/..'

/** A day (2018-04-21), a month (2018-04) or a year (2018) in words, “2022-05/..” as that or later; anything else as it stands. */
export function formatDate(date: string, language: Language): string {
  if (date.endsWith(openEnd))
    return translate(language, 'date.or-later', { from: formatDate(date.slice(0, -openEnd.length), language) })
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? []
  if (year === undefined || month === undefined) return date
  const monthName = translate(language, `month.${Number(month)}` as 'month.1')
  return day === undefined
    ? translate(language, 'date.month', { month: monthName, year })
    : translate(language, 'date.day', { day: Number(day), month: monthName, year })
}

/** The day or days that a layer speaks of; `from` beside `date` is since when what it shows on `date` has added up. */
export function formatLayerDate({ date, from, to }: Pick<Layer, 'date' | 'from' | 'to'>, language: Language): string {
  const [begins, ends] = [from ?? (to === undefined ? undefined : date), to ?? date]
  if (begins !== undefined && ends !== undefined && begins !== ends) {
    return translate(language, 'date.between', { from: formatDate(begins, language), to: formatDate(ends, language) })
  }
  if (date !== undefined) return formatDate(date, language)
  if (from !== undefined) return translate(language, 'date.since', { from: formatDate(from, language) })
  if (to !== undefined) return translate(language, 'date.until', { to: formatDate(to, language) })
  return translate(language, 'date.undated')
}
