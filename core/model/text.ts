import { z } from 'zod'
import type { Language } from '../i18n/say.ts'

/** A text of the user's in English and, where there is one, in Arabic. */
export const textSchema = z.strictObject({ en: z.string().max(10_000), ar: z.string().max(10_000).optional() })
export type Text = z.infer<typeof textSchema>

/** A text given plainly is taken as English. */
export const givenTextSchema = z.union([
  z
    .string()
    .min(1)
    .max(10_000)
    .transform((en) => ({ en })),
  textSchema,
])

/** The text in `language`, or in English where it has no other. */
export const textIn = (language: Language, text: Text): string => text[language] ?? text.en

/** A day as YYYY-MM-DD that exists in the calendar. */
export const dateSchema = z.iso.date({
  error: 'a day is written YYYY-MM-DD, such as 2018-04-21, so that day and month cannot be exchanged',
})

/** A day, a month (YYYY-MM) or a year (YYYY) that exists in the calendar. */
export const partialDateSchema = z.union([dateSchema, z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)], {
  error: 'a date is a day (2018-04-21), a month (2018-04) or a year (2018)',
})
