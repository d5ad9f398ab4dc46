import { languageCodes } from '../i18n/languages.ts'
import { z } from 'zod'
import { furniture, resolvedLayout, type SheetLayout } from '../sheet/sheet-layout.ts'
import { dateSchema } from '../model/text-schema.ts'
import { option, wholeNumber, type OptionValues } from './option.ts'
import { because } from '../result/schema-fault.ts'

/** A zip holds all sheets of one kind, numbered. */
export const sheetFormats = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  'svg.zip': 'application/zip',
  'png.zip': 'application/zip',
} as const
export type SheetFormat = keyof typeof sheetFormats

/**
 * What a PDF is made to, as Typst enforces it; it writes one standard at a time. PDF/UA-1 is for readers with a screen
 * reader, PDF/A-2a and A-2b are for archives: A-2a asks for tags and letters that can be read back beside what A-2b
 * asks for.
 */
export const pdfStandards = ['ua-1', 'a-2a', 'a-2b'] as const
export type PdfStandard = (typeof pdfStandards)[number]

export const languageOption = option(z.enum(languageCodes).default('en'), 'language of texts and legends')

export const standardOption = option(
  z.enum(pdfStandards).default('ua-1'),
  'what a PDF is made to: PDF/UA-1 for readers with a screen reader, or PDF/A-2 for archives, tagged (a-2a) or not bound to be (a-2b)',
)

export const publishedOption = option(
  dateSchema.optional(),
  'the day of publication that is printed; else that of the study; none where neither says it',
  { value: 'DATE' },
)

/** Days as YYYY-MM-DD, between commas. */
function daysText(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2})*$/, because('why.not-days'))
    .transform((text) => text.split(','))
    .pipe(z.array(dateSchema).min(least).max(most))
}

/** Names of furniture between commas. */
const furnitureText = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(furniture)))
  .optional()

/** What shapes a sheet, on the command line and in an address alike. */
export const sheetOptions = {
  lang: languageOption,
  paper: option(z.enum(['a4', 'a3']).optional(), 'the paper; default a4'),
  orientation: option(z.enum(['landscape', 'portrait']).optional(), 'how the paper lies; default landscape'),
  size: option(
    z
      .string()
      .regex(/^\d{2,4}(\.\d+)?x\d{2,4}(\.\d+)?$/, because('why.not-size'))
      .transform((text) => text.split('x').map(Number) as [number, number])
      .refine((sides) => sides.every((side) => side >= 60 && side <= 1200), because('why.not-sides'))
      .transform(([widthMm, heightMm]) => ({ widthMm, heightMm }))
      .optional(),
    'a figure of so many millimetres instead of paper, such as 85x110',
    { value: 'WxH' },
  ),
  show: option(furnitureText, `what stands on the sheet beside the usual: ${furniture.join(', ')}`, {
    value: 'PART,…',
  }),
  hide: option(furnitureText, 'what is left away of the same', { value: 'PART,…' }),
  scale: option(wholeNumber(100, 100_000_000).optional(), '1:N; else the largest round one that shows the whole plan', {
    value: 'N',
  }),
  dpi: option(wholeNumber(36, 1_200).default(300), 'dots to the inch of a PNG', { value: 'N' }),
  multiples: option(
    z.union([z.enum(['dates', 'studies']), daysText(2, 60)]).optional(),
    'several maps of one scale with one legend: of every snapshot’s day, of those days, or of the studies given',
    { value: 'dates|studies|DATE,DATE,…' },
  ),
  pair: option(daysText(2, 2).optional(), 'before and after side by side, with their areas', { value: 'DATE,DATE' }),
  pages: option(
    z.enum(['dates', 'units', 'studies']).optional(),
    'a sheet for each snapshot’s day, each unit with ground in the plan, or each study',
  ),
  published: publishedOption,
  page: option(wholeNumber(1, 1_000).optional(), 'only the Nth of several sheets, as SVG or PNG', { value: 'N' }),
  standard: standardOption,
} as const

/** What the options ask of a sheet whose layout is given. */
export const requestedSheet = (
  { lang, dpi, standard, page, multiples, pair, pages, published, ...options }: OptionValues<typeof sheetOptions>,
  layout: SheetLayout,
) => ({
  language: lang,
  layout: resolvedLayout(layout, options),
  dpi,
  standard,
  page,
  published,
  multiples: pair ?? multiples,
  pages: (pair ?? multiples) ? undefined : pages,
})
