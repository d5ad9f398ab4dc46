import { languages, type Language } from '../i18n/languages.ts'

/** Words after each other in a sentence: "plan, control and shelling"; in Arabic each after the first with its own و. */
export const joinedWords = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(languages[language].locale, { type: 'conjunction' }).format(words)
