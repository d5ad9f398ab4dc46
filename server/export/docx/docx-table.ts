import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type ITableCellBorders,
} from 'docx'
import type { Table as ReportTable } from '../../../core/report/blocks.ts'
import { isRightToLeft, type Language } from '../../../core/i18n/translate.ts'
import { textRuns, twipsOfMm, type RunLook } from './docx-text.ts'

const widthTwips = twipsOfMm(170)
const cellSize = 17
/** A table of more rows may go on on the next page. */
const mostTogether = 14

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const bare = { top: none, bottom: none, left: none, right: none }
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })
const ink = '1C1B1A'
const second = '5F5B55'
const faint = 'E2DED6'

type CellSetting = {
  readonly text: string
  readonly width: number
  readonly isFigure: boolean
  readonly strong?: boolean
  readonly cellStyle?: RunLook
  readonly keepNext: boolean
  readonly borders: ITableCellBorders
  readonly language: Language
}

/** Figures stand at the right in both directions, which in a paragraph from right to left is where it starts. */
const cell = ({
  text,
  width,
  isFigure,
  strong = false,
  cellStyle = {},
  keepNext,
  borders,
  language,
}: CellSetting): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    borders: { ...bare, ...borders },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        bidirectional: isRightToLeft(language),
        alignment: isFigure && !isRightToLeft(language) ? AlignmentType.END : AlignmentType.START,
        keepNext,
        children: textRuns({ text, strong }, language, { size: cellSize, ...cellStyle }),
      }),
    ],
  })

const tableOf = (widths: readonly number[], rows: TableRow[], language: Language): Table =>
  new Table({
    rows,
    visuallyRightToLeft: isRightToLeft(language),
    layout: TableLayoutType.FIXED,
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
  })

/** A table of the report: heads that come again on each page, rows that are not broken, totals set apart. */
export function docxTable({ columns, rows }: ReportTable, language: Language): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width / whole) * widthTwips))
  const keepsTogether = rows.length <= mostTogether
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: text, isFigure = false }, i) =>
      cell({
        text,
        width: widths[i]!,
        isFigure,
        cellStyle: { size: 16, color: second },
        keepNext: true,
        borders: { top: line(8, ink), bottom: line(4, ink) },
        language,
      }),
    ),
  })
  const body = rows.map(
    ({ cells, isTotal = false }, row) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, i) =>
          cell({
            text,
            width: widths[i]!,
            isFigure: columns[i]!.isFigure ?? false,
            strong: isTotal,
            keepNext: keepsTogether && row < rows.length - 1,
            borders: isTotal ? { top: line(4, ink), bottom: line(8, ink) } : { bottom: line(2, faint) },
            language,
          }),
        ),
      }),
  )
  return tableOf(widths, [head, ...body], language)
}

/** Labels with their values, without heads. */
export function factTable(
  facts: readonly { readonly label: string; readonly value: string }[],
  language: Language,
): Table {
  const widths = [Math.floor(widthTwips * 0.32), Math.floor(widthTwips * 0.68)]
  const rows = facts.map(
    ({ label, value }, row) =>
      new TableRow({
        cantSplit: true,
        children: [label, value].map((text, i) =>
          cell({
            text,
            width: widths[i]!,
            isFigure: false,
            cellStyle: i === 0 ? { color: second } : {},
            keepNext: row < facts.length - 1,
            borders: { bottom: line(2, faint) },
            language,
          }),
        ),
      }),
  )
  return tableOf(widths, rows, language)
}
