import type { CsvDialect } from '../../../core/export/csv-dialect.ts'
import type { Comparison } from '../../../core/compare/comparison.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Language } from '../../../core/i18n/say.ts'
import { claimedColumns, claimedRows } from './claimed-columns.ts'
import { comparisonRows } from './comparison-rows.ts'
import { csv } from './csv.ts'
import { measurementRows } from './measurement-rows.ts'
import { cellOf, columnHeads, type ColumnName, type TableRow } from './table-row.ts'

/** The columns of a measurement's table. */
export const measurementColumns = [
  'row',
  'unit',
  'layer',
  'role',
  'date',
  'class',
  'confidence',
  'party',
  'sources',
  'areaM2',
  'areaHa',
  'share',
  'lowM2',
  'highM2',
  'shareLow',
  'shareHigh',
  'meanM2',
  'sdM2',
  'count',
  'perHa',
  'intervalKind',
  'lastReported',
] as const

export const comparisonColumns = ['study', ...measurementColumns, 'shareOfNamed', 'days', 'difference'] as const

/** A measurement as CSV: one table, a row for each figure, areas in square metres at full precision and in hectares. */
export const measurementCsv = (measurement: Measurement, language: Language, dialect?: CsvDialect): string =>
  csvOf(
    [
      ...measurementColumns,
      ...(measurement.method.interval?.aboveM2 === undefined ? [] : (['above'] as const)),
      ...columnsOfClaims(measurement.claimed),
    ],
    [...measurementRows(measurement, language), ...claimedRows(measurement.claimed, language)],
    language,
    dialect,
  )

/** Several studies as CSV, in the same columns after the study's id. */
export const comparisonCsv = (comparison: Comparison, language: Language): string =>
  csvOf(
    [...comparisonColumns, ...columnsOfClaims(comparison.studies.flatMap(({ claimed }) => claimed))],
    comparisonRows(comparison, language),
    language,
  )

/** Only where there are some. */
export const columnsOfClaims = (claimed: readonly unknown[]): readonly (typeof claimedColumns)[number][] =>
  claimed.length > 0 ? claimedColumns : []

const csvOf = (
  columns: readonly ColumnName[],
  rows: readonly TableRow[],
  language: Language,
  dialect?: CsvDialect,
): string =>
  csv(
    [columnHeads(columns, language), ...rows.map((row) => columns.map((column) => cellOf(row, column, language)))],
    dialect,
  )
