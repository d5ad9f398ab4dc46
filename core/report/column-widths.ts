import type { Font } from '../sheet/text.ts'
import type { Table } from './blocks.ts'

/** Millimetres of a table over its columns, and those that a cell's margins take. */
const tableMm = 170
const insetMm = 3.4
const cellPt = 8.5
/** No word makes its column wider than this; a longer one is broken. */
const mostWordMm = 34
/** A wide letter, for words of which no letter is known to be narrow. */
const wideLetterMm = 2.3

const roundingMm = 0.01

/** The pieces of a text between which a line may end, with what ends each; a no-break space ends none. */
export const partsOfWords = (text: string): string[] => text.match(/[^ \n/-]+[ \n/-]*|[ \n/-]+/gu) ?? []

const widthMm = (part: string, font: Font): number => font.widthMm(part.trimEnd(), cellPt, 600) + insetMm

export const fitsIn = (part: string, columnMm: number, font: Font): boolean =>
  widthMm(part, font) <= columnMm + roundingMm

/** How many letters of a word that does not fit stand on a line of a column; what is longer would lie over the next one. */
export const lettersIn = (columnMm: number): number =>
  Math.min(24, Math.max(4, Math.floor((columnMm - insetMm) / wideLetterMm)))

/**
 * Widths of the columns in the proportions that the table asks for, but none narrower than its longest word: what it needs is
 * taken from those that have room. Where all of it does not fit, the proportions stay and words are broken.
 */
export function columnWidthsMm(
  columns: Table['columns'],
  rows: readonly (readonly string[])[],
  font: Font,
): readonly number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const asked = columns.map(({ width }) => (width / whole) * tableMm)
  const least = columns.map((_, i) => Math.min(mostWordMm, longestWordMm(rows, i, font)))
  if (least.reduce((sum, mm) => sum + mm, 0) > tableMm) return asked
  const narrow = new Set<number>()
  for (;;) {
    const fixedMm = [...narrow].reduce((sum, i) => sum + least[i]!, 0)
    const restAsked = asked.reduce((sum, mm, i) => (narrow.has(i) ? sum : sum + mm), 0)
    const shown = asked.map((mm, i) => (narrow.has(i) ? least[i]! : (mm * (tableMm - fixedMm)) / restAsked))
    const short = shown.flatMap((mm, i) => (mm < least[i]! - 1e-9 ? [i] : []))
    if (short.length === 0) return shown.map((mm) => Math.round(mm * 100) / 100)
    for (const i of short) narrow.add(i)
  }
}

function longestWordMm(rows: readonly (readonly string[])[], column: number, font: Font): number {
  let longest = 0
  const seen = new Set<string>()
  for (const cells of rows) {
    for (const part of partsOfWords(cells[column] ?? '')) {
      if (seen.has(part)) continue
      seen.add(part)
      longest = Math.max(longest, widthMm(part, font))
    }
  }
  return longest
}
