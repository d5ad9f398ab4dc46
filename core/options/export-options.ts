import { z } from 'zod'
import type { Language } from '../i18n/translate.ts'
import type { ChosenFields } from '../export/leaving-fields.ts'
import { issueOf } from '../result/schema-fault.ts'
import { option, type OptionValues } from './option.ts'
import { languageOption, publishedOption } from './sheet-options.ts'

/** The files that `make-export` makes, by the ending of their names. */
export const exportFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  gpkg: 'application/geopackage+sqlite3',
  'shp.zip': 'application/zip',
  'package.zip': 'application/zip',
} as const

export type ExportFormat = keyof typeof exportFormats

/** All endings, that of the whole study included. */
export const exportEndings = [...(Object.keys(exportFormats) as ExportFormat[]), 'zip'] as const

/** `LAYER=FIELD,FIELD`, once or several times. */
const chosenFieldsSchema = z
  .union([z.string(), z.array(z.string()).max(1_000)])
  .default([])
  .transform((given, context): ChosenFields =>
    [given].flat().map((text) => {
      const place = text.indexOf('=')
      const fields = text
        .slice(place + 1)
        .split(',')
        .filter((field) => field !== '')
      if (place < 1 || fields.length === 0) context.addIssue(issueOf('why.not-fields', { form: 'LAYER=FIELD,FIELD' }))
      return { layer: text.slice(0, place), fields }
    }),
  )

/** What shapes an export, on the command line and in an address alike. */
export const exportOptions = {
  lang: languageOption,
  published: publishedOption,
  pieces: option(
    z.enum(['combination', 'feature']).default('combination'),
    'a polygon for each combination of classes, or for each set of features, with the attributes of all of them',
  ),
  separator: option(
    z.enum(['comma', 'semicolon', 'tab']).default('comma'),
    'what stands between the cells of a CSV, in archives too; numbers keep their decimal point',
  ),
  fields: option(
    chosenFieldsSchema,
    'fields of a layer that may leave beside those of its class, id, label and dates, which leave unasked',
    { value: 'LAYER=FIELD[,FIELD]', given: 'often' },
  ),
} as const

/** In an address also as a number. */
const yesOrNo = z
  .enum(['0', '1', 'false', 'true'])
  .optional()
  .transform((text) => text === '1' || text === 'true')

/** Of the zip of a study alone. */
export const historyOption = {
  history: option(
    yesOrNo,
    'the zip of the study takes its history too, with what was removed and can be brought back',
    { given: 'switch' },
  ),
} as const

/** Of the zip of a study alone: other exports leave sensitive layers out whatever is said. */
export const sensitiveOption = {
  sensitive: option(yesOrNo, 'the zip of the study takes sensitive layers too, as they are', {
    given: 'switch',
    flag: 'with-sensitive',
  }),
} as const

export type ExportRequest = Readonly<Omit<OptionValues<typeof exportOptions>, 'lang'>> & {
  readonly format: ExportFormat
  readonly language: Language
  /** What the file will be called; else after the study and its day. */
  readonly name?: string
}

/** Exports that are compared with other studies where these are given. */
export const comparesOthers = (format: ExportFormat): boolean => format === 'xlsx' || format === 'package.zip'

/** What the description of a table that stands alone is called beside it. */
export const describedEnding = '.datapackage.json'
