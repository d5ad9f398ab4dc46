import type { CsvDialect } from '../../../core/export/csv-dialect.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { TableNames } from './table-names.ts'
import { claimedColumns, claimedRows } from './claimed-columns.ts'
import { comparisonRows } from './comparison-rows.ts'
import { csv } from './csv.ts'
import { measurementRows } from './measurement-rows.ts'
import { cellOf, columnHeads, type ColumnName, type TableRow } from './table-row.ts'
import type { Comparison } from '../../../core/compare/comparison-answer.ts'

/** The columns of a measurement's table. */
export const measurementColumns = [
  'row',
  'unit',
  'unitName',
  'layer',
  'role',
  'date',
  'class',
  'confidence',
  'party',
  'sources',
  'sourceNames',
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

export const comparisonColumns = [
  'study',
  'studyTitle',
  ...measurementColumns,
  'shareOfNamed',
  'days',
  'difference',
] as const

/** The columns of a measurement that stands alone: claimed figures, and how sure a floor is, only where there are some. */
export const loneColumns = ({ method, claimed }: Measurement): ColumnName[] => [
  ...measurementColumns,
  ...(method.interval?.aboveM2 === undefined ? [] : (['above'] as const)),
  ...columnsOfClaims(claimed),
]

/** Its rows, those of claimed figures last; `names` say what units and sources are called beside their ids. */
export const loneRows = (measurement: Measurement, language: Language, names?: TableNames): TableRow[] =>
  namedRows([...measurementRows(measurement, language), ...claimedRows(measurement.claimed, language)], names)

/** A measurement as CSV: one table, a row for each figure, areas in square metres at full precision and in hectares. */
export const measurementCsv = (
  measurement: Measurement,
  language: Language,
  dialect?: CsvDialect,
  names?: TableNames,
): string => csvOf(loneColumns(measurement), loneRows(measurement, language, names), language, dialect)

/** Several studies as CSV, in the same columns after the study's id. */
export const comparisonCsv = (comparison: Comparison, language: Language): string =>
  csvOf(
    [...comparisonColumns, ...columnsOfClaims(comparison.studies.flatMap(({ claimed }) => claimed))],
    comparisonRows(comparison, language),
    language,
  )

/** Rows with the names of units and sources beside their ids. */
export const namedRows = (rows: readonly TableRow[], names: TableNames | undefined): TableRow[] =>
  rows.map((row) => {
    if (!names) return row
    const unitName = row.unit === undefined ? null : names.unit(row.unit)
    return {
      ...row,
      ...(unitName === null ? {} : { unitName }),
      ...(row.sources ? { sourceNames: row.sources.map(names.source) } : {}),
    }
  })

/** Only where there are some. */
const columnsOfClaims = (claimed: readonly unknown[]): readonly (typeof claimedColumns)[number][] =>
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
