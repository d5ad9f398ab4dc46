import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { directed, directionMarks } from '../../../core/sheet/bidi.ts'

const shown = (text: string): string =>
  text.replaceAll('\u2066', '<L ').replaceAll('\u2067', '<R ').replaceAll('\u2069', '>')

test.each([
  ['Basilia City', 'Basilia City'],
  ['The plan باسيليا سيتي of 2018', 'The plan <R باسيليا سيتي> of 2018'],
])('an English line isolates its Arabic: %s', (text, expected) => {
  expect(shown(directed(text, 'en'))).toBe(expected)
})

test.each([
  ['السيطرة', '<R السيطرة>'],
  ['بين 77 و262 هكتار', '<R بين <L 77> و<L 262> هكتار>'],
  ['المقيسة −5.7 ٪', '<R المقيسة <L −5.7> ٪>'],
  ['مسح OCHA (2018) للأحياء', '<R مسح <L OCHA (2018)> للأحياء>'],
  ['(21 نيسان 2018): The Factional Rift', '<R (<L 21> نيسان <L 2018>): <L The Factional Rift>>'],
  ['العنوان: Title; with: colons', '<R العنوان: <L Title; with: colons>>'],
  ['36°16\'30" شرقاً', '<R <L 36°16\'30"> شرقاً>'],
  ['control · 21 نيسان', '<R <L control> · <L 21> نيسان>'],
  ['بين 77 (60 إلى 98) هكتار', '<R بين <L 77> (<L 60> إلى <L 98>) هكتار>'],
  ['Basilia Overlay 0.1.0 (300 سحب)', '<R <L Basilia Overlay 0.1.0> (<L 300> سحب)>'],
  ['2018.', '<R <L 2018>.>'],
  ['Basilia Overlay 0.1.0.', '<L Basilia Overlay 0.1.0.>'],
])('an Arabic line runs right to left around its Latin and its numbers: %s', (text, expected) => {
  expect(shown(directed(text, 'ar'))).toBe(expected)
})

test('what reads left to right ends where the weight of a line changes', () => {
  expect(directionMarks('plan: A title', 'ar', [6]).map(({ at }) => at)).toEqual([0, 0, 4, 6, 13, 13])
})

test('marks are balanced, nested and add nothing else, whatever the text', () => {
  const piece = fc.constantFrom('حي', 'القدم', ' ', 'ab', '12', '(', ')', ': ', '−', '«', '"', '٪', '%', 'é', '.', '؛ ')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('en' as const, 'ar' as const),
      (pieces, language) => {
        const text = pieces.join('')
        const marked = directed(text, language)
        expect(marked.replace(/[\u2066-\u2069]/g, '')).toBe(text)
        let depth = 0
        for (const character of marked) {
          if (character === '\u2066' || character === '\u2067') depth++
          if (character === '\u2069') depth--
          expect(depth).toBeGreaterThanOrEqual(0)
          expect(depth).toBeLessThanOrEqual(2)
        }
        expect(depth).toBe(0)
      },
    ),
    { seed: 42, numRuns: 400 },
  )
})
