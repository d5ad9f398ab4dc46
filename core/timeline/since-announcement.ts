import { translate, type Language } from '../i18n/translate.ts'
import { isDay } from '../time/days.ts'
import { durationText } from '../time/duration.ts'

/** How far a date lies from the plan's announcement, in words; of a month or a year only that its day is not given. */
export function sinceAnnouncement(announced: string | null | undefined, date: string, language: Language): string {
  if (!announced) return translate(language, 'days.unknown')
  if (!isDay(date)) return translate(language, 'days.not-given')
  if (date === announced) return translate(language, 'days.on')
  return date < announced
    ? translate(language, 'days.before', { long: durationText(date, announced, language) })
    : translate(language, 'days.after', { long: durationText(announced, date, language) })
}
