import { z } from 'zod'
import { because } from '../result/schema-fault.ts'

const longText = z.string().max(10_000)

/** A text of the user's in English and, where there is one, in Arabic. */
export const textSchema = z.strictObject({ en: longText, ar: longText.optional() })

/** A text given plainly is taken as English. */
export const givenTextSchema = z.union([
  z
    .string()
    .min(1)
    .max(10_000)
    .transform((en) => ({ en })),
  textSchema,
])

/** A day as YYYY-MM-DD that exists in the calendar. */
export const dateSchema = z.iso.date(because('why.not-day'))

/** A day, a month (YYYY-MM) or a year (YYYY) that exists in the calendar. */
export const partialDateSchema = z.union(
  [dateSchema, z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)],
  because('why.not-date'),
)
