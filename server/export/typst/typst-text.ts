import { hasRightToLeft } from '../../../core/sheet/bidi.ts'
import { turnedParts, type LastLetter } from '../../../core/sheet/turned-parts.ts'
import { isRightToLeft, type Language } from '../../../core/i18n/translate.ts'

/**
 * Text as it stands, or text in a box of one direction. A box cannot break at the end of a line; where its text is too
 * long for that, isolates hold the direction. `breakHere` alone lets a line end within an endless Arabic word: as a
 * letter of the text it would take the width of the letter before it with it.
 */
export type TypstPiece = string | { readonly boxed: string; readonly dir: 'ltr' | 'rtl' }

export const breakHere = '\u200b'
/** An id such as yarmouk-camp: broken at its hyphen, its second half would stand on the wrong side of the line. */
const hyphenated = /^[^\s-]+(?:-[^\s-]+)+$/
const breakInArabic = /(?<=[\u0590-\u08ff]\u200c?)\u200b/

/** A part of a line; `isCode` is left to right whatever it holds. */
export type TypstRun = { readonly text: string; readonly isCode?: boolean }

/**
 * The runs of one paragraph, so that each word and number is in its place by the order of Unicode's bidirectional
 * algorithm alone wherever that does it, and in a box where it does not. Isolates are the last resort: Typst gives the
 * spaces beside them a text of their own, and readers of the PDF then lose letters and turn words round.
 */
export function typstRuns(runs: readonly TypstRun[], language: Language, longestBox: number): TypstPiece[][] {
  let last: LastLetter = isRightToLeft(language) ? 'right' : 'left'
  return runs.map(({ text, isCode = false }) => {
    const turned = isCode ? codeParts(text, language, last) : turnedParts(text, language, last)
    const dir = isRightToLeft(language) || isCode ? 'ltr' : 'rtl'
    last = turned.last
    const pieces: TypstPiece[] = []
    let from = 0
    for (const { start, end, stands } of turned.parts) {
      const part = text.slice(start, end)
      pieces.push(text.slice(from, start))
      const wouldBreak = hyphenated.test(part) && part.length <= longestBox
      if (stands && !wouldBreak) pieces.push(part)
      else if (part.length <= longestBox) pieces.push({ boxed: part, dir })
      else pieces.push(`${dir === 'ltr' ? '\u2066' : '\u2067'}${part}\u2069`)
      from = end
    }
    return joined([...pieces, text.slice(from)]).flatMap(withBreaks)
  })
}

/** An address or a mark such as [1] is one part; where all round it runs its way, it stands. */
function codeParts(text: string, language: Language, last: LastLetter): ReturnType<typeof turnedParts> {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const stands = !isRightToLeft(language) && !hasRightToLeft.test(text)
  return end > start ? { parts: [{ start, end, stands }], last: stands ? 'left' : last } : { parts: [], last }
}

const withBreaks = (piece: TypstPiece): TypstPiece[] =>
  typeof piece === 'string'
    ? piece.split(breakInArabic).flatMap((part, i) => (i === 0 ? [part] : [breakHere, part]))
    : [piece]

/** Neighbouring texts as one, empty ones left out. */
function joined(pieces: readonly TypstPiece[]): TypstPiece[] {
  const result: TypstPiece[] = []
  for (const piece of pieces) {
    const before = result.at(-1)
    if (piece === '') continue
    if (typeof piece === 'string' && typeof before === 'string') result[result.length - 1] = before + piece
    else result.push(piece)
  }
  return result
}
