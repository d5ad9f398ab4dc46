import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { fontFamily, fontFiles, sheetFont } from '../../../../server/export/fonts/fonts.ts'

const { font } = sheetFont()

/** Width of the ink of a text as resvg sets it, between two bars of known place. */
function drawnWidthMm(text: string, weight: 400 | 600): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 100"><text x="10" y="50" font-size="10" font-weight="${weight}" font-family="${fontFamily}">|${text}|</text></svg>`
  const resvg = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: fontFamily },
  })
  return resvg.getBBox()!.width
}

describe('the measured width of a line is the one it is drawn with', () => {
  test.each([
    'Basilia City, regulatory zone 102',
    'between 77 and 262 ha (9 to 29 %)',
    'WAVE To Ty AV – kerned',
    'السيطرة على أرض المخطط',
    'باسيليا سيتي، المنطقة التنظيمية',
    'الأحياء المذكورة لا إلى الآن بلا تخطيط',
    'تنظيم الدولة، مُقدَّر',
    'هيئة تحرير الشام',
  ])('%s', (text) => {
    for (const weight of [400, 600] as const) {
      const between = drawnWidthMm(text, weight) - drawnWidthMm('', weight)
      const measured = (font.widthMm(text, 10, weight) / ((10 * 25.4) / 72)) * 10
      expect(Math.abs(measured - between)).toBeLessThan(0.03 * between)
    }
  })
})

test('the font says what it can draw', () => {
  const alphabets = 'Aé5°±−–·٪ضل² ğşıİêîŞəạ ʿʾḥṣṭḍẓā ΑωάΏ ЖяЇўҐӘ אבגש ԱՖևֆ აჰ ܐܒܬ ەێۆڵڕ ٹڈڑ'.replaceAll(' ', '')
  for (const character of alphabets) expect(font.draws(character), character).toBe(true)
  for (const character of '中\u{1f600}ሀ') expect(font.draws(character), character).toBe(false)
})

test('every string of the sheet can be drawn', async () => {
  const catalogues = [
    (await import('../../../../core/i18n/en/sheet.ts')).sheet,
    (await import('../../../../core/i18n/ar/sheet.ts')).sheet,
    (await import('../../../../core/i18n/en/study.ts')).study,
    (await import('../../../../core/i18n/ar/study.ts')).study,
  ]
  const missing = catalogues
    .flatMap((words) => Object.values(words))
    .flatMap((text) => Array.from(text).filter((character) => !font.draws(character)))
  expect(missing).toEqual([])
})
