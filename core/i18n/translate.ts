import { isLoaded, messagesIn, someLanguage } from './catalogues.ts'
import { languageCodes, languages, type Language, type Messages } from './languages.ts'
import { formatMessage } from './message.ts'

export type { Language } from './languages.ts'
export type MessageKey = keyof Messages
export type MessageValues = Readonly<Record<string, string | number>>

/** The sentence `key` in `language`, with each `{name}` replaced by the value of that name and the form that goes with its number. */
export function translate(language: Language, key: MessageKey, values: MessageValues = {}): string {
  return formatMessage(messagesIn(language)[key], language, values)
}

/** A text in the languages given. In one that the page has not loaded it is written when it is read. */
export function inLanguages(codes: readonly Language[], textIn: (language: Language) => string) {
  const text: { [Code in Language]?: string } = {}
  for (const language of codes) {
    if (isLoaded(language)) text[language] = textIn(language)
    else Object.defineProperty(text, language, { enumerable: true, get: () => textIn(language) })
  }
  return text
}

/** A text in every language. */
export const inEachLanguage = (textIn: (language: Language) => string): Record<Language, string> =>
  inLanguages(languageCodes, textIn) as Record<Language, string>

/** A list of texts in every language, which is as long in each. */
export const eachInEachLanguage = (textsIn: (language: Language) => readonly string[]): Record<Language, string>[] =>
  textsIn(someLanguage()).map((_, i) => inEachLanguage((language) => textsIn(language)[i] ?? ''))

/** A sentence of the catalogue in every language. */
export const translateInEach = (key: MessageKey, values: MessageValues = {}): Record<Language, string> =>
  inEachLanguage((language) => translate(language, key, values))

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(messagesIn(someLanguage()), key)

export const isRightToLeft = (language: Language): boolean => languages[language].direction === 'rtl'

/** What stands between the items of a list. */
export const comma = (language: Language): string => translate(language, 'list.comma')

/** What stands between items that hold commas themselves. */
export const semicolon = (language: Language): string => translate(language, 'list.semicolon')
