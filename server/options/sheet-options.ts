import { z } from 'zod'
import { furniture, settledLayout, type SheetLayout } from '../../core/sheet/sheet-layout.ts'
import { dateSchema } from '../../core/model/text.ts'
import { pdfStandards } from './pdf-standards.ts'
import { wholeNumber } from './whole-number.ts'

/** Days as YYYY-MM-DD, between commas. */
function daysText(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2})*$/, 'it is no list of days such as 2018-03-26,2018-04-21')
    .transform((text) => text.split(','))
    .pipe(z.array(dateSchema).min(least).max(most))
}

/** Names of furniture between commas. */
const furnitureText = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(furniture)))

/** The options of a sheet as text gives them: in an address, or on the command line. */
export const sheetOptions = {
  lang: z.enum(['en', 'ar']).default('en'),
  paper: z.enum(['a4', 'a3']).optional(),
  orientation: z.enum(['landscape', 'portrait']).optional(),
  size: z
    .string()
    .regex(/^\d{2,4}(\.\d+)?x\d{2,4}(\.\d+)?$/, 'it is no size in millimetres such as 85x110')
    .transform((text) => text.split('x').map(Number) as [number, number])
    .refine((sides) => sides.every((side) => side >= 60 && side <= 1200), 'each side is 60 to 1200 mm')
    .transform(([widthMm, heightMm]) => ({ widthMm, heightMm }))
    .optional(),
  multiples: z.union([z.enum(['dates', 'studies']), daysText(2, 60)]).optional(),
  pair: daysText(2, 2).optional(),
  pages: z.enum(['dates', 'units', 'studies']).optional(),
  show: furnitureText.optional(),
  hide: furnitureText.optional(),
  scale: wholeNumber(100, 100_000_000).optional(),
  dpi: wholeNumber(36, 1_200).default(300),
  standard: z.enum(pdfStandards).default('ua-1'),
  page: wholeNumber(1, 1_000).optional(),
} as const

export type SheetOptions = z.output<z.ZodObject<typeof sheetOptions>>

/** What the options ask of a sheet whose layout is given. */
export const askedSheet = (
  { lang, dpi, standard, page, multiples, pair, pages, ...options }: SheetOptions,
  layout: SheetLayout,
) => ({
  language: lang,
  layout: settledLayout(layout, options),
  dpi,
  standard,
  page,
  multiples: pair ?? multiples,
  pages: (pair ?? multiples) ? undefined : pages,
})
