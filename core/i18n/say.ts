import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { formatMessage } from './message.ts'

export type Language = 'en' | 'ar'
export type WordKey = keyof typeof en
export type WordValues = Readonly<Record<string, string | number>>

const catalogues: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, ar }

/** The sentence `key` in `language`, with each `{name}` replaced by the value of that name and the form that goes with its number. */
export function say(language: Language, key: WordKey, values: WordValues = {}): string {
  return formatMessage(catalogues[language][key], language, values)
}

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
