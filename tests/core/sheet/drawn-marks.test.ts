import bidiFactory from 'bidi-js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { directed } from '../../../core/sheet/bidi.ts'
import { drawnMarks } from '../../../core/sheet/drawn-marks.ts'
import type { Language } from '../../../core/i18n/translate.ts'

const bidi = bidiFactory()

/** A line as it stands on paper, from left to right, by Unicode's algorithm; brackets mirrored, marks left out. */
function onPaper(text: string, base: 'ltr' | 'rtl'): string {
  const levels = bidi.getEmbeddingLevels(text, base)
  return bidi.getReorderedString(text, levels).replace(/[\u200f\u2066-\u2069]/g, '')
}

function marked(text: string, language: Language): string {
  let result = ''
  let from = 0
  for (const { at, mark } of drawnMarks(text, language)) {
    result += text.slice(from, at) + mark
    from = at
  }
  return result + text.slice(from)
}

test.each([
  ['السيطرة', 'السيطرة'],
  ['بين 77 و262 هكتار', 'بين 77 و262 هكتار'],
  ['المقيسة −5.7 ٪', 'المقيسة <−5.7> ٪|'],
  ['مسح OCHA (2018) للأحياء', 'مسح <OCHA (2018)> للأحياء'],
  ['بين 77 (60 إلى 98) هكتار', 'بين 77 (60 إلى 98) هكتار'],
  ['Basilia City', 'Basilia City'],
  ['2018', '2018'],
  ['القدم שלום', '|القدم <{שלום>>|'],
])('an Arabic line has as few marks as it needs: %s', (text, expected) => {
  const shown = marked(text, 'ar')
    .replaceAll('\u2066', '<')
    .replaceAll('\u2069', '>')
    .replaceAll('\u2067', '{')
    .replaceAll('\u200f', '|')
  expect(shown).toBe(expected)
})

test('a line stands on paper as with all its marks, whichever way the text round it runs', () => {
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
      (pieces, language) => {
        const text = pieces.join('').trim()
        // A number takes its class from the Arabic or Hebrew letter before it, and so another after an isolate.
        fc.pre(!(/[\u05d0-\u05ea]/.test(text) && /\d|٣|۳/.test(text)))
        const wanted = onPaper(directed(text, language), 'ltr')
        expect(onPaper(marked(text, language), 'ltr')).toBe(wanted)
        if (language === 'ar') expect(onPaper(marked(text, language), 'rtl')).toBe(wanted)
      },
    ),
    { seed: 42, numRuns: 20_000 },
  )
})
