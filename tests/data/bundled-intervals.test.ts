import { describe, expect, test } from 'vitest'
import { formatShareInterval } from '../../core/format/interval-text.ts'
import { intervalSentences } from '../../core/answer/interval-sentences.ts'
import type { Interval, Measurement } from '../../core/model/measurement.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { bundledIds, bundledStudy, measured } from './bundled-study.ts'

const languages: readonly Language[] = ['en', 'ar']

type Row = Interval & { readonly areaM2: number; readonly share?: number }

const rowsOf = ({ layers, combinations, plan }: Measurement): Row[] => [
  plan,
  ...layers.flatMap((layer): Row[] => [
    ...layer.classes,
    ...layer.groups.flatMap(({ agreed, all }) => [agreed, all]),
    ...(layer.bySources ?? []),
    { areaM2: layer.multipleM2, ...layer.multiple },
    { areaM2: layer.uncoveredM2, ...layer.uncovered },
  ]),
  ...combinations,
]

/** Days on which some layer of the study speaks. */
const daysOf = (id: string): string[] => {
  const { asOf, layers } = bundledStudy(id)
  return [...new Set([asOf, ...layers.map(({ date, to }) => date ?? to)])].flatMap((day) => day ?? [])
}

describe('of every bundled study, on every day that it speaks of,', () => {
  test.each(bundledIds)('%s: no area or share lies outside its interval, below nothing or above the plan', (id) => {
    for (const day of daysOf(id)) {
      const measurement = measured(id, day, { draws: 60 })
      const { plan } = measurement
      for (const { areaM2, low = areaM2, high = areaM2, share = areaM2 / plan.areaM2, shareLow = share, shareHigh = share } of rowsOf(measurement)) {
        expect(low, day).toBeGreaterThanOrEqual(0)
        expect(areaM2, day).toBeGreaterThanOrEqual(low)
        expect(areaM2, day).toBeLessThanOrEqual(high)
        expect(areaM2, day).toBeLessThanOrEqual(plan.areaM2)
        expect(high, day).toBeLessThanOrEqual(plan.high ?? plan.areaM2)
        expect(shareLow, day).toBeGreaterThanOrEqual(0)
        expect(share, day).toBeGreaterThanOrEqual(shareLow)
        expect(share, day).toBeLessThanOrEqual(shareHigh)
        expect(shareHigh, day).toBeLessThanOrEqual(1)
      }
    }
  })
})

test('a zone that is the plan itself is told to be so, its share without an interval, on one base as on two', () => {
  const measurement = measured('yarmouk-camp', '2018-04-21', { draws: 200 })
  const [shelled] = measurement.layers.find(({ name }) => name === 'shelling')!.classes
  expect(shelled).toMatchObject({ share: 1, shareLow: 1, shareHigh: 1, areaM2: measurement.plan.areaM2 })
  expect(measurement.notes).toContainEqual(expect.objectContaining({ code: 'lines-are-the-plan', layer: 'shelling' }))
  const said = languages.map((language) => intervalSentences(bundledStudy('yarmouk-camp').layers, measurement, language))
  expect(said[0]).toContain('The plan’s own line bounds shelling, so nothing uncovered can be shown')
  expect(said[1]).toContain('يحدّ خط المخطط نفسه')
  expect(languages.map((language) => formatShareInterval(shelled!.share, shelled!, language))).toEqual(['100\u00a0%', '100%'])
})

test('a front across the plan is not said to be the plan’s line', () => {
  expect(measured('basilia-city', '2018-04-21', { draws: 60 }).notes.map(({ code }) => code)).not.toContain('lines-are-the-plan')
})
