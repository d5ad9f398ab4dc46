import { formatNumber, formatShare, hectare, inUnit, unitFor } from '../format/format.ts'
import { formatInterval } from '../format/interval-text.ts'
import { shareWithInterval } from '../format/share-interval.ts'
import type { Published } from '../model/study.ts'
import { translate, type Language } from '../i18n/translate.ts'
import type { Ends } from './drawn-quantity.ts'
import type { Verdict } from './comparison-answer.ts'

/** Ours against a published value that it may be compared with, by the 95 % interval of ours. */
export function verdictOn(value: number, interval: Ends | null): Exclude<Verdict, 'drawn' | 'other-day'> {
  if (!interval) return 'no-interval'
  return interval.low > value ? 'more' : interval.high < value ? 'less' : 'within'
}

/** The difference of ours as its interval in parts of the published figure, or why none is given. */
export function verdictText(verdict: Verdict, value: number, interval: Ends | null, language: Language): string {
  if ((verdict !== 'more' && verdict !== 'less') || !interval || value === 0)
    return translate(language, `published.verdict.${verdict}`)
  const [low, high] = [interval.low, interval.high].map((end) => signedPercent((end - value) / value, language)) as [
    string,
    string,
  ]
  return low === high ? low : translate(language, 'interval.ends', { low, high })
}

/** Ours in the unit of the published figure with its 95 % interval: one value, or from what all sources say to what some say. */
export function oursText(
  { measure }: Pick<Published, 'measure'>,
  measured: Ends,
  interval: Ends | null,
  language: Language,
): string {
  const { low, high } = measured
  const isOne = low === high
  if (measure === 'share') {
    if (isOne && interval) return shareWithInterval(low, interval, language)
    return isOne
      ? formatShare(low, language)
      : around(
          formatShare(low, language),
          formatShare(high, language),
          interval && [interval.low, interval.high].map((end) => formatShare(end, language)),
          language,
        )
  }
  const unit = unitFor(high)
  if (isOne && interval) return inUnit(formatInterval(low, interval, language, unit)!, unit, language)
  const text = (areaM2: number): string =>
    inUnit(formatNumber(areaM2 / unit.squareMetres, unit === hectare ? 1 : 2), unit, language)
  return isOne
    ? text(low)
    : around(text(low), text(high), interval && [interval.low, interval.high].map(text), language)
}

function around(low: string, high: string, ends: readonly string[] | null, language: Language): string {
  const range = low === high ? low : translate(language, 'interval.ends', { low, high })
  return ends ? translate(language, 'interval.around', { value: range, low: ends[0]!, high: ends[1]! }) : range
}

/** Such as −5.7 %, and 0.0 % without a sign. */
function signedPercent(difference: number, language: Language): string {
  const value = formatNumber(Math.abs(difference) * 100, 1)
  const sign = value === '0.0' ? '' : difference < 0 ? '\u2212' : '+'
  return translate(language, 'unit.percent', { value: sign + value }).replaceAll(' ', '\u00a0')
}
