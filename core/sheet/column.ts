import { isRightToLeft, type Language } from '../i18n/translate.ts'
import { hasRightToLeft, rightToLeftMark } from './bidi.ts'
import type { Block } from './flow.ts'
import { mmOfPoints } from './paper.ts'
import type { Svg } from './svg.ts'
import { lineHeightMm, textLine, wrapSpans, type Font, type Line, type Span, type TextStyle } from './text.ts'

/** What a column's blocks share: its width, the side on which reading begins, and whether room is short. */
export type Column = {
  readonly widthMm: number
  readonly language: Language
  readonly font: Font
  readonly isTight?: boolean
}

/** Left edge on paper of a thing `width` wide that begins `from` millimetres into the column in reading direction. */
export const leftOf = (column: Column, x: number, from: number, width: number): number =>
  isRightToLeft(column.language) ? x + column.widthMm - from - width : x + from

/** A line that begins `from` into the column in reading direction, with its baseline at `y`. */
export const lineAt = (
  column: Column,
  line: Line | string,
  x: number,
  y: number,
  from: number,
  style: TextStyle,
): Svg =>
  isRightToLeft(column.language)
    ? textLine(line, { x: x + column.widthMm - from, y, anchor: 'end' }, style, column.language)
    : textLine(line, { x: x + from, y, anchor: 'start' }, style, column.language)

/** Where a column of figures lies: how far before the end of its column of the sheet, and how wide. */
export type FigurePlace = { readonly beforeEndMm: number; readonly widthMm: number }

/** A figure at its place, with its last digit at the right of it; figures align by it in both directions. */
export const figureAt = (
  column: Column,
  figure: string,
  x: number,
  y: number,
  { beforeEndMm, widthMm }: FigurePlace,
  style: TextStyle,
): Svg => {
  const right = isRightToLeft(column.language)
    ? x + beforeEndMm + widthMm - figureGapMm
    : x + column.widthMm - beforeEndMm
  return textLine(figure, { x: right, y, anchor: 'end' }, style, column.language)
}

/** What a figure of the widest kind leaves of its width to the figures beside it. */
const figureGapMm = 1.5

/** Distance of the first baseline from the top of a line. */
export const ascentMm = (sizePt: number): number => mmOfPoints(sizePt) * 1.02

/** A text of more lines than this may go on in the next column. */
const mostTogether = 6

/** In a text of Arabic, a line without an Arabic letter (the rest of an address and its full stop) runs as the others do. */
function asOneText(lines: readonly Line[], column: Column): readonly Line[] {
  const isArabic = (line: Line): boolean => line.some(({ text }) => hasRightToLeft.test(text))
  if (!isRightToLeft(column.language) || !lines.some(isArabic)) return lines
  return lines.map((line) =>
    isArabic(line) ? line : [...line.slice(0, -1), { ...line.at(-1)!, text: line.at(-1)!.text + rightToLeftMark }],
  )
}

/** A wrapped text, a block for each of its lines. */
export function paragraph(
  column: Column,
  text: string | readonly Span[],
  style: TextStyle,
  more: { readonly beforeMm?: number; readonly keepsWithNext?: boolean } = {},
): Block[] {
  const spans = typeof text === 'string' ? [{ text, weight: style.weight ?? 400 }] : text
  const lines = asOneText(wrapSpans(spans, column.widthMm, style.sizePt, column.font), column)
  return lines.map((line, i) => ({
    heightMm: lineHeightMm(style.sizePt),
    beforeMm: i === 0 ? (more.beforeMm ?? 0) : 0,
    keepsWithNext: i < lines.length - 1 ? lines.length <= mostTogether : (more.keepsWithNext ?? false),
    draw: (x, y) => lineAt(column, line, x, y + ascentMm(style.sizePt), 0, style),
  }))
}
