import { isRightToLeft, type Language } from '../i18n/translate.ts'

const rightToLeft = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]'
/** A letter of any script that runs left to right. */
export const leftToRightLetter = `(?!${rightToLeft})\\p{L}`
export const hasRightToLeft = new RegExp(rightToLeft)
const rightToLeftRun = new RegExp(`${rightToLeft}(?:(?:(?!${leftToRightLetter})[^])*${rightToLeft})?`, 'gu')
const leftToRightSpan = new RegExp(`(?:(?!${rightToLeft})[^])+`, 'gu')
const hasLetters = new RegExp(leftToRightLetter, 'u')
const meaningful = new RegExp(`[0-9]|${leftToRightLetter}`, 'u')
const ending = new RegExp(`(?:[0-9]|[0-9][°'"%]|${leftToRightLetter}\\p{Mn}*[?!]?)$`, 'u')

const openRightToLeft = '\u2067'
const openLeftToRight = '\u2066'
const close = '\u2069'
/** Ends a line of a text that runs right to left and of which this line holds no letter. */
export const rightToLeftMark = '\u200f'

/** A direction mark and the index in the text that it stands before. */
export type DirectionMark = { readonly at: number; readonly mark: string }

/**
 * The isolates that make a line of text read right in both directions, wherever it is drawn: in Arabic the whole line
 * right to left and each Latin word and number in it left to right; in English each Arabic run right to left.
 * What reads left to right ends at each of the `breaks`, which are indices in the text, ascending.
 * (SVG's `direction` is not an option: resvg ignores it for anchors.)
 */
export function directionMarks(text: string, language: Language, breaks: readonly number[] = []): DirectionMark[] {
  if (!isRightToLeft(language)) {
    return [...text.matchAll(rightToLeftRun)].flatMap(({ 0: run, index }) => {
      const end = index + run.length
      const closes = text[end] === ')' && unclosedBrackets(run).size > 0
      return [
        { at: index, mark: openRightToLeft },
        { at: closes ? end + 1 : end, mark: close },
      ]
    })
  }
  if (breaks.length === 0 && !hasRightToLeft.test(text) && hasLetters.test(text) && !text.includes(rightToLeftMark)) {
    return [
      { at: 0, mark: openLeftToRight },
      { at: text.length, mark: close },
    ]
  }
  const ends = [...breaks, text.length]
  const inner = ends.flatMap((end, i) => {
    const from = ends[i - 1] ?? 0
    return [...text.slice(from, end).matchAll(leftToRightSpan)].flatMap(({ 0: span, index }) =>
      meaningfulCores(span).flatMap((core) => [
        { at: from + index + core.start, mark: openLeftToRight },
        { at: from + index + core.end, mark: close },
      ]),
    )
  })
  return [{ at: 0, mark: openRightToLeft }, ...inner, { at: text.length, mark: close }]
}

/** `text` with its direction marks. */
export function directed(text: string, language: Language): string {
  let result = ''
  let from = 0
  for (const { at, mark } of directionMarks(text, language)) {
    result += text.slice(from, at) + mark
    from = at
  }
  return result + text.slice(from)
}

type Core = { readonly start: number; readonly end: number }

/**
 * The parts of a span that read left to right: a bracket that closes nothing or is not closed parts them, a middle dot
 * and a colon after a number.
 */
function meaningfulCores(span: string): Core[] {
  const unclosed = unclosedBrackets(span)
  const cores: Core[] = []
  let from = 0
  let open = 0
  for (let i = 0; i <= span.length; i++) {
    if (span[i] === '(') open++
    if (span[i] === ')') open--
    const parts =
      i === span.length || open < 0 || unclosed.has(i) || span[i] === '·' || /^[0-9)]: /.test(span.slice(i - 1, i + 2))
    if (!parts) continue
    const core = coreOf(span, from, i)
    if (core) cores.push(core)
    from = i + 1
    open = 0
  }
  return cores
}

/** Where a span opens brackets that only the other direction of writing closes, as in “77 (60 إلى 98)”. */
function unclosedBrackets(span: string): Set<number> {
  const opened: number[] = []
  for (const { 0: bracket, index } of span.matchAll(/[()]/g)) {
    if (bracket === '(') opened.push(index)
    else opened.pop()
  }
  return new Set(opened)
}

/** Letters and numbers with a sign before and marks of arc or a percent sign after them, brackets only in pairs. */
function coreOf(span: string, from: number, to: number): Core | null {
  const piece = span.slice(from, to)
  const first = piece.search(meaningful)
  if (first < 0) return null
  const isSigned = /[-+\u2212\u00b1<>]$/.test(piece.slice(0, first)) && /[0-9]/.test(piece[first]!)
  let start = isSigned ? first - 1 : first
  let end = piece.length
  while (end > start && !ending.test(piece.slice(start, end))) end--
  const unclosed = piece.slice(start, end).split('(').length - piece.slice(start, end).split(')').length
  if (unclosed > 0 && piece[end] === ')') end++
  if (unclosed < 0 && piece[start - 1] === '(') start--
  return { start: from + start, end: from + end }
}
