import { z } from 'zod'
import type { Language } from '../i18n/say.ts'
import { option, type OptionValues } from './option.ts'
import { languageOption } from './sheet-options.ts'

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

/** What shapes an export, on the command line and in an address alike. */
export const exportOptions = {
  lang: languageOption,
  pieces: option(
    z.enum(['combination', 'feature']).default('combination'),
    'a polygon for each combination of classes, or for each set of features, with the attributes of all of them',
  ),
  separator: option(
    z.enum(['comma', 'semicolon', 'tab']).default('comma'),
    'what stands between the cells of a CSV, in archives too; numbers keep their decimal point',
  ),
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
