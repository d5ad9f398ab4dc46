import { languages } from '../i18n/languages.ts'
import { isRightToLeft, type Language } from '../i18n/translate.ts'
import { hasRightToLeft, rightToLeftMark, type DirectionMark } from './bidi.ts'
import { isRightToLeftLetter, turnedParts } from './turned-parts.ts'

const isolates = { ltr: ['\u2067', '\u2069'], rtl: ['\u2066', '\u2069'] } as const
/** One in the other, so that their level differs from that of the line, whatever its base. */
const [openOther, closeOther] = ['\u2066\u2067', '\u2069\u2069']

const arabic = /\p{Script=Arabic}/u
/** Words of another script that runs right to left. */
const otherWords = /[\p{Script=Hebrew}\p{Script=Syriac}]+(?:[ \u00a0]+[\p{Script=Hebrew}\p{Script=Syriac}]+)*/gu

/**
 * The direction marks that a line of a picture cannot be drawn right without, wherever it is drawn. A mark has no width
 * and lies where its line begins or ends on paper; next to a letter, readers of a PDF take it for a gap in the word. So
 * an Arabic line is not put into an isolate: its Latin words are, and a mark stands before it where it begins with no
 * Arabic letter, and after it where it ends with none.
 */
export function drawnMarks(text: string, language: Language, breaks: readonly number[] = []): readonly DirectionMark[] {
  const [open, close] = isolates[languages[language].direction]
  const { parts } = turnedParts(text, language, isRightToLeft(language) ? 'right' : 'left', breaks)
  const others = arabic.test(text) ? otherScripts(text) : []
  if (
    !hasRightToLeft.test(text) &&
    parts.length === 1 &&
    parts[0]!.stands &&
    parts[0]!.start === 0 &&
    parts[0]!.end === text.length
  )
    return []
  const inner = parts.flatMap(({ start, end, stands }) => {
    const standsAlone = stands && (!isRightToLeft(language) ? others.length === 0 : /\d/.test(text.charAt(start)))
    return standsAlone
      ? []
      : [
          { at: start, mark: open },
          ...(!isRightToLeft(language) ? within(others, start, end) : []),
          { at: end, mark: close },
        ]
  })
  if (!isRightToLeft(language)) return inner
  const isFramed = others.length === 0
  return [
    ...(isFramed && isRightToLeftLetter(text.charAt(0)) ? [] : [{ at: 0, mark: rightToLeftMark }]),
    ...[...inner, ...within(others, 0, text.length)].toSorted(
      (a, b) => a.at - b.at || Number(b.mark.startsWith(close)) - Number(a.mark.startsWith(close)),
    ),
    ...(isFramed && isRightToLeftLetter(text.charAt(text.length - 1))
      ? []
      : [{ at: text.length, mark: rightToLeftMark }]),
  ]
}

/**
 * Hebrew or Syriac beside Arabic, each in an isolate: what draws pictures takes a run of one direction for one script, and
 * would not join the letters of the second.
 */
const otherScripts = (text: string): DirectionMark[] =>
  [...text.matchAll(otherWords)].flatMap(({ 0: words, index }) => [
    { at: index, mark: openOther },
    { at: index + words.length, mark: closeOther },
  ])

const within = (marks: readonly DirectionMark[], start: number, end: number): DirectionMark[] =>
  marks.filter(({ at }) => at >= start && at <= end)
