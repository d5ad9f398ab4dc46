import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, shortened } from '../../../core/sheet/clean-text.ts'
import { escaped } from '../../../core/sheet/svg.ts'
import { printable, wrapSpans, wrapText } from '../../../core/sheet/text.ts'
import { evenFont } from './example-study.ts'

const textOf = (lines: ReturnType<typeof wrapText>): string[] =>
  lines.map((line) => line.map(({ text }) => text).join(''))

describe('wrapping', () => {
  test('breaks between words and keeps what a no-break space joins', () => {
    const letterMm = evenFont.widthMm('a', 10, 400)
    expect(textOf(wrapText('one two 15\u00a0% three', letterMm * 8, { sizePt: 10 }, evenFont))).toEqual([
      'one two',
      '15\u00a0%',
      'three',
    ])
  })

  test('breaks a word that is longer than a line, never inside a letter with its marks', () => {
    const letterMm = evenFont.widthMm('a', 10, 400)
    expect(textOf(wrapText('ab̈cdef', letterMm * 3, { sizePt: 10 }, evenFont))).toEqual(['ab̈', 'cde', 'f'])
  })

  test('keeps the weight of each piece, also inside a word', () => {
    const lines = wrapSpans(
      [
        { text: 'of ', weight: 400 },
        { text: 'bold', weight: 600 },
        { text: ', plain', weight: 400 },
      ],
      100,
      10,
      evenFont,
    )
    expect(lines).toEqual([
      [
        { text: 'of ', weight: 400 },
        { text: 'bold', weight: 600 },
        { text: ', plain', weight: 400 },
      ],
    ])
  })

  test('loses nothing and overflows nowhere', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ل', 'ا', '1', '-'), minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 4, max: 60 }),
        (words, widthMm) => {
          const lines = textOf(wrapText(words.join(' '), widthMm, { sizePt: 7 }, evenFont))
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
          for (const line of lines) expect(evenFont.widthMm(line, 7, 400)).toBeLessThanOrEqual(widthMm + 1e-9)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})

describe('text from outside', () => {
  test('becomes content, never markup', () => {
    expect(escaped(`</text><script>alert("x")</script> & 'y'`)).toBe(
      '&lt;/text&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;',
    )
  })

  test('loses what XML forbids and what would turn the line around it', () => {
    expect(cleanText('a\u0000b\u0007c\u202ed\ufffee\ud800f\udc00g\tnew\r\nline')).toBe('abcdefg new line')
    expect(cleanText('\u{1f600}\u{1fffe}')).toBe('\u{1f600}')
    expect(printable('\u2067turned\u2069', evenFont)).toBe('turned')
  })

  test('has characters that the font lacks named, never drawn as boxes', () => {
    expect(printable('Qadam 中 القدم', evenFont)).toBe('Qadam \u25af القدم')
  })

  test('is shortened in sight', () => {
    expect(shortened('short', 10)).toBe('short')
    expect(shortened('a long text indeed', 6)).toBe('a long …')
    expect(shortened('12345\u{1f600}', 6)).toBe('12345 …')
    // No word is cut in two, which in Arabic may leave another word, unless it alone fills the place.
    expect(shortened('الكورنيش ثانية. ولا إحداثيات', 17)).toBe('الكورنيش ثانية. …')
    expect(shortened('ا'.repeat(200), 6)).toBe('اااااا …')
  })
})
