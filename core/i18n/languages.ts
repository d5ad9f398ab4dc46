import type { en } from './en/index.ts'

/** Every string that a user reads, by its key. */
export type Messages = Readonly<Record<keyof typeof en, string>>

/** The languages of page, sheet, report and tables: a folder of messages and an entry here; `later` are those that the page brings with the views that say them. English comes first: a text without another is in English. */
export const languages = {
  en: {
    name: 'English',
    sign: 'EN',
    locale: 'en-GB',
    direction: 'ltr',
    messages: async () => (await import('./en/index.ts')).en,
    later: async () => (await import('./en/later.ts')).later,
  },
  ar: {
    name: 'العربية',
    sign: 'ع',
    locale: 'ar-SY',
    direction: 'rtl',
    messages: async () => (await import('./ar/index.ts')).ar,
    later: async () => (await import('./ar/later.ts')).later,
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      name: string
      sign: string
      locale: string
      direction: 'ltr' | 'rtl'
      messages: () => Promise<Messages>
      later: () => Promise<Partial<Messages>>
    }
  >
>

export type Language = keyof typeof languages

export const isLanguage = (code: string | null): code is Language => code !== null && Object.hasOwn(languages, code)

export const languageCodes = Object.keys(languages) as [Language, ...Language[]]
