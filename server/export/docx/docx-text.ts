import { TextRun } from 'docx'
import type { Run } from '../../../core/report/blocks.ts'
import { directionMarks, rightToLeftMark } from '../../../core/sheet/bidi.ts'
import { isRightToLeft, type Language } from '../../../core/i18n/translate.ts'

/** Size in half points, colour as RRGGBB. */
export type RunLook = { readonly size?: number; readonly color?: string; readonly bold?: boolean }

export const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440)

type Piece = { readonly text: string; readonly isRightToLeft: boolean }

/** A text in pieces of one direction each, as Word wants it: it takes the direction from the run. */
function pieces(text: string, language: Language): Piece[] {
  const found: Piece[] = []
  const around: boolean[] = [isRightToLeft(language)]
  let from = 0
  const close = (to: number): void => {
    const isRightToLeft = around.at(-1)!
    const piece = text.slice(from, to)
    if (to > from) found.push({ text: isRightToLeft ? piece : keepingSigns(piece, language), isRightToLeft })
    from = to
  }
  for (const { at, mark } of directionMarks(text, language)) {
    close(at)
    if (mark === '\u2069') around.pop()
    else around.push(mark === '\u2067')
  }
  close(text.length)
  return found
}

const leftToRightMark = '\u200e'

/**
 * LibreOffice takes no direction from a run: after an Arabic letter it sets signs on the other side of their numbers, and
 * two numbers with signs would run left to right together.
 */
const keepingSigns = (piece: string, language: Language): string =>
  isRightToLeft(language) && /[±+\u2212<>]\d|\d[%°]/.test(piece)
    ? `${leftToRightMark}${piece}${rightToLeftMark}`
    : piece

/** The runs of a text, each with its direction. */
export const textRuns = (
  { text, strong = false, isCode = false }: Run,
  language: Language,
  style: RunLook,
): TextRun[] =>
  (isCode ? [{ text, isRightToLeft: false }] : pieces(text, language)).map(
    (piece) =>
      new TextRun({ text: piece.text, rightToLeft: piece.isRightToLeft, ...(strong ? { bold: true } : {}), ...style }),
  )
