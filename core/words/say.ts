import { ar } from './ar/index.ts'
import { en } from './en/index.ts'

export type Language = 'en' | 'ar'
export type WordKey = keyof typeof en
export type WordValues = Readonly<Record<string, string | number>>

const catalogues: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, ar }

/** The sentence `key` in `language`, with each `{name}` replaced by the value of that name. */
export function say(language: Language, key: WordKey, values: WordValues = {}): string {
  return catalogues[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
