import { z } from 'zod'
import { sheetOptions } from './sheet-options.ts'

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

/** The options of an export as text gives them: in an address, or on the command line. */
export const exportOptions = {
  lang: sheetOptions.lang,
  pieces: z.enum(['combination', 'feature']).default('combination'),
} as const

export type ExportRequest = {
  readonly format: ExportFormat
  readonly language: 'en' | 'ar'
  readonly pieces: 'combination' | 'feature'
  /** What the file will be called; else after the study and its day. */
  readonly name?: string
}

/** Exports that are compared with other studies where these are given. */
export const comparesOthers = (format: ExportFormat): boolean => format === 'xlsx' || format === 'package.zip'

/** What the description of a table that stands alone is called beside it. */
export const describedEnding = '.datapackage.json'
