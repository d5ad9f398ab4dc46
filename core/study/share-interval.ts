import { joined, formatNumber } from './format.ts'
import { placeOf } from './interval-text.ts'
import type { Interval } from './measurement.ts'
import { say, type Language } from '../words/say.ts'

/** The 95 % interval of a share of the plan, within 0 and 1; `null` where there is none. */
export function shareInterval({ low, high, shareLow, shareHigh }: Interval, planM2: number): { readonly low: number; readonly high: number } | null {
  if (low === undefined || high === undefined) return null
  return { low: shareLow ?? within01(low / planM2), high: shareHigh ?? within01(high / planM2) }
}

const within01 = (share: number): number => Math.min(1, Math.max(0, share))

/** Percents as their interval supports them, at most one decimal: "29 % (26 % to 33 %)". */
export function shareWithInterval(share: number, { low, high }: { readonly low: number; readonly high: number }, language: Language): string {
  const digits = percentDigits((high - low) / 2)
  const percent = (value: number): string => joined(say(language, 'unit.percent', { value: formatNumber(100 * value, digits) }))
  const [value, from, to] = [percent(share), percent(low), percent(high)]
  return from === to && from === value ? value : say(language, 'interval.around', { value, low: from, high: to })
}

/** One decimal where half the interval is less than a percentage point (two significant figures below 2), whole percents else. */
export const percentDigits = (half: number): 0 | 1 => (half === 0 || placeOf(100 * half) < 0 ? 1 : 0)
