import { TextRun } from 'docx'
import type { Run } from '../../../core/report/blocks.ts'
import { directionMarks } from '../../../core/sheet/bidi.ts'
import type { Language } from '../../../core/i18n/say.ts'

/** Size in half points, colour as RRGGBB. */
export type RunLook = { readonly size?: number; readonly color?: string }

export const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440)

type Piece = { readonly text: string; readonly isRightToLeft: boolean }

/** A text in pieces of one direction each, as Word wants it: it takes the direction from the run. */
function pieces(text: string, language: Language): Piece[] {
  const found: Piece[] = []
  const around: boolean[] = [language === 'ar']
  let from = 0
  const close = (to: number): void => {
    if (to > from) found.push({ text: text.slice(from, to), isRightToLeft: around.at(-1)! })
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

/** The runs of a text, each with its direction. */
export const textRuns = ({ text, strong = false, isCode = false }: Run, language: Language, look: RunLook): TextRun[] =>
  (isCode ? [{ text, isRightToLeft: false }] : pieces(text, language)).map(
    (piece) =>
      new TextRun({ text: piece.text, rightToLeft: piece.isRightToLeft, ...(strong ? { bold: true } : {}), ...look }),
  )
