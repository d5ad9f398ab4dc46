import { expect, test } from 'vitest'
import { paragraph } from '../../../core/sheet/column.ts'
import { wrapText } from '../../../core/sheet/text.ts'
import { sheetFont } from '../../../server/export/fonts/fonts.ts'

const { font } = sheetFont()
const linesOf = (text: string, widthMm: number, language: 'en' | 'ar'): string[] =>
  paragraph({ widthMm, language, font }, text, { sizePt: 7 }).map(({ draw }) => draw(0, 0).replace(/<[^>]*>/g, ''))

test('the rest of an address on a line of its own runs as the Arabic text before it, its full stop at the end', () => {
  const [first, last] = linesOf(
    'صحيفة «النبأ»، العدد 124، نقلًا عن عنب بلدي، 22 آذار 2018، enabbaladi.net/215481.',
    62,
    'ar',
  )
  expect(first).toContain('صحيفة')
  expect(last).toBe('\u200f\u2066enabbaladi.net/215481\u2069.\u200f\u200f')
})

test('a foreign text keeps its direction and its full stop', () => {
  expect(linesOf('Snyder, J. P. (1987). Map Projections.', 200, 'ar').join('')).toContain(
    '\u2066Snyder, J. P. (1987). Map Projections.\u2069',
  )
})

test('an endless Arabic word breaks where its joined letters reach the end of the line', () => {
  const lines = wrapText('مستشفىالمجتهدوالمدينةالصناعية'.repeat(7), 40, { sizePt: 7 }, font).map(
    (line) => line[0]!.text,
  )
  expect(lines.join('')).toBe('مستشفىالمجتهدوالمدينةالصناعية'.repeat(7))
  const widths = lines.map((line) => font.widthMm(line, 7, 400))
  expect(Math.max(...widths)).toBeLessThanOrEqual(40)
  expect(Math.min(...widths.slice(0, -1))).toBeGreaterThan(36)
})

test('vowel marks, which are not drawn, take no room', () => {
  const [line] = wrapText('هَكْتَارًا هَكْتَارًا', 100, { sizePt: 7 }, font)
  expect(line).toEqual([{ text: 'هكتارا هكتارا', weight: 400 }])
})
