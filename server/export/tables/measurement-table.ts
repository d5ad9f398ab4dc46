import { cleanForeignText, shortened } from '../../../core/sheet/clean-text.ts'
import { widelyNamedLines } from '../../../core/compare/comparison.ts'
import { skippedLines } from '../../../core/compare/skipped-study.ts'
import { comparedTopics } from '../../../core/compare/compared-about.ts'
import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import { claimedText, markedFigure, markRemarks } from '../../../core/format/claimed-text.ts'
import { formatHectareValue, formatNumber, formatShare } from '../../../core/format/format.ts'
import { areaAsGivenValue } from '../../../core/format/area-as-given.ts'
import { shareAsGiven } from '../../../core/format/published-value.ts'
import { formatShareOf, placeOf } from '../../../core/format/interval-text.ts'
import type { Interval, Measurement } from '../../../core/model/measurement.ts'
import type { Source } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { comparisonRows, publishedPair } from './comparison-rows.ts'
import { measurementRows } from './measurement-rows.ts'
import { cellOf, columnHeads, type ColumnName, type TableRow } from './table-row.ts'
import type { Comparison, PublishedRow } from '../../../core/compare/comparison-answer.ts'
import { columnWidths } from './column-widths.ts'

const columns = [
  'row',
  'unit',
  'layer',
  'date',
  'class',
  'confidence',
  'party',
  'sources',
  'areaHa',
  'share',
  'shareLow',
  'shareHigh',
  'lowM2',
  'highM2',
  'above',
  'count',
  'perHa',
  'lastReported',
] as const
const figures: ReadonlySet<ColumnName> = new Set([
  'areaHa',
  'share',
  'shareLow',
  'shareHigh',
  'lowM2',
  'highM2',
  'above',
  'count',
  'perHa',
  'shareOfNamed',
  'days',
  'difference',
])
const percentages: ReadonlySet<ColumnName> = new Set([
  'share',
  'shareLow',
  'shareHigh',
  'shareOfNamed',
  'difference',
  'above',
])
/** What the interval of a row is of. */
const sharesOfPlan: ReadonlySet<ColumnName> = new Set(['share', 'shareLow', 'shareHigh'])
const longestCell = 100

/** A measurement as a table for the terminal: rounded figures in columns, without columns that stay empty. */
export const measurementTable = (measurement: Measurement, language: Language): string =>
  textTable(columns, measurementRows(measurement, language), language) + claimedTable(measurement.claimed, language)

/** Figures that sources print, each with ours below it where one answers to it. */
export const publishedText = (
  published: readonly PublishedRow[],
  sources: readonly Source[],
  plan: Measurement['plan'],
  language: Language,
): string => {
  const rows = published.flatMap((row) => publishedPair(row, sources, plan, language))
  return rows.length === 0 ? '' : `\n${textTable([...columns, 'shareOfNamed', 'difference'], rows, language)}`
}

/** Several studies as a table for the terminal, and in sentences what they have in common. */
export const comparisonTable = (comparison: Comparison, language: Language): string =>
  [
    textTable(
      ['study', ...columns, 'shareOfNamed', 'days', 'difference'],
      comparisonRows(comparison, language).filter(({ row }) => row !== 'claimed'),
      language,
    ),
    '\n',
    ...skippedLines(comparison.skipped, language).map((line) => `${cleanForeignText(line)}\n`),
    ...comparison.standing.map((text) => `${cleanForeignText(textIn(language, text))}\n`),
    coverageText(comparison, language),
    ...widelyNamedLines(comparison.studies, language).map((line) => `\n${cleanForeignText(line)}\n`),
    ...comparison.studies.map(({ id, claimed }) => claimedTable(claimed, language, id)),
    ...comparison.findings.map(({ text }) => `\n${cleanForeignText(textIn(language, text))}\n`),
  ].join('')

/** What sources claim, apart from what is measured: how much, of what, when, who says so. */
function claimedTable(claimed: readonly ClaimedFigure[], language: Language, study?: string): string {
  if (claimed.length === 0) return ''
  const heads = (['what', 'how-much', 'of-what', 'day', 'who'] as const).map((key) =>
    translate(language, `claimed.column.${key}`),
  )
  const rows = claimed.map((figure) => {
    const { what, ofWhat, day, who } = claimedText(figure, language)
    return [what, markedFigure(figure, language), ofWhat, day, who].map((cell) =>
      shortened(cleanForeignText(cell), longestCell).replaceAll('\u00a0', ' '),
    )
  })
  const title = translate(language, 'claimed.title')
  return `\n${study === undefined ? title : `${study}: ${title}`}\n${plainTable([heads, ...rows])}${markRemarks(
    claimed,
    language,
  )
    .map((remark) => `${remark}\n`)
    .join('')}`
}

/** By what right each study speaks of area, hold, shelling and damage. */
function coverageText({ studies }: Comparison, language: Language): string {
  const topics = comparedTopics(studies)
  const heads = ['', ...topics.map((topic) => translate(language, `coverage.${topic}`))]
  const rows = studies.map(({ id, coverage }) => [
    id,
    ...topics.map((topic) => translate(language, `basis.${coverage[topic]}`)),
  ])
  return `\n${translate(language, 'coverage.caption')}\n${plainTable([heads, ...rows])}`
}

/** Words in columns. */
function plainTable(lines: readonly (readonly string[])[]): string {
  const widths = columnWidths(lines)
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function textTable(all: readonly ColumnName[], rows: readonly TableRow[], language: Language): string {
  const shown = all.filter((column) => rows.some((row) => cellOf(row, column, language) !== null))
  const lines = [
    columnHeads(shown, language),
    ...rows.map((row) => shown.map((column) => printed(row, column, language))),
  ]
  const widths = columnWidths(lines)
  return lines
    .map((line) =>
      line
        .map((cell, i) => (figures.has(shown[i]!) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

const halfOf = ({ low, high }: Interval = {}): number =>
  low === undefined || high === undefined ? 0 : (high - low) / 2

/** To the last digit that so large an uncertainty lets stand. */
function roundedTo(valueM2: number, halfM2: number): number {
  const step = halfM2 > 0 ? 10 ** Math.max(0, placeOf(halfM2)) : 1
  return Math.round(valueM2 / step) * step
}

/** A cell in one line, without anything that a terminal would obey. */
function printed(row: TableRow, column: ColumnName, language: Language): string {
  const cell = cellOf(row, column, language)
  if (cell === null) return ''
  if (typeof cell === 'string') return shortened(cleanForeignText(cell), longestCell)
  if (row.row === 'published' && column === 'areaHa') return areaAsGivenValue(cell * 10_000)
  if (row.row === 'published' && row.areaM2 === undefined && (column === 'share' || column === 'shareOfNamed'))
    return shareAsGiven(cell, language).replaceAll('\u00a0', ' ')
  if (sharesOfPlan.has(column)) return formatShareOf(cell, row.interval ?? {}, language).replaceAll('\u00a0', ' ')
  if (percentages.has(column)) return formatShare(cell, language).replaceAll('\u00a0', ' ')
  const halfM2 = halfOf(row.interval)
  if (column === 'areaHa') return halfM2 >= 10_000 ? formatNumber(cell) : formatHectareValue(cell * 10_000, language)
  if (column === 'lowM2' || column === 'highM2') return formatNumber(roundedTo(cell, halfM2))
  return formatNumber(cell, column === 'perHa' ? 2 : 0)
}
