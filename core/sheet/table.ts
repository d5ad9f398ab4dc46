import { sumOf } from '../measure/overlay-cells.ts'
import { swatch, type ClassStyle } from './class-style.ts'
import { ascentMm, figureAt, leftOf, lineAt, paragraph, type Column, type FigurePlace } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { element, type Svg } from './svg.ts'
import { lineHeightMm, wrapText, type Line } from './text.ts'

const headPt = 6
const swatchMm = 6
const labelFromMm = 7.8
/** Widths of the columns of figures: area and share, or area, interval and share. */
const figureWidthsMm = (count: number): readonly number[] =>
  count === 3 ? [12, 15, 12] : Array.from({ length: count }, () => 12)
const shortTable = 8

const swatchHeightMm = ({ isTight }: Column): number => (isTight ? 2.9 : 3.3)
const textPtOf = ({ isTight }: Column): number => (isTight ? 6.5 : 7)

/** What a row shows in front of its label; drawn into the box of a swatch. */
export type Sign = (x: number, y: number, width: number, height: number) => Svg

export const signOf =
  (style: ClassStyle): Sign =>
  (x, y, width, height) =>
    swatch(style, x, y, width, height)

export type Row = {
  readonly sign: Sign | null
  readonly label: string
  /** Figures, one for each column head. */
  readonly figures: readonly string[]
  /** Second ink under the label, such as an interval. */
  readonly remark?: string
}

/** The title of a table, what it speaks of, and the heads of its columns of figures. */
export function tableHead(column: Column, title: string, about: string, heads: readonly string[]): Block[] {
  const spans = [
    { text: title, weight: 600 as const },
    ...(about === '' ? [] : [{ text: about, weight: 400 as const }]),
  ]
  const style = { sizePt: headPt, fill: inks.second }
  const blocks = paragraph(
    column,
    spans,
    { sizePt: column.isTight ? 7 : 7.5 },
    { beforeMm: column.isTight ? 2.2 : 3.2, keepsWithNext: true },
  )
  const ruled: Block = {
    heightMm: heads.length > 0 ? lineHeightMm(headPt) + 0.7 : 0.7,
    keepsWithNext: true,
    draw: (x, y) =>
      heads
        .map((head, i) => figureAt(column, head, x, y + ascentMm(headPt), figurePlace(heads.length, i), style))
        .join('') +
      element('rect', {
        x,
        y: y + (heads.length > 0 ? lineHeightMm(headPt) : 0) + 0.2,
        width: column.widthMm,
        height: 0.12,
        fill: inks.rule,
      }),
  }
  return [...blocks, ruled]
}

/** The rows of a table: a short one is not broken, and no row stands alone under its head. */
export const tableRows = (column: Column, rows: readonly Row[]): Block[] =>
  rows.flatMap((row, i) => {
    const blocks = tableRow(column, row)
    const last = blocks.length - 1
    const keepsWithNext = i < rows.length - 1 && (rows.length <= shortTable || i === 0)
    return blocks.map((block, part) => (part === last ? { ...block, keepsWithNext } : block))
  })

/** A table whose rows bring its head, or the beginning of a long one, with them where they go on another sheet. */
export function table(column: Column, head: readonly Block[], rows: readonly Row[]): Block[] {
  const under = head.length <= mostHeadLines ? head : [...head.slice(0, mostHeadLines - 1), ...head.slice(-1)]
  return [...head, ...tableRows(column, rows).map((row) => ({ ...row, under }))]
}

const mostHeadLines = 4

/** So many lines of a label are not parted. */
const mostLinesTogether = 8

/** A row: its sign, its label over as many lines as it needs, its figures under their heads. */
function tableRow(column: Column, { sign, label, figures, remark }: Row): Block[] {
  const textPt = textPtOf(column)
  const gapMm = column.isTight ? 0.35 : 0.7
  const style = { sizePt: textPt }
  const small = { sizePt: headPt, fill: inks.second }
  const labelMm = column.widthMm - labelFromMm - sumOf(figureWidthsMm(figures.length))
  const all = wrapText(label, labelMm, style, column.font)
  const lines = all.slice(0, mostLinesTogether)
  const remarks = remark === undefined ? [] : wrapText(remark, column.widthMm - labelFromMm, small, column.font)
  // The remark stands under the whole label, so under what is parted where it is long.
  const together = all.length > mostLinesTogether ? [] : remarks
  const lineMm = lineHeightMm(textPt)
  const remarkMm = lineHeightMm(headPt)
  const heightMm = Math.max(swatchHeightMm(column), lines.length * lineMm) + together.length * remarkMm + gapMm
  const first: Block = {
    heightMm,
    draw: (x, y) => {
      const baseline = y + gapMm / 2 + ascentMm(textPt)
      const signX = leftOf(column, x, 0, swatchMm)
      const under = baseline + lines.length * lineMm - 0.3
      return [
        sign ? sign(signX, y + gapMm / 2 + 0.15, swatchMm, swatchHeightMm(column)) : '',
        ...lines.map((line, i) => lineAt(column, line, x, baseline + i * lineMm, labelFromMm, style)),
        ...figures.map((figure, i) => figureAt(column, figure, x, baseline, figurePlace(figures.length, i), style)),
        ...together.map((line, i) => lineAt(column, line, x, under + i * remarkMm, labelFromMm, small)),
      ].join('')
    },
  }
  const lineBlock =
    (ownHeightMm: number, own: typeof style, sizePt: number) =>
    (line: Line): Block => ({
      heightMm: ownHeightMm,
      draw: (x, y) => lineAt(column, line, x, y + ascentMm(sizePt), labelFromMm, own),
    })
  const others = all.slice(mostLinesTogether).map(lineBlock(lineMm, style, textPt))
  const remarksBelow = remarks.slice(together.length).map(lineBlock(remarkMm, small, headPt))
  return [first, ...others, ...remarksBelow]
}

/** Where the figures of one place lie. */
function figurePlace(count: number, place: number): FigurePlace {
  const [widthMm = 0, ...after] = figureWidthsMm(count).slice(place)
  return { beforeEndMm: sumOf(after), widthMm }
}
