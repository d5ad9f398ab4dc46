import {
  formatHectares,
  formatHectareValue,
  formatNumber,
  formatShare,
  hectare,
  inUnit,
  squareKilometre,
} from '../format/format.ts'
import { formatInterval, formatShareInterval, intervalParts } from '../format/interval-text.ts'
import type { Interval } from '../model/measurement.ts'
import { translate, type Language } from '../i18n/translate.ts'

/** The unit of a report's tables: square kilometres for a plan above 10,000 ha. */
export type AreaUnit = 'ha' | 'km2'

const squareMetres = { ha: 1e4, km2: 1e6 } as const

/** Less than this is less than half of the last decimal of a hectare: no row is made for it. */
export const leastShownM2 = 500

export const unitFor = (planM2: number): AreaUnit => (planM2 > 1e8 ? 'km2' : 'ha')

export const hasInterval = ({ low, high }: Interval): boolean => low !== undefined && high !== undefined

/** An area without its unit: as its interval supports it, or with one decimal where it has none. */
export function areaFigure(areaM2: number, { low, high }: Interval, unit: AreaUnit, language: Language): string {
  if (low === undefined || high === undefined) {
    return unit === 'ha' ? formatHectareValue(areaM2, language) : formatNumber(areaM2 / squareMetres.km2, 1)
  }
  const inHa = squareMetres.ha / squareMetres[unit]
  return formatInterval(areaM2 * inHa, { low: low * inHa, high: high * inHa }, language) ?? ''
}

/** The least and the most that an area may be, to the place that half of what lies between supports. */
export function endsFigure(lowM2: number, highM2: number, unit: AreaUnit, language: Language): string {
  const parts = intervalParts(lowM2, { low: lowM2, high: highM2 }, unit === 'ha' ? hectare : squareKilometre)
  return parts === null ? '' : parts.low === parts.high ? parts.low : translate(language, 'interval.ends', parts)
}

/** A mean and its standard deviation, to the same decimal. */
export function spreadFigures(meanM2: number, sdM2: number, unit: AreaUnit): [mean: string, sd: string] {
  const [mean, sd] = [meanM2 / squareMetres[unit], sdM2 / squareMetres[unit]]
  const digits = sd >= 9.95 ? 0 : sd >= 0.995 ? 1 : 2
  return [formatNumber(mean, digits), formatNumber(sd, digits)]
}

/** An area with its unit, as its interval supports it. */
export function areaWithUnit(areaM2: number, interval: Interval, language: Language): string {
  if (!hasInterval(interval)) return formatHectares(areaM2, language)
  const unit = unitFor(areaM2)
  return inUnit(areaFigure(areaM2, interval, unit, language), unit === 'ha' ? hectare : squareKilometre, language)
}

/** A share of the plan with its own interval; as `shareFigure` prints it where it has none. */
export const planShareFigure = (areaM2: number, planM2: number, interval: Interval, language: Language): string =>
  (planM2 > 0 ? formatShareInterval(areaM2 / planM2, interval, language) : null) ??
  shareFigure(areaM2, planM2, interval, language)

/** A part of an area as a percentage: one decimal only where its interval is narrower than one percent. */
export function shareFigure(areaM2: number, ofM2: number, { low, high }: Interval, language: Language): string {
  if (ofM2 <= 0) return translate(language, 'report.nothing')
  const isCoarse = low !== undefined && high !== undefined && (high - low) / ofM2 >= 0.01
  return formatShare(areaM2 / ofM2, language, isCoarse ? 0 : 1)
}
