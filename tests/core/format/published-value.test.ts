import { expect, test } from 'vitest'
import { publishedValueText } from '../../../core/format/published-value.ts'
import type { Published } from '../../../core/model/study.ts'

const figure = (measure: Published['measure'], value: number, of?: string): Published => ({
  id: 'one',
  measure,
  value,
  source: 'own',
  ...(of === undefined ? {} : { of: { en: of, ar: of } }),
})
const text = (own: Published, language: 'en' | 'ar' = 'en'): string =>
  publishedValueText(own, language).replaceAll('\u00a0', ' ')

test('a figure of a source has no digit that its source does not give', () => {
  expect(text(figure('areaM2', 9_000_000))).toBe('900 ha')
  expect(text(figure('areaM2', 474_000))).toBe('47.4 ha')
  expect(text(figure('share', 0.4685))).toBe('46.9 %')
  expect(text(figure('share', 0.7))).toBe('70 %')
})

test.each([
  ['the plan of 2000 (“up to”)', 'up to 750 ha'],
  ['Jobar before the plan (“less than”)', 'less than 750 ha'],
  ['plan 104 (“approximately”; over 70 % of it in Qaboun)', 'about 750 ha'],
  ['occupancies (“over”; homes, shops)', 'more than 750 ha'],
  ['the overpass', '750 ha'],
])('what the study says before the figure of “%s” stands with it', (of, expected) => {
  const own = figure('areaM2', 7_500_000, of)
  expect(text(own)).toBe(expected)
  expect(text(own, 'ar')).not.toMatch(/\{\w+\}|undefined/)
})

test('of a range both ends are given', () => {
  expect(text(figure('share', 0.76, 'buildings damaged (76 to 100 %)'))).toBe('76 % to 100 %')
})
