import { cleanForeignText, shortened } from '../../../core/sheet/clean-text.ts'
import { formatNumber, formatShare } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'
import { columnWidths } from './column-widths.ts'

const longestCell = 60

/** A table for the terminal: its title and what it is, then rounded figures in columns, without columns that stay empty. */
export function tableText({ title, description, fields, rows }: Table, language: Language): string {
  const shown = fields.flatMap((field, i) => (rows.some((row) => row[i] !== null) ? [{ field, i }] : []))
  const lines = [
    shown.map(({ field }) => field.name),
    ...rows.map((row) => shown.map(({ field, i }) => printed(row[i]!, field.unit, language))),
  ]
  const widths = columnWidths(lines)
  const isFigure = shown.map(({ field }) => field.type === 'integer' || field.type === 'number')
  const printedLines = lines.map((line) =>
    line
      .map((cell, i) => (isFigure[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  )
  return [textIn(language, title), ...(description ? [textIn(language, description)] : []), ...printedLines, '']
    .map((line) => `${line}\n`)
    .join('')
}

function printed(cell: Cell, unit: string | undefined, language: Language): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return shortened(cleanForeignText(cell), longestCell)
  if (unit === '1') return formatShare(cell, language).replaceAll('\u00a0', ' ')
  if (unit === 'degree') return cell.toFixed(6)
  return formatNumber(cell, unit === '1/ha' ? 2 : unit === 'ha' ? 1 : 0)
}
