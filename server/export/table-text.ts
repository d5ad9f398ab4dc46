import { cleanForeignText, shortened } from '../../core/sheet/clean-text.ts'
import { formatNumber, formatShare } from '../../core/study/format.ts'
import { textIn } from '../../core/study/text.ts'
import type { Language } from '../../core/words/say.ts'
import type { Cell } from './csv.ts'
import type { Table } from './tables/table.ts'

const longestCell = 60

/** A table for the terminal: rounded figures in columns, without columns that stay empty, nothing that a terminal obeys. */
export function tableText({ fields, rows }: Table, language: Language): string {
  const shown = fields.flatMap((field, column) => (rows.some((row) => row[column] !== null) ? [{ field, column }] : []))
  const lines = [
    shown.map(({ field }) => textIn(language, field.title)),
    ...rows.map((row) => shown.map(({ field, column }) => printed(row[column] ?? null, field.unit, language))),
  ]
  const widths = shown.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) => line.map((cell, i) => (shown[i]!.field.type === 'text' ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}

function printed(cell: Cell, unit: string | undefined, language: Language): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return shortened(cleanForeignText(cell), longestCell)
  return unit === '1' ? formatShare(cell, language).replaceAll('\u00a0', ' ') : formatNumber(cell)
}
