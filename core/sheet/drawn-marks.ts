import type { Language } from '../words/say.ts'
import { hasRightToLeft, type DirectionMark } from './bidi.ts'
import { isRightToLeftLetter, turnedParts } from './turned-parts.ts'

const isolates = { en: ['\u2067', '\u2069'], ar: ['\u2066', '\u2069'] } as const
const rightToLeftMark = '\u200f'

/**
 * The direction marks that a line of a picture cannot be drawn right without, wherever it is drawn. A mark has no width
 * and lies where its line begins or ends on paper; next to a letter, readers of a PDF take it for a gap in the word. So
 * an Arabic line is not put into an isolate: its Latin words are, and a mark stands before it where it begins with no
 * Arabic letter, and after it where it ends with none.
 */
export function drawnMarks(text: string, language: Language, breaks: readonly number[] = []): readonly DirectionMark[] {
  const [open, close] = isolates[language]
  const { parts } = turnedParts(text, language, language === 'en' ? 'left' : 'right', breaks)
  const isArabic = hasRightToLeft.test(text)
  if (!isArabic && parts.length === 1 && parts[0]!.stands && parts[0]!.start === 0 && parts[0]!.end === text.length) return []
  const inner = parts.flatMap(({ start, end, stands }) =>
    stands && (language === 'en' || /\d/.test(text.charAt(start))) ? [] : [{ at: start, mark: open }, { at: end, mark: close }],
  )
  if (language === 'en') return inner
  return [
    ...(isRightToLeftLetter(text.charAt(0)) ? [] : [{ at: 0, mark: rightToLeftMark }]),
    ...inner,
    ...(isRightToLeftLetter(text.charAt(text.length - 1)) ? [] : [{ at: text.length, mark: rightToLeftMark }]),
  ]
}
