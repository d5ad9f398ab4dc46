import { formatNumber } from '../study/format.ts'
import { say, type Language } from '../words/say.ts'

/** How far a day lies from the plan's announcement, in words; `days` is negative before it. */
export function daysText(days: number | null, language: Language): string {
  if (days === null) return say(language, 'days.unknown')
  if (days === 0) return say(language, 'days.on')
  return say(language, days < 0 ? 'days.before' : 'days.after', { days: formatNumber(Math.abs(days)) })
}
