import { version } from '../result/version.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { notKnownStyle, severalStyle, uncertainStyle } from './class-style.ts'
import { inks, type Paper } from './paper.ts'
import { patternDefinition, patternId } from './patterns.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, escaped, type Svg } from './svg.ts'
import { fontFamilies, textLine } from './text.ts'

/** What one sheet says of itself. */
export type SheetFrame = {
  readonly paper: Paper
  readonly language: Language
  readonly title: string
  /** The sheet's own name, the first digits of its hash, and its place among the sheets; `null` prints no line. */
  readonly name: {
    readonly name: string
    readonly hash: string
    readonly number: number
    readonly count: number
  } | null
}

/** A sheet as SVG in millimetres; `viewBox` is the paper. */
export const sheetFrame = (
  { paper, language, title, name }: SheetFrame,
  definitions: readonly Svg[],
  content: readonly Svg[],
): Svg =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${paper.widthMm}mm`,
      height: `${paper.heightMm}mm`,
      viewBox: `0 0 ${paper.widthMm} ${paper.heightMm}`,
      'font-family': fontFamilies,
      'xml:space': 'preserve',
      'xml:lang': language,
    },
    element('title', {}, escaped(title)),
    element('defs', {}, ...definitions),
    element('rect', { width: paper.widthMm, height: paper.heightMm, fill: inks.paper }),
    ...content,
    name ? nameLine(name, paper, language) : '',
  )

/** Each pattern once. */
export function patternsOf(layers: readonly SheetLayer[], hasUncertain: boolean): Svg[] {
  const styles = [
    ...layers.flatMap(({ classes }) => classes.map(({ style }) => style)),
    severalStyle,
    notKnownStyle,
    ...(hasUncertain ? [uncertainStyle] : []),
  ]
  return [...new Map(styles.flatMap(({ pattern }) => (pattern ? [[patternId(pattern), pattern]] : []))).values()].map(
    patternDefinition,
  )
}

/** Height that the name takes from the content: on a figure, which has no margin for it. */
export const nameHeightMm = ({ isFigure }: Paper): number => (isFigure ? 3 : 1)

function nameLine(
  { name, hash, number, count }: NonNullable<SheetFrame['name']>,
  paper: Paper,
  language: Language,
): Svg {
  const place = count > 1 ? [translate(language, 'sheet.number', { number, count })] : []
  const parts = [name, hash.slice(0, 12), ...(paper.isFigure ? [] : [translate('en', 'sheet.made-by', { version })])]
  const at = {
    x: paper.widthMm - paper.marginMm,
    y: paper.heightMm - paper.marginMm + (paper.isFigure ? -0.5 : 4.4),
    anchor: 'end' as const,
  }
  const style = { sizePt: paper.isFigure ? 6 : 6.5, fill: inks.second }
  return [
    textLine(parts.join('  ·  '), at, style, 'en'),
    ...place.map((text) => textLine(text, { ...at, x: paper.marginMm, anchor: 'start' }, style, language)),
  ].join('')
}
