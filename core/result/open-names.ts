import { comma, isRightToLeft, translate, semicolon, type Language, type MessageKey } from '../i18n/translate.ts'

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
      const key: MessageKey = `reason.${reason}`
      const [name, ...days] = [sublayer, ...readings].map((text) =>
        isRightToLeft(language) ? `\u2068${text}\u2069` : text,
      )
      return [`${name} (${translate(language, key)}${days.join(comma(language))})`]
    })
    .join(semicolon(language))
