import type { PublishedRow } from '../../core/precedents/published-rows.ts'
import { cleanForeignText, shortened } from '../../core/sheet/clean-text.ts'
import type { Comparison } from '../../core/study/comparison.ts'
import { formatHectareValue, formatNumber, formatShare } from '../../core/study/format.ts'
import type { Measurement } from '../../core/study/measurement.ts'
import type { Source } from '../../core/study/sources.ts'
import { textIn } from '../../core/study/text.ts'
import type { Language } from '../../core/words/say.ts'
import { comparisonRows, publishedPair } from './comparison-rows.ts'
import { measurementRows } from './measurement-rows.ts'
import { cellOf, columnHeads, type ColumnName, type TableRow } from './table-row.ts'

const columns = ['row', 'unit', 'layer', 'date', 'class', 'areaHa', 'share', 'lowM2', 'highM2', 'above', 'count', 'perHa', 'lastReported'] as const
const figures: ReadonlySet<ColumnName> = new Set(['areaHa', 'share', 'lowM2', 'highM2', 'above', 'count', 'perHa', 'shareOfNamed', 'days', 'difference'])
const longestCell = 100

/** A measurement as a table for the terminal: rounded figures in columns, without columns that stay empty. */
export const measurementTable = (measurement: Measurement, language: Language): string =>
  textTable(columns, measurementRows(measurement), language)

/** Figures that sources print, each with ours below it where one answers to it. */
export const publishedText = (published: readonly PublishedRow[], sources: readonly Source[], planM2: number, language: Language): string => {
  const rows = published.flatMap((row) => publishedPair(row, sources, planM2, language))
  return rows.length === 0 ? '' : `\n${textTable([...columns, 'shareOfNamed', 'difference'], rows, language)}`
}

/** Several studies as a table for the terminal, and in sentences what they have in common. */
export const comparisonTable = (comparison: Comparison, language: Language): string =>
  [
    textTable(['study', ...columns, 'shareOfNamed', 'days', 'difference'], comparisonRows(comparison, language), language),
    ...comparison.findings.map(({ text }) => `\n${cleanForeignText(textIn(language, text))}\n`),
  ].join('')

function textTable(all: readonly ColumnName[], rows: readonly TableRow[], language: Language): string {
  const shown = all.filter((column) => rows.some((row) => cellOf(row, column, language) !== null))
  const lines = [columnHeads(shown, language), ...rows.map((row) => shown.map((column) => printed(row, column, language)))]
  const widths = shown.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) => line.map((cell, i) => (figures.has(shown[i]!) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}

/** A cell in one line, without anything that a terminal would obey. */
function printed(row: TableRow, column: ColumnName, language: Language): string {
  const cell = cellOf(row, column, language)
  if (cell === null) return ''
  if (typeof cell === 'string') return shortened(cleanForeignText(cell), longestCell)
  if (column === 'share' || column === 'shareOfNamed' || column === 'difference' || column === 'above') return formatShare(cell, language).replaceAll('\u00a0', ' ')
  if (column === 'areaHa') return formatHectareValue(cell * 10_000, language)
  return formatNumber(cell, column === 'perHa' ? 2 : 0)
}
