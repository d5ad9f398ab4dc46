import { inks, type Box } from '../sheet/paper.ts'
import { shortened } from '../sheet/clean-text.ts'
import { element, group, type Svg } from '../sheet/svg.ts'
import { lineHeightMm, printable, textLine, wrapText, type Font, type TextStyle } from '../sheet/text.ts'
import { isRightToLeft, type Language } from '../i18n/translate.ts'
import type { Figure } from './blocks.ts'
import { figureSvg } from './figure-svg.ts'

/** What is drawn on a row; places are parts of the plot, 0 at its start in reading direction. */
type RowMark =
  | { readonly kind: 'bar' | 'pale' | 'range' | 'interval'; readonly from: number; readonly to: number }
  | { readonly kind: 'dot' | 'ring'; readonly at: number }

export type ChartRow = { readonly label: string; readonly figure: string; readonly marks: readonly RowMark[] }

/** Rows under a title of their own. */
type ChartGroup = { readonly title: string; readonly rows: readonly ChartRow[] }

/** Rows of names, marks over one scale, and figures. */
export type RowChart = {
  readonly caption: string
  readonly alt: string
  readonly groups: readonly ChartGroup[]
  /** `isStrong`: where the rows have their beginning. */
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly isStrong?: boolean }[]
}

const widthMm = 170
const [labelMm, plotMm, figureMm, gapMm] = [48, 76, 38, 4]
const textPt = 7
const axisPt = 6.5
const [rowGapMm, titleGapMm] = [1.1, 0.6]
const longestText = 120
const inkOf = { bar: inks.ink, pale: inks.rule, range: inks.second, interval: inks.ink } as const
const thickMm = { bar: 2.2, pale: 2.2, range: 1.1, interval: 0.3 } as const

/** The chart as a figure as wide as a page; in Arabic everything begins at the right. */
export function rowChart(
  { caption, alt, groups, ticks }: RowChart,
  { language, font }: { readonly language: Language; readonly font: Font },
): Figure {
  const paper = paperOf(language, font)
  const drawn: Svg[] = []
  let y = 1
  for (const { title, rows } of groups) {
    if (title !== '') {
      y += 1.2
      y = paper.text(drawn, title, { from: 0, width: widthMm, y }, { sizePt: textPt, weight: 600 }) + titleGapMm
    }
    for (const row of rows) {
      const top = y
      const afterLabel = paper.text(drawn, row.label, { from: 0, width: labelMm, y }, { sizePt: textPt })
      const figureFrom = labelMm + plotMm + 2 * gapMm
      const afterFigure = paper.text(
        drawn,
        row.figure,
        { from: figureFrom, width: figureMm, y },
        { sizePt: textPt, fill: inks.second },
      )
      const middle = top + lineHeightMm(textPt) / 2
      drawn.push(...row.marks.map((mark) => markAt(mark, middle, paper.xOf)))
      y = Math.max(afterLabel, afterFigure) + rowGapMm
    }
  }
  const bottom = y
  const axes = ticks.map(({ at, isStrong }) =>
    upright(paper.xOf(at), 1, bottom, isStrong ? inks.second : inks.faint, isStrong ? 0.3 : 0.15),
  )
  const names = ticks.map(({ at, text }) =>
    textLine(
      text,
      { x: paper.xOf(at), y: bottom + 3, anchor: 'middle' },
      { sizePt: axisPt, fill: inks.second },
      language,
    ),
  )
  const heightMm = Math.ceil(bottom + 4.5)
  return {
    kind: 'figure',
    caption,
    alt,
    svg: figureSvg(
      { widthMm, heightMm, language },
      [],
      [group({ id: 'axes' }, ...axes, ...names), group({ id: 'rows' }, ...drawn)],
    ),
    widthMm,
    heightMm,
  }
}

type Place = Pick<Box, 'width' | 'y'> & { readonly from: number }

/** How a line of the chart is laid in reading direction. */
function paperOf(language: Language, font: Font) {
  const isLeftwards = isRightToLeft(language)
  const xAt = (fromStart: number): number => (isLeftwards ? widthMm - fromStart : fromStart)
  return {
    xOf: (part: number): number => xAt(labelMm + gapMm + Math.min(1, Math.max(0, part)) * plotMm),
    /** Draws a text from the start of its place, and tells where the next line would stand. */
    text(drawn: Svg[], text: string, { from, width, y }: Place, style: TextStyle): number {
      const lines = wrapText(shortened(printable(text, font), longestText), width, style, font)
      const heightMm = lineHeightMm(style.sizePt)
      for (const [i, line] of lines.entries())
        drawn.push(
          textLine(
            line,
            { x: xAt(from), y: y + (i + 0.78) * heightMm, anchor: isLeftwards ? 'end' : 'start' },
            style,
            language,
          ),
        )
      return y + lines.length * heightMm
    },
  }
}

const upright = (x: number, y1: number, y2: number, color: string, strokeMm: number): Svg =>
  element('path', {
    d: `M${x.toFixed(2)} ${y1.toFixed(2)}V${y2.toFixed(2)}`,
    stroke: color,
    'stroke-width': strokeMm,
  })

function markAt(mark: RowMark, y: number, xOf: (part: number) => number): Svg {
  if ('at' in mark)
    return element('circle', {
      cx: xOf(mark.at).toFixed(2),
      cy: y.toFixed(2),
      r: mark.kind === 'dot' ? 0.9 : 1.1,
      fill: mark.kind === 'dot' ? inks.ink : inks.paper,
      stroke: inks.ink,
      'stroke-width': 0.3,
    })
  const [left, right] = [xOf(mark.from), xOf(mark.to)].toSorted((a, b) => a - b) as [number, number]
  return element('rect', {
    x: left.toFixed(2),
    y: (y - thickMm[mark.kind] / 2).toFixed(2),
    width: (right - left).toFixed(2),
    height: thickMm[mark.kind],
    fill: inkOf[mark.kind],
  })
}
