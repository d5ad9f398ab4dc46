import bidiFactory from 'bidi-js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { directed } from '../../../../core/sheet/bidi.ts'
import { typstRuns, type TypstPiece } from '../../../../server/export/typst/typst-text.ts'

const bidi = bidiFactory()

/** A line as it stands on paper, from left to right, by Unicode's algorithm; brackets mirrored, marks left out. */
const onPaper = (text: string, base: 'ltr' | 'rtl'): string =>
  bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, base)).replace(/[\u200f\u2066-\u2069]/g, '')

/** The same of pieces: a box stands in its line like a sign, and what is in it is a line of its own. */
function piecesOnPaper(pieces: readonly TypstPiece[], base: 'ltr' | 'rtl'): string {
  const boxes: string[] = []
  const line = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    boxes.push(onPaper(piece.boxed, piece.dir))
    return String.fromCodePoint(0x2460 + boxes.length - 1)
  })
  return onPaper(line.join(''), base).replace(/[\u2460-\u249b]/g, (sign) => boxes[sign.codePointAt(0)! - 0x2460]!)
}

test('what needs no box has none', () => {
  expect(typstRuns([{ text: 'بين 77 و262 هكتار (Basilia City) بحسب OCHA 2018' }], 'ar', 40)).toEqual([
    ['بين 77 و262 هكتار (Basilia City) بحسب OCHA 2018'],
  ])
  expect(typstRuns([{ text: 'في 2018-04-21: 900 ± 25' }], 'ar', 40)).toEqual([
    ['في ', { boxed: '2018-04-21', dir: 'ltr' }, ': ', { boxed: '900 ± 25', dir: 'ltr' }],
  ])
  expect(typstRuns([{ text: 'The plan باسيليا سيتي of 2018' }], 'en', 40)).toEqual([['The plan باسيليا سيتي of 2018']])
})

test('an id is not broken at its hyphen among Arabic words', () => {
  expect(typstRuns([{ text: 'المدخلات: yarmouk-camp، المراجعة 2' }], 'ar', 40)).toEqual([
    ['المدخلات: ', { boxed: 'yarmouk-camp', dir: 'ltr' }, '، المراجعة 2'],
  ])
})

test('what is too long for a box keeps its direction by isolates', () => {
  expect(typstRuns([{ text: 'عنوان ' }, { text: 'https://example.org/a/', isCode: true }], 'ar', 10)).toEqual([
    ['عنوان '],
    ['\u2066https://example.org/a/\u2069'],
  ])
})

test('a line stands on paper as with all its direction marks', () => {
  const piece = fc.constantFrom(
    'حي',
    'القدم',
    ' ',
    ' ',
    '\u00a0',
    'ab',
    'Ç',
    '12',
    '2018-04-21',
    '1:40,000',
    '900 ± 25',
    '(',
    ')',
    '[4]',
    ': ',
    '·',
    '−',
    '«',
    '»',
    '"',
    '٪',
    '%',
    '°',
    '.',
    ', ',
    '/',
    '؛ ',
    '٣',
    '۳',
    'Жук',
    'שלום',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 9 }),
      fc.constantFrom('en' as const, 'ar' as const),
      fc.constantFrom(3, 100),
      (parts, language, longest) => {
        const text = parts.join('').trim()
        const [pieces] = typstRuns([{ text }], language, longest)
        const base = language === 'ar' ? 'rtl' : 'ltr'
        expect(piecesOnPaper(pieces!, base)).toBe(onPaper(directed(text, language), base))
      },
    ),
    { seed: 42, numRuns: 20_000 },
  )
})
