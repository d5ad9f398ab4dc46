import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Table } from './table.ts'

/** What Excel has room for on a sheet, less the row of heads. */
const mostRows = 1_048_575
const mostColumns = 16_384

/** Names that the data or another language gives, which only the English tables and those for programs carry. */
const forPrograms: ReadonlySet<string> = new Set(['layerName', 'className', 'classEn', 'classAr'])

/**
 * The tables of a workbook: what a reader must know first, then all others as far as Excel has room for them, which the first
 * one says, then what the fields mean.
 */
export function workbookTables(about: Table, tables: readonly Table[], codebook: Table, language: Language): Table[] {
  const cut = tables.filter(({ fields, rows }) => rows.length > mostRows || fields.length > mostColumns)
  const told = cut.map((table) => [
    textIn(language, table.title),
    translate(language, 'export.cut', {
      rows: formatNumber(Math.min(table.rows.length, mostRows)),
      allRows: formatNumber(table.rows.length),
      columns: formatNumber(Math.min(table.fields.length, mostColumns)),
      allColumns: formatNumber(table.fields.length),
    }),
  ])
  const fitting = tables.map((table): Table => {
    const shown = table.fields.flatMap((field, i) =>
      i < mostColumns && !(language !== 'en' && table.name === 'classes' && forPrograms.has(field.name)) ? [i] : [],
    )
    if (shown.length === table.fields.length && table.rows.length <= mostRows) return table
    return {
      ...table,
      fields: shown.map((i) => table.fields[i]!),
      rows: table.rows.slice(0, mostRows).map((row) => shown.map((i) => row[i]!)),
    }
  })
  return [{ ...about, rows: [...about.rows, ...told] }, ...fitting, codebook]
}
