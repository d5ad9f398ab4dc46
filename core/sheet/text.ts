import type { Language } from '../i18n/translate.ts'
import { drawnMarks } from './drawn-marks.ts'
import { cleanForeignText, unvocalised } from './clean-text.ts'
import { inks, mmOfPoints } from './paper.ts'
import { element, escaped, type Svg } from './svg.ts'

export type FontWeight = 400 | 600

/** What the sheet must know of its font; made by the server from the font's files. */
export type Font = {
  /** Advance width of a line of text, Arabic joined, in millimetres. */
  readonly widthMm: (text: string, sizePt: number, weight: FontWeight) => number
  /** Whether the font can draw a character. */
  readonly draws: (character: string) => boolean
}

export type Span = { readonly text: string; readonly weight: FontWeight }
export type Line = readonly Span[]

export type TextStyle = {
  readonly sizePt: number
  readonly weight?: FontWeight
  readonly fill?: string
}

export const fontFamily = 'Basilia Sans'

/** For a browser, which has Arabic and Latin in smaller files under the name of the font that ours is made from. */
export const fontFamilies = `'${fontFamily}', 'IBM Plex Sans Arabic', sans-serif`

/** Distance between baselines, in millimetres; room for the marks above and below Arabic letters. */
export const lineHeightMm = (sizePt: number): number => mmOfPoints(sizePt) * 1.36

/** Stands for a character that no font has, which a note names. */
export const absentMark = '\u25af'

/** A text from outside as the sheet can print it: a box stands for a character that the font lacks. */
export function printable(text: string, font: Font): string {
  let result = ''
  for (const character of unvocalised(cleanForeignText(text))) {
    result += font.draws(character) ? character : absentMark
  }
  return result
}

/** Breaks spans into lines of at most `widthMm`, between words, and inside a word that is longer than a line: its letters are measured joined. */
export function wrapSpans(spans: readonly Span[], widthMm: number, sizePt: number, font: Font): Line[] {
  const lines: Span[][] = [[]]
  let usedMm = 0
  const append = (text: string, weight: FontWeight, advanceMm: number): void => {
    const line = lines.at(-1)!
    const last = line.at(-1)
    if (last?.weight === weight) line[line.length - 1] = { text: last.text + text, weight }
    else line.push({ text, weight })
    usedMm += advanceMm
  }
  const breakLine = (): void => {
    lines.push([])
    usedMm = 0
  }
  for (const { pieces, spaced } of wordsOf(spans)) {
    const advances = pieces.map(({ text, weight }) => font.widthMm(text, sizePt, weight))
    const wordMm = advances.reduce((a, b) => a + b, 0)
    const spaceMm = spaced && usedMm > 0 ? font.widthMm(' ', sizePt, 400) : 0
    if (usedMm > 0 && usedMm + spaceMm + wordMm > widthMm) breakLine()
    else if (spaceMm > 0) append(' ', lines.at(-1)!.at(-1)!.weight, spaceMm)
    if (wordMm <= widthMm) {
      pieces.forEach(({ text, weight }, i) => append(text, weight, advances[i]!))
      continue
    }
    for (const { text, weight } of pieces) {
      let [part, fromMm] = ['', usedMm]
      for (const character of graphemes(text)) {
        const partMm = font.widthMm(part + character, sizePt, weight)
        if (usedMm > 0 && fromMm + partMm > widthMm) {
          breakLine()
          ;[part, fromMm] = ['', 0]
        }
        part += character
        append(character, weight, fromMm + font.widthMm(part, sizePt, weight) - usedMm)
      }
    }
  }
  return lines.filter((line) => line.length > 0)
}

type Word = { readonly pieces: Span[]; readonly spaced: boolean }

/** Words at ordinary spaces (a no-break space joins), without the vowel marks that are not drawn; one word may change its weight inside. */
function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = []
  let joined = false
  for (const { text, weight } of spans) {
    unvocalised(text)
      .split(/ +/)
      .forEach((piece, i) => {
        if (i > 0) joined = false
        if (piece === '') return
        if (joined) words.at(-1)!.pieces.push({ text: piece, weight })
        else words.push({ pieces: [{ text: piece, weight }], spaced: true })
        joined = true
      })
  }
  return words
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

export const wrapText = (text: string, widthMm: number, style: TextStyle, font: Font): Line[] =>
  wrapSpans([{ text, weight: style.weight ?? 400 }], widthMm, style.sizePt, font)

/** One line of text with its baseline at `y`; `anchor` is where `x` lies in it on paper, left to right. */
export function textLine(
  line: Line | string,
  at: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' },
  style: TextStyle,
  language: Language,
  more: Readonly<Record<string, string | number>> = {},
): Svg {
  const weight = style.weight ?? 400
  const spans = (typeof line === 'string' ? [{ text: line, weight }] : line).map((span) => ({
    ...span,
    text: unvocalised(span.text),
  }))
  const base = spans.length === 1 ? spans[0]!.weight : weight
  return element(
    'text',
    {
      x: at.x,
      y: at.y,
      'font-size': mmOfPoints(style.sizePt),
      'font-weight': base === 400 ? undefined : base,
      'text-anchor': at.anchor === 'start' ? undefined : at.anchor,
      fill: style.fill ?? inks.ink,
      ...more,
    },
    ...withMarks(spans, language).map((span) =>
      span.weight === base ? escaped(span.text) : element('tspan', { 'font-weight': span.weight }, escaped(span.text)),
    ),
  )
}

/** Sets the direction marks of the whole line into its spans. */
function withMarks(spans: readonly Span[], language: Language): Span[] {
  const text = spans.map((span) => span.text).join('')
  const ends = spans.map((_, i) => spans.slice(0, i + 1).reduce((sum, span) => sum + span.text.length, 0))
  const marks = drawnMarks(text, language, ends.slice(0, -1))
  let start = 0
  let next = 0
  return spans.map(({ text, weight }, i) => {
    const end = start + text.length
    let marked = ''
    let from = start
    const limit = i === spans.length - 1 ? Infinity : end
    while (next < marks.length && marks[next]!.at < limit) {
      const { at, mark } = marks[next++]!
      marked += text.slice(from - start, at - start) + mark
      from = at
    }
    marked += text.slice(from - start)
    start = end
    return { text: marked, weight }
  })
}
