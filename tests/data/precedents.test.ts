import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../core/study/answer.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured } from './bundled-study.ts'

describe('darayya', () => {
  const study = bundledStudy('darayya')

  test('the plan of 1965 measures 318 ha within one per cent, and says how little is known of its place', () => {
    expect(Math.abs(measured('darayya', study.asOf!).plan.areaM2 / 3_180_000 - 1)).toBeLessThan(0.01)
    expect(study.layers.find(({ role }) => role === 'plan')?.accuracyM).toBeGreaterThanOrEqual(300)
  })

  test('the plans of 2000 and 2018 stand under what is published', () => {
    const areasHa = study.published.filter(({ measure }) => measure === 'areaM2').map(({ value }) => value / 10_000)
    expect(areasHa).toEqual(expect.arrayContaining([318, 750, 61, 47.4]))
  })

  const days = ['2012-11-09', '2016-07-19', '2016-08-27']

  test.each(days)('control on %s covers the whole town, and no ground twice', (day) => {
    const control = layerNamed(measured('darayya', day), 'control')
    expect(control.uncoveredM2).toBeLessThan(1)
    expect(control.multipleM2).toBeLessThan(1)
  })

  test('in July 2016 the reported shares of the government bound what the opposition held', () => {
    const measurement = measured('darayya', '2016-07-19')
    const { classes } = layerNamed(measurement, 'control')
    const shares = Object.fromEntries(classes.map((entry) => [entry.class, entry.share]))
    expect(Math.abs(shares['Government']! - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(shares['Opposition']! - 0.35)).toBeLessThan(0.01)
    const published = study.published.filter(({ measure, of }) => measure === 'share' && /government/.test(of?.en ?? ''))
    expect(published.map(({ value }) => value)).toEqual([0.5, 0.65])
    expect(answerSentence(study, measurement, 'en')).toMatch(/between 111 and 159\sha .* the opposition on 19\sJuly\s2016\.$/)
  })

  test('the start of the siege is claimed only, the end is the government’s', () => {
    const townHa = measured('darayya', '2012-11-09').plan.areaM2 / 10_000
    expect(hectares(layerNamed(measured('darayya', '2012-11-09'), 'control'))['Opposition, claimed']).toBeCloseTo(townHa, 3)
    expect(hectares(layerNamed(measured('darayya', '2016-08-27'), 'control'))['Government']).toBeCloseTo(townHa, 3)
  })

  test('before the siege nothing is said of control', () => {
    expect(layerNamed(measured('darayya', '2012-11-08'), 'control').layer).toBeNull()
  })

  test('barrel bombs have a count and no place: published and a gap, not a layer', () => {
    expect(study.layers.filter(({ role }) => role === 'shelling' || role === 'damage')).toEqual([])
    expect(study.published.some(({ value, of }) => value === 6_600 && /barrel bombs/.test(of?.en ?? ''))).toBe(true)
  })
})

describe('marota-city', () => {
  const study = bundledStudy('marota-city')

  test('the plan measures the published 214.9 ha within one per cent', () => {
    expect(Math.abs(measured('marota-city', study.asOf!).plan.areaM2 / 2_149_000 - 1)).toBeLessThan(0.01)
  })

  test('the neighbourhoods cover the plan: all of Mazzeh Basatin, and part of Al Ikhlas', () => {
    const { units } = measured('marota-city', study.asOf!)
    expect(units!.find((row) => row.id === null)!.areaM2).toBeLessThan(1)
    const ikhlas = collectionOf('marota-city', study.layers.find(({ role }) => role === 'units')!).features
    expect(ikhlas.map(({ properties }) => properties?.['pcode'])).toEqual(['N0073', 'N0072'])
    expect(units!.find((row) => row.id === 'N0072')!.areaM2).toBeGreaterThan(1_000_000)
  })

  test('control, shelling and damage are gaps, not guesses', () => {
    expect(study.headline).toBeUndefined()
    expect(study.gaps.map(({ role }) => role)).toEqual(['plan', 'control', 'shelling', 'damage'])
  })
})
