import { describe, expect, test } from 'vitest'
import { bundledStudy, collectionOf, layerNamed, measured } from './bundled-study.ts'

describe('darayya', () => {
  const study = bundledStudy('darayya')
  const said = (id: string) => study.claimed.find((figure) => figure.id === id)!
  const sideOf = (id: string) => study.sources.find((source) => source.id === said(id).source)?.side

  test('has a place and a published area, and no outline', () => {
    expect(study.plan).toMatchObject({ layer: null, place: [36.24, 33.457], areaFrom: 'area-1980' })
    expect(study.layers.map(({ role }) => role)).toEqual(['context'])
  })

  test('the plans of 1980, 2000, 2010 and 2018 are told', () => {
    const areasHa = study.published.filter(({ measure }) => measure === 'areaM2').map(({ value }) => value / 10_000)
    expect(areasHa).toEqual(expect.arrayContaining([318, 750, 61, 47.4]))
    expect(study.claims.some(({ text }) => /plan approved in 2010/.test(text.en))).toBe(true)
  })

  test('figures of July 2016 contradict each other, and all of them stand there with their sides', () => {
    expect(said('opposition-2016-07-09')).toMatchObject({ date: '2016-07-09', low: 0.5, high: 1, party: 'Opposition' })
    expect(said('government-2016-07')).toMatchObject({ date: '2016-07', value: 0.5, party: 'Government' })
    expect(said('government-2016-mid')).toMatchObject({ date: '2016', value: 0.65 })
    expect(said('opposition-2016-07-18')).toMatchObject({ date: '2016-07-18', low: 0, high: 1_000_000 })
    expect(['opposition-2016-07-09', 'government-2016-07', 'government-2016-mid', 'opposition-2016-07-18'].map(sideOf)).toEqual([
      'opposition',
      'opposition',
      'government',
      'government',
    ])
  })

  test('sector A is told in words, and drawn by nobody', () => {
    expect(said('sector-a-2012').text?.en).toMatch(/main roundabout.*Moadamiya stadium.*National Hospital.*Corniche/)
  })

  test('destruction runs from 7 % of one part to more than 95 % of the city', () => {
    const destroyed = study.claimed.filter(({ class: name }) => name === 'Destroyed')
    expect(Math.min(...destroyed.map(({ value, high }) => value ?? high!))).toBe(0.07)
    expect(Math.max(...destroyed.map(({ value, low }) => value ?? low!))).toBe(0.95)
  })

  test('the ground demolished round Mezzeh airport is tied to Decree 66 by the governor', () => {
    expect(said('demolished-mezzeh')).toMatchObject({ measure: 'areaM2', value: 416_000, from: '2012-08', to: '2013-07' })
    expect(said('demolished-mezzeh').text?.en).toMatch(/governor.*Decree 66/)
    expect(sideOf('demolished-mezzeh')).toBe('independent')
  })

  test('barrel bombs have a count and no place', () => {
    expect(study.published.filter(({ of }) => /barrel bombs/.test(of?.en ?? '')).map(({ value }) => value)).toEqual([6_600, 9_017])
  })
})

describe('baba-amr', () => {
  const study = bundledStudy('baba-amr')

  test('has a place and the published area of the plan, and no outline', () => {
    expect(study.plan).toMatchObject({ layer: null, areaFrom: 'area-2015' })
    expect(study.published.map(({ value }) => value)).toEqual(expect.arrayContaining([2_170_000, 2_800_000, 640, 950]))
    expect(study.layers.map(({ role }) => role)).toEqual(['context'])
  })

  test('who held it is told in words only', () => {
    expect(study.claimed).toEqual([])
    expect(study.claims.filter(({ text }) => /opposition|army/i.test(text.en)).length).toBeGreaterThan(3)
  })
})

describe('marota-city', () => {
  const study = bundledStudy('marota-city')

  test('the plan is drawn to the published 214.9 ha, and says so', () => {
    expect(Math.abs(measured('marota-city', study.asOf!).plan.areaM2 / 2_149_000 - 1)).toBeLessThan(0.01)
    expect(study.layers[0]).toMatchObject({ role: 'plan', drawnTo: ['area'] })
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

test('which precedents are measured and which only told is as the README says', () => {
  const drawn = ['darayya', 'yarmouk-camp', 'qaboun', 'jobar', 'baba-amr', 'marota-city'].filter((id) => bundledStudy(id).plan.layer !== null)
  expect(drawn).toEqual(['yarmouk-camp', 'qaboun', 'jobar', 'marota-city'])
  const controlled = drawn.filter((id) => layerNamedOrNull(id)?.layer)
  expect(controlled).toEqual(['jobar'])
})

/** The control of a study on its own day, where it has such a series. */
function layerNamedOrNull(id: string) {
  const study = bundledStudy(id)
  return study.layers.some(({ name }) => name === 'control') ? layerNamed(measured(id, study.asOf!), 'control') : null
}
