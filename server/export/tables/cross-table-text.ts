import type { CrossCategory, CrossTable } from '../../../core/measure/cross-table.ts'
import { cleanForeignText } from '../../../core/sheet/clean-text.ts'
import { formatDate, formatHectareValue, formatHectares } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { textIn } from '../../../core/model/text.ts'
import { lastReportedText } from '../../../core/format/when.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { csv, type Cell } from './csv.ts'
import { reportsText, type LastReport } from './table-row.ts'
import { columnWidths } from './column-widths.ts'

/**
 * A cross-table for the terminal, in hectares with the intervals that its cells carry: the first layer in rows, the
 * second in columns, a block for each category of the third, totals on both sides.
 */
export function crossTableText({ at, axes, cells, planM2 }: CrossTable, language: Language): string {
  const [rows, columns, pages] = axes
  const total = translate(language, 'export.field.total')
  const labelOf = (category: CrossCategory | null): string =>
    category ? cleanForeignText(textIn(language, category.label)) : total
  const figure = (keys: readonly (string | undefined)[]): string => {
    const own = cells.filter((cell) => keys.every((key, axis) => key === undefined || cell.keys[axis] === key))
    const areaM2 = own.reduce((sum, cell) => sum + cell.areaM2, 0)
    return (own.length === 1 ? formatInterval(areaM2, own[0]!, language) : null) ?? formatHectareValue(areaM2, language)
  }
  const withTotal = (categories: readonly CrossCategory[]): (CrossCategory | null)[] => [...categories, null]
  const block = (page: CrossCategory | null): string => {
    const across = columns ? withTotal(columns.categories) : [null]
    const lines = [
      ['', ...across.map(labelOf)],
      ...withTotal(rows!.categories).map((row) => [
        labelOf(row),
        ...across.map((column) => figure([row?.key, column?.key, page?.key])),
      ]),
    ]
    return aligned(lines)
  }
  const titles = axes.map(({ title, date, lastReported }) => {
    const name = cleanForeignText(textIn(language, title))
    if (lastReported !== null && at !== null) return `${name} (${lastReportedText(lastReported, at, language)})`
    return date === null ? name : `${name} (${formatDate(date, language)})`
  })
  const blocks = pages
    ? withTotal(pages.categories).map((page) => `\n${titles[2]}: ${labelOf(page)}\n${block(page)}`)
    : [block(null)]
  return `${titles.slice(0, 2).join(' × ')}; ha; ${formatHectares(planM2, language)}\n${blocks.join('')}`
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = columnWidths(lines)
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** The layers of a cross-table that are shown for a later day than their own. */
const axisReports = ({ at, axes }: Pick<CrossTable, 'at' | 'axes'>): LastReport[] =>
  axes.flatMap(({ layer, lastReported: date }) => (date === null || at === null ? [] : [{ layer, date, at }]))

/** The cells of a cross-table as CSV, one on each line, at full precision. */
export function crossTableCsv({ at, axes, cells }: CrossTable, language: Language): string {
  const head: Cell[] = [
    ...axes.map(({ layer }) => layer),
    'areaM2',
    'share',
    'lowM2',
    'highM2',
    'shareLow',
    'shareHigh',
    'lastReported',
  ]
  const reports = axisReports({ at, axes })
  const reported = reports.length === 0 ? null : reportsText(reports, false, language)
  return csv([
    head,
    ...cells.map(({ keys, areaM2, share, low, high, shareLow, shareHigh }): Cell[] => [
      ...axes.map(({ categories }, axis) => textIn(language, categories.find(({ key }) => key === keys[axis])!.label)),
      areaM2,
      share,
      low ?? null,
      high ?? null,
      shareLow ?? null,
      shareHigh ?? null,
      reported,
    ]),
  ])
}
