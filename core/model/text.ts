import type { z } from 'zod'
import { languageCodes, type Language } from '../i18n/languages.ts'
import { inLanguages } from '../i18n/translate.ts'
import type { textSchema } from './text-schema.ts'

export type Text = z.infer<typeof textSchema>

/** The text in `language`, or in English where it has no other. */
export const textIn = (language: Language, text: Text): string => text[language] ?? text.en

/** The text with a change to each language that it is in. */
export const changedText = (text: Text, change: (text: string, language: Language) => string): Text =>
  inLanguages(
    languageCodes.filter((own) => own === 'en' || isWrittenIn(text, own)),
    (own) => change(text[own] ?? text.en, own),
  ) as Text

/** Without reading it, as its language may not have been loaded. */
function isWrittenIn(text: Text, language: Language): boolean {
  const member = Object.getOwnPropertyDescriptor(text, language)
  return member !== undefined && (member.get !== undefined || member.value !== undefined)
}
