import { translate, type Language } from '../i18n/translate.ts'
import {
  formatAreaIn,
  formatHectares,
  formatNumber,
  formatShare,
  hectare,
  inUnit,
  joined,
  unitFor,
  type AreaUnit,
} from './format.ts'
import type { Interval } from '../model/measurement.ts'

/**
 * An area in hectares, or another unit, as its 95 % interval supports it, without the unit: half the interval gives the
 * last digit (its first significant figure, the second where the first is 1), value and both ends are rounded to it,
 * "412 (403 to 425)". One notation for all, so that a column reads down; where both ends are the value, the value alone.
 * `null` where there is no interval.
 */
export function formatInterval(
  areaM2: number,
  interval: Interval,
  language: Language,
  unit: AreaUnit = hectare,
): string | null {
  const rounded = roundedBy(areaM2, interval, unit)
  return rounded && (isExact(rounded) ? rounded.value : translate(language, 'interval.around', rounded))
}

/** The same value and the ends of its interval apart, for columns of their own; `null` where there is no interval. */
export function intervalParts(
  areaM2: number,
  interval: Interval,
  unit: AreaUnit = hectare,
): { readonly value: string; readonly low: string; readonly high: string } | null {
  const rounded = roundedBy(areaM2, interval, unit)
  return rounded && { value: rounded.value, low: rounded.low, high: rounded.high }
}

/** An area with its unit and without its interval, to the place that this supports; `digits` decimals where there is none. */
export function formatAreaOf(areaM2: number, interval: Interval, language: Language, digits: 0 | 1 = 1): string {
  const unit = unitFor(areaM2)
  const rounded = roundedBy(areaM2, interval, unit)
  return rounded === null ? formatHectares(areaM2, language, digits) : inUnit(rounded.value, unit, language)
}

/** An area in hectares without the unit, no finer than these intervals let their areas be; one decimal where there is none. */
export function formatNoFinerThan(areaM2: number, intervals: readonly Interval[], language: Language): string {
  const halves = intervals.flatMap(({ low = 0, high = 0 }) =>
    high > low ? [(high - low) / 2 / hectare.squareMetres] : [],
  )
  const place = halves.length === 0 ? -1 : Math.max(...halves.map(placeOf))
  if (areaM2 === 0) return '0'
  if (place < 0) return formatAreaIn(hectare, areaM2, language, 1)
  const value = roundTo(areaM2 / hectare.squareMetres, place)
  return value === 0 ? translate(language, 'unit.below', { value: formatNumber(10 ** place) }) : formatNumber(value)
}

/**
 * A share of the plan (0 to 1) as its own interval supports it: "9 (6 to 11) %"; `null` where it has none.
 */
export function formatShareInterval(share: number, interval: Interval, language: Language): string | null {
  const rounded = roundedShare(share, interval)
  if (rounded === null) return null
  return joined(translate(language, isExact(rounded) ? 'unit.percent' : 'share.ends', rounded))
}

/** A share of the plan without its interval, to the place that this supports; one decimal, or `digits`, where there is none. */
export function formatShareOf(share: number, interval: Interval, language: Language, digits: 0 | 1 = 1): string {
  const rounded = roundedShare(share, interval)
  return rounded === null ? formatShare(share, language, digits) : joined(translate(language, 'unit.percent', rounded))
}

/** Of the whole: what sums lose by rounding. */
const rounding = 1e-9

/** Everything in every draw has no decimal: that would be an accuracy that nobody has measured. */
function roundedShare(share: number, { shareLow: low, shareHigh: high }: Interval): Rounded | null {
  if (low === undefined || high === undefined) return null
  return low >= 1 - rounding && high === 1
    ? { value: '100', low: '100', high: '100' }
    : roundedBy(share, { low, high }, percent)
}

type Rounded = { readonly value: string; readonly low: string; readonly high: string }

const percent = { squareMetres: 0.01 } as const

function roundedBy(
  areaM2: number,
  { low, high }: Interval,
  { squareMetres }: Pick<AreaUnit, 'squareMetres'>,
): Rounded | null {
  if (low === undefined || high === undefined) return null
  const half = (high - low) / 2 / squareMetres
  const place = half === 0 ? -1 : placeOf(half)
  const text = (endM2: number): string => printed(roundTo(endM2 / squareMetres, place), place)
  return { value: text(areaM2), low: text(low), high: text(high) }
}

/** Without an error nothing but the value. */
const isExact = ({ value, low, high }: Rounded): boolean => value === low && value === high

/** The power of ten of the last digit that an uncertainty lets stand: its first, or the second where the first is 1. */
export function placeOf(uncertainty: number): number {
  const power = Math.floor(Math.log10(uncertainty))
  const twoDigits = Math.round(Number((uncertainty / 10 ** (power - 1)).toPrecision(12)))
  return twoDigits < 20 ? power - 1 : power
}

/** `value` as a multiple of 10 to the `place`, free of the noise of binary fractions. */
const roundTo = (value: number, place: number): number =>
  place >= 0 ? Math.round(value / 10 ** place) * 10 ** place : Math.round(value * 10 ** -place) / 10 ** -place

/** Two decimals at most: finer than 100 m² no interval is printed. */
const printed = (value: number, place: number): string => formatNumber(value, place >= 0 ? 0 : place === -1 ? 1 : 2)
