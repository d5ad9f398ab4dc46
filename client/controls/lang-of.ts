import type { Language } from '../../core/i18n/translate.ts'
import { textIn, type Text } from '../../core/model/text.ts'

const arabic = /\p{Script=Arabic}/u

/** The language that a text of the user's is shown in, which may not be the page's: for those who hear it, and its own direction. */
export function langOf(text: Text, language: Language): Language {
  if (text[language] !== undefined && language !== 'en') return language
  return arabic.test(textIn(language, text)) ? 'ar' : 'en'
}
