import { say, type Language, type WordKey } from '../i18n/say.ts'

/** What a name tells of its day: nothing beyond doubt where there is a reason, and the days that it may mean. */
export type OpenName = {
  readonly sublayer: string
  readonly reason: 'none' | 'several' | 'day-or-month' | 'other-calendar' | null
  readonly readings: readonly string[]
}

/** Each name from which no day can be taken, with the reason in brackets; its days stay in figures, held in their order. */
export const openNamesText = (names: readonly OpenName[], language: Language): string =>
  names
    .flatMap(({ sublayer, reason, readings }) => {
      if (reason === null) return []
      const key: WordKey = `reason.${reason}`
      const [name, ...days] = [sublayer, ...readings].map((text) => (language === 'ar' ? `\u2068${text}\u2069` : text))
      return [`${name} (${say(language, key)}${days.join(say(language, 'page.list.comma'))})`]
    })
    .join(language === 'ar' ? '؛ ' : '; ')
