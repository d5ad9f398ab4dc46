import { isRightToLeft, type Language } from '../i18n/translate.ts'
import { directionMarks, hasRightToLeft, leftToRightLetter } from './bidi.ts'

/** A part of a line that runs against it, and whether it stands in its place without marks round it. */
export type TurnedPart = { readonly start: number; readonly end: number; readonly stands: boolean }

/** The direction of the last letter before a place in a paragraph. */
export type LastLetter = 'left' | 'right'

const letterFirst = new RegExp(`^${leftToRightLetter}`, 'u')
const letterLast = new RegExp(`(?:[0-9)]|${leftToRightLetter})$`, 'u')
const closedBrackets = /^(?:[^()[\]{}]|\([^()[\]{}]*[\p{L}\d][^()[\]{}]*\))*$/u
const number = /^\d+(?:[.,:/]\d+)*$/
/** What a number next to it draws into its own direction, or is drawn by. */
const holding = new RegExp(
  `[0-9%\\u0609\\u060a\\u0660-\\u066c\\u06f0-\\u06f9\\u2030-\\u2034\\u00b0\\u00b1+\\-\\u2212$\\p{Sc}#,.:/\\u060c\\u00a0]|${leftToRightLetter}`,
  'u',
)
/** These may run with the letters before them. */
const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/
const digit = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]'
const digitsNext = new RegExp(`^(?:(?!${leftToRightLetter})[^])*${digit}`, 'u')

/** Whether a character sets the direction of what stands next to it: an Arabic digit, comma or per cent sign does not. */
export const isRightToLeftLetter = (character: string): boolean =>
  hasRightToLeft.test(character) && /[\p{L}\u061b\u061f\u06d4]/u.test(character)

/**
 * The parts of a text that run against it. Where Unicode's bidirectional algorithm sets a part right without marks
 * (a number among Arabic words, a Latin name between them) it `stands`. `last` is the last letter before the text and is
 * handed on to the next text of the paragraph.
 */
export function turnedParts(
  text: string,
  language: Language,
  last: LastLetter,
  breaks: readonly number[] = [],
): { readonly parts: readonly TurnedPart[]; readonly last: LastLetter } {
  let before = last
  let from = 0
  const parts = markedParts(text, language, breaks).map(({ start, end }): TurnedPart => {
    const part = text.slice(start, end)
    if (hasRightToLeftLetter(text.slice(from, start))) before = 'right'
    from = end
    if (!isRightToLeft(language)) {
      const isFramed =
        isRightToLeftLetter(part.charAt(0)) &&
        (isRightToLeftLetter(part.charAt(part.length - 1)) || part.endsWith(')')) &&
        closedBrackets.test(part)
      return { start, end, stands: isFramed && !digitsNext.test(text.slice(end)) }
    }
    const isFree = !isHeld(text, start, end)
    const isNumber = isFree && number.test(part)
    const isLatin =
      isFree &&
      letterFirst.test(part) &&
      letterLast.test(part) &&
      closedBrackets.test(part) &&
      !easternDigit.test(text.slice(end))
    const stands = before === 'right' && (isNumber || isLatin)
    if (stands && isLatin) before = 'left'
    return { start, end, stands }
  })
  if (hasRightToLeftLetter(text.slice(from))) before = 'right'
  return { parts, last: before }
}

const hasRightToLeftLetter = (text: string): boolean => Array.from(text).some(isRightToLeftLetter)

/** The innermost parts between direction marks. */
function markedParts(text: string, language: Language, breaks: readonly number[]): { start: number; end: number }[] {
  const marks = directionMarks(text, language, breaks)
  return marks.flatMap(({ at, mark }, i) => {
    const next = marks[i + 1]
    const isPart = mark === (!isRightToLeft(language) ? '\u2067' : '\u2066') && next?.mark === '\u2069'
    return isPart ? [{ start: at, end: next.at }] : []
  })
}

const isHeld = (text: string, start: number, end: number): boolean =>
  holding.test(text.charAt(start - 1)) ||
  (holding.test(text.charAt(end)) && !/^[.,:\u00a0](?!\d)/.test(text.slice(end)))
