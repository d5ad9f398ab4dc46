import type { Confidence } from '../../../core/model/confidence.ts'
import type { Interval } from '../../../core/model/measurement.ts'
import { lastReportedText } from '../../../core/format/when.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { translate, semicolon, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'

/** A row of a table of areas; what does not apply is left out. */
export type TableRow = {
  readonly row:
    | 'plan'
    | 'plan-published'
    | 'claimed'
    | 'class'
    | 'reading'
    | 'multiple'
    | 'uncovered'
    | 'hold-ended'
    | 'combination'
    | 'feature'
    | 'unit'
    | 'outside'
    | 'points'
    | 'published'
    | 'measured-against'
    | 'drawn-to'
    | 'event'
  readonly study?: string
  readonly studyTitle?: string
  /** Id of a unit or of a feature of the plan. */
  readonly unit?: string
  readonly unitName?: string
  readonly layer?: string
  readonly role?: string
  readonly date?: string
  /** Layers of the row that are shown for a later day than their own: each with the day of its last report. */
  readonly lastReported?: readonly LastReport[]
  /** Name of the class, or of the classes of a combination; empty for ground whose class value is empty. */
  readonly class?: string
  /** How many of the sources that speak of the ground say so, of whom, and which they are. */
  readonly confidence?: Confidence | 'no-source'
  readonly party?: string
  readonly sources?: readonly string[]
  readonly sourceNames?: readonly string[]
  /** Stands for the class where the row is of no class. */
  readonly label?: Text
  readonly areaM2?: number
  /** Of the plan, 0 to 1. */
  readonly share?: number
  /** Of what the row names instead of the plan, 0 to 1. */
  readonly shareOfNamed?: number
  readonly interval?: Interval
  /** How the interval was drawn. */
  readonly drawnBy?: { readonly draws: number; readonly seed: number }
  readonly count?: number
  readonly perHa?: number
  /** Days since the plan's announcement, negative before it. */
  readonly days?: number
  /** Ours less the published, of the published figure. */
  readonly difference?: number
  /** Of a claimed figure: `share` (0 to 1) or `areaM2`, the figure or its ends, what it is of, and who says so. */
  readonly measure?: string
  readonly claimed?: number
  readonly claimedLow?: number
  readonly claimedHigh?: number
  readonly of?: string
  readonly saidBy?: string
  readonly side?: string
}

/** A layer last reported on `date` and shown for `at`. */
export type LastReport = { readonly layer: string; readonly date: string; readonly at: string }

export type ColumnName =
  | 'row'
  | 'study'
  | 'studyTitle'
  | 'unit'
  | 'unitName'
  | 'layer'
  | 'role'
  | 'date'
  | 'lastReported'
  | 'class'
  | 'confidence'
  | 'party'
  | 'sources'
  | 'sourceNames'
  | 'areaM2'
  | 'areaHa'
  | 'share'
  | 'shareOfNamed'
  | 'lowM2'
  | 'highM2'
  | 'shareLow'
  | 'shareHigh'
  | 'meanM2'
  | 'sdM2'
  | 'above'
  | 'intervalKind'
  | 'count'
  | 'perHa'
  | 'days'
  | 'difference'
  | 'measure'
  | 'claimed'
  | 'claimedLow'
  | 'claimedHigh'
  | 'of'
  | 'saidBy'
  | 'side'

/** How programs call a column where it is not by its own name. */
const programNames: Partial<Readonly<Record<ColumnName, string>>> = {
  share: 'shareOfPlan',
  shareOfNamed: 'shareOfWhatIsNamed',
  perHa: 'countPerHa',
  intervalKind: 'interval',
  above: 'aboveProbability',
  days: 'daysFromAnnouncement',
  difference: 'differenceOfPublished',
}

/** Heads of a lone CSV and of the terminal: in English the names that programs use. */
export const columnHeads = (columns: readonly ColumnName[], language: Language): string[] =>
  columns.map((column) =>
    language === 'en' ? (programNames[column] ?? column) : translate(language, `sheet.column.${column}`),
  )

/** The row's cell in a column, numbers at full precision. */
export function cellOf(row: TableRow, column: ColumnName, language: Language): Cell {
  switch (column) {
    case 'row':
      return translate(language, `sheet.row.${row.row}`)
    case 'lastReported':
      return row.lastReported ? reportsText(row.lastReported, row.layer !== undefined, language) : null
    case 'class':
      return row.label ? textIn(language, row.label) : (row.class ?? null)
    case 'confidence':
      if (row.confidence === undefined) return null
      return translate(language, row.confidence === 'no-source' ? 'by.no-source' : `confidence.${row.confidence}`)
    case 'sources':
      return row.sources?.join(';') ?? null
    case 'sourceNames':
      return row.sourceNames?.join(semicolon(language)) ?? null
    case 'areaHa':
      return row.areaM2 === undefined ? null : row.areaM2 / 10_000
    case 'lowM2':
      return row.interval?.low ?? null
    case 'highM2':
      return row.interval?.high ?? null
    case 'shareLow':
      return row.interval?.shareLow ?? null
    case 'shareHigh':
      return row.interval?.shareHigh ?? null
    case 'meanM2':
      return row.interval?.drawn?.meanM2 ?? null
    case 'sdM2':
      return row.interval?.drawn?.sdM2 ?? null
    case 'above':
      return row.interval?.drawn?.aboveProbability ?? null
    case 'intervalKind':
      return row.drawnBy === undefined ? null : translate(language, 'page.method.interval', row.drawnBy)
    default:
      return row[column] ?? null
  }
}

/** The layers are named, but beside a layer's own figures (`isOwn`): of what several say together only some may be as last reported. */
export function reportsText(reports: readonly LastReport[], isOwn: boolean, language: Language): string {
  const textOf = ({ date, at }: LastReport): string => lastReportedText(date, at, language)
  return isOwn && reports.length === 1
    ? textOf(reports[0]!)
    : reports.map((report) => `${report.layer}: ${textOf(report)}`).join(semicolon(language))
}
