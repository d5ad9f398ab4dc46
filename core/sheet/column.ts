import type { Language } from '../i18n/say.ts'
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

const isRightToLeft = ({ language }: Column): boolean => language === 'ar'

/** Left edge on paper of a thing `width` wide that begins `from` millimetres into the column in reading direction. */
export const leftOf = (column: Column, x: number, from: number, width: number): number =>
  isRightToLeft(column) ? x + column.widthMm - from - width : x + from

/** A line that begins `from` into the column in reading direction, with its baseline at `y`. */
export const lineAt = (
  column: Column,
  line: Line | string,
  x: number,
  y: number,
  from: number,
  style: TextStyle,
): Svg =>
  isRightToLeft(column)
    ? textLine(line, { x: x + column.widthMm - from, y, anchor: 'end' }, style, column.language)
    : textLine(line, { x: x + from, y, anchor: 'start' }, style, column.language)

/** A figure with its last digit `beforeEndMm` before the end of the column; figures align by it in both directions. */
export const figureAt = (
  column: Column,
  figure: string,
  x: number,
  y: number,
  beforeEndMm: number,
  style: TextStyle,
): Svg => {
  const right = isRightToLeft(column) ? x + beforeEndMm + figureRoomMm : x + column.widthMm - beforeEndMm
  return textLine(figure, { x: right, y, anchor: 'end' }, style, column.language)
}

/** Width that a figure or the head over it takes at most. */
const figureRoomMm = 10.5

/** Distance of the first baseline from the top of a line. */
export const ascentMm = (sizePt: number): number => mmOfPoints(sizePt) * 1.02

/** A text of more lines than this may go on in the next column. */
const mostTogether = 6

/** In a text of Arabic, a line without an Arabic letter (the rest of an address and its full stop) runs as the others do. */
function asOneText(lines: readonly Line[], column: Column): readonly Line[] {
  const isArabic = (line: Line): boolean => line.some(({ text }) => hasRightToLeft.test(text))
  if (!isRightToLeft(column) || !lines.some(isArabic)) return lines
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
