import { say, type Language } from '../words/say.ts'
import { formatNumber, hectare, joined, type AreaUnit } from './format.ts'
import type { Interval } from './measurement.ts'

/**
 * An area in hectares, or another unit, as its 95 % interval supports it, without the unit: half the interval rounded to
 * one significant figure (two where the first is 1) and the value to the same place, "412 ± 9"; where the interval is not
 * symmetric after rounding its ends beside the value, "412 (403 to 425)". `null` where there is no interval.
 */
export function formatInterval(areaM2: number, interval: Interval, language: Language, unit: AreaUnit = hectare): string | null {
  const rounded = roundedBy(areaM2, interval, unit)
  return rounded && (symmetric(rounded, language) ?? say(language, 'interval.around', rounded))
}

/**
 * A share of the plan (0 to 1) as its own interval supports it: "9 ± 2 %", "7 to 12 %" where that is not symmetric. `null`
 * where it has none.
 */
export function formatShareInterval(share: number, { shareLow, shareHigh }: Interval, language: Language): string | null {
  if (shareLow === undefined || shareHigh === undefined) return null
  if (isWhole({ shareLow, shareHigh })) return joined(say(language, 'unit.percent', { value: formatNumber(100) }))
  const rounded = roundedBy(share, { low: shareLow, high: shareHigh }, percent)
  if (rounded === null) return null
  return joined(rounded.half === '' ? say(language, 'share.ends', rounded) : Number(rounded.half) === 0 ? say(language, 'unit.percent', rounded) : say(language, 'share.symmetric', rounded))
}

/** How many decimals a percentage has beside its interval: none where that is wider than one percent to either side, or where the share is the whole. */
export const shareDigits = ({ shareLow = 0, shareHigh = 0 }: Interval): 0 | 1 => ((shareHigh - shareLow) / 2 >= 0.01 || isWhole({ shareLow, shareHigh }) ? 0 : 1)

/** Everything in every draw: a decimal would be an accuracy that nobody has measured. */
const isWhole = ({ shareLow, shareHigh }: Interval): boolean => shareLow === 1 && shareHigh === 1

/** `half` is empty where the interval is not symmetric. */
type Rounded = { readonly value: string; readonly half: string; readonly low: string; readonly high: string }

const percent = { squareMetres: 0.01 } as const

function roundedBy(areaM2: number, { low, high }: Interval, { squareMetres }: Pick<AreaUnit, 'squareMetres'>): Rounded | null {
  if (low === undefined || high === undefined) return null
  const half = (high - low) / 2 / squareMetres
  const place = half === 0 ? -1 : placeOf(half)
  const [value, from, to] = [areaM2, low, high].map((endM2) => roundTo(endM2 / squareMetres, place)) as [number, number, number]
  const [below, above] = [roundTo(value - from, place), roundTo(to - value, place)]
  const isSymmetric = below === above && (below > 0 || half === 0)
  return {
    value: printed(value, place),
    half: isSymmetric ? printed(below, place) : '',
    low: printed(from, place),
    high: printed(to, place),
  }
}

/** Without an error nothing but the value. */
const symmetric = ({ value, half }: Rounded, language: Language): string | null =>
  half === '' ? null : Number(half) === 0 ? value : say(language, 'interval.symmetric', { value, half })

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
