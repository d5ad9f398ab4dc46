import { csvDialect, type CsvDialect } from '../../../core/export/csv-dialect.ts'

/** A cell as it is written: text, a number at full precision, or nothing. */
export type Cell = string | number | null

const byteOrderMark = '\ufeff'

/**
 * Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets read Arabic. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export const csv = (
  rows: readonly (readonly Cell[])[],
  { delimiter, lineTerminator }: CsvDialect = csvDialect,
): string =>
  byteOrderMark +
  rows.map((row) => row.map((cell) => csvCell(cell, delimiter)).join(delimiter) + lineTerminator).join('')

function csvCell(cell: Cell, delimiter: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = neutral(cell)
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Text that begins like a formula and is no number is marked as text. */
function neutral(text: string): string {
  const isNumber = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text)
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !isNumber ? `'${text}` : text
}
