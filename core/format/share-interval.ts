import { formatShare } from './format.ts'
import { formatShareInterval, placeOf } from './interval-text.ts'
import type { Interval } from '../model/measurement.ts'
import type { Language } from '../i18n/translate.ts'

/** The 95 % interval of a share of the plan, within 0 and 1; `null` where there is none. */
export function shareInterval(
  { low, high, shareLow, shareHigh }: Interval,
  planM2: number,
): { readonly low: number; readonly high: number } | null {
  if (low === undefined || high === undefined) return null
  return { low: shareLow ?? within01(low / planM2), high: shareHigh ?? within01(high / planM2) }
}

const within01 = (share: number): number => Math.min(1, Math.max(0, share))

/** A share as its interval supports it: "29 (26 to 32) %", "9 (6 to 11) %". */
export const shareWithInterval = (
  share: number,
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string => formatShareInterval(share, { shareLow: low, shareHigh: high }, language) ?? formatShare(share, language)

/** One decimal where half the interval is less than a percentage point (two significant figures below 2), whole percents else. */
export const percentDigits = (half: number): 0 | 1 => (half === 0 || placeOf(100 * half) < 0 ? 1 : 0)
