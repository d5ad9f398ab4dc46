import { formatNumber, hectare, type AreaUnit } from '../format/format.ts'
import { formatAreaOf, placeOf } from '../format/interval-text.ts'
import { translate, type Language } from '../i18n/translate.ts'
import type { ClassChange } from './timeline-answer.ts'

/** What the draws of both days say of how much ground a class has on the second: more, less, or that it is not decided. */
export function netDecision(net: ClassChange['net']): 'more' | 'less' | 'undecided' {
  if (!net) return 'undecided'
  return net.low > 0 ? 'more' : net.high < 0 ? 'less' : 'undecided'
}

/** "+38 (30 to 46)", "not known" where a hold ended in between, or "not decided (-3 to 5)"; without an interval the difference of both days, which decides nothing. */
export function netText(
  { netM2, net, notKnownM2, notKnown = {} }: Pick<ClassChange, 'netM2' | 'net' | 'notKnownM2' | 'notKnown'>,
  language: Language,
  unit: AreaUnit = hectare,
): string {
  if (notKnownM2 !== undefined)
    return translate(language, 'change.net.not-known', { area: formatAreaOf(notKnownM2, notKnown, language) })
  if (!net) return signed(netM2 / unit.squareMetres, 1)
  if (net.low === 0 && net.high === 0) return '0'
  const half = (net.high - net.low) / 2 / unit.squareMetres
  const place = half === 0 ? -1 : placeOf(half)
  const text = (areaM2: number): string => {
    const value = areaM2 / unit.squareMetres
    return place >= 0 ? signed(Math.round(value / 10 ** place) * 10 ** place, 0) : signed(value, 1)
  }
  const [value, low, high] = [text(netM2), text(net.low), text(net.high)]
  if (netDecision(net) === 'undecided') return translate(language, 'change.net.undecided', { low, high })
  return low === high ? value : translate(language, 'interval.around', { value, low, high })
}

/** Kept from left to right, so that the sign stays before its number. */
const signed = (value: number, digits: 0 | 1): string => {
  const text = formatNumber(value, digits)
  return `\u2066${Number(text.replaceAll(',', '')) > 0 ? '+' : ''}${text}\u2069`
}
