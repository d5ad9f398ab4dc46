import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../core/study/answer.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured } from './bundled-study.ts'

const districts = [
  { id: 'yarmouk-camp', planHa: 210, announced: '2020-06-25', taken: '2018-05-21' },
  { id: 'qaboun', planHa: 254.2, announced: '2020-06-25', taken: '2017-05-15' },
  { id: 'jobar', planHa: 304, announced: '2022-06-28', taken: '2018-03-31' },
  { id: 'baba-amr', planHa: 280, announced: '2015-08-25', taken: '2013-03-26' },
]

const sentenceOn = (id: string, day: string): string =>
  answerSentence(bundledStudy(id), measured(id, day), 'en').replaceAll('\u00a0', ' ')

const controlDays = (id: string): string[] =>
  bundledStudy(id).layers.flatMap(({ role, date }) => (role === 'control' && date !== undefined ? [date] : []))

describe.each(districts)('$id', ({ id, planHa, announced, taken }) => {
  const study = bundledStudy(id)

  test('measures what is published or taken from OCHA, within one per cent', () => {
    expect(Math.abs(measured(id, study.asOf!).plan.areaM2 / 10_000 / planHa - 1)).toBeLessThan(0.01)
  })

  test.each(controlDays(id))('control on %s covers the whole plan, and no ground twice', (day) => {
    const control = layerNamed(measured(id, day), 'control')
    expect(control.uncoveredM2).toBeLessThan(1)
    expect(control.multipleM2).toBeLessThan(1)
  })

  test('all snapshots of control have the same classes', () => {
    const lists = study.layers.filter(({ role }) => role === 'control').map(({ classes }) => JSON.stringify(classes))
    expect(new Set(lists).size).toBe(1)
  })

  test('the plan was announced after the fighting, on the government’s ground alone', () => {
    expect(study.plan.announced).toBe(announced)
    expect(study.events.filter(({ date }) => date === announced).map(({ kind }) => kind)).toEqual(['announcement'])
    expect(controlDays(id).at(-1)).toBe(taken)
    expect(announced > taken).toBe(true)
    const { Government, ...others } = hectares(layerNamed(measured(id, announced), 'control'))
    expect(Government).toBeCloseTo(measured(id, announced).plan.areaM2 / 10_000, 3)
    expect(Object.values(others).every((ha) => ha === 0)).toBe(true)
  })

  test('before the first snapshot nothing is said of control', () => {
    expect(layerNamed(measured(id, '2011-01-01'), 'control').layer).toBeNull()
  })

  test('the siege and the taking are among the events', () => {
    const kinds = study.events.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['siege', 'taken', 'announcement', 'law']))
  })
})

describe('yarmouk-camp', () => {
  const study = bundledStudy('yarmouk-camp')
  const unitsOf = (id: string) => collectionOf(id, bundledStudy(id).layers.find(({ role }) => role === 'units')!).features

  test('has the neighbourhoods and the control of 21 April 2018 of the Basilia study, vertex by vertex', () => {
    const camp = unitsOf('basilia-city').filter(({ properties }) => /Yarmouk/.test(properties?.['name_en']))
    expect(unitsOf('yarmouk-camp')).toEqual(camp)
    const [ours, theirs] = ['yarmouk-camp', 'basilia-city'].map((id) => {
      const layer = bundledStudy(id).layers.find((found) => found.id === 'control-2018-04-21')!
      return collectionOf(id, layer).features
    })
    expect(ours).toEqual(theirs)
  })

  test('the neighbourhoods cover the plan', () => {
    expect(measured('yarmouk-camp', study.asOf!).units!.find((row) => row.id === null)!.areaM2).toBeLessThan(1)
  })

  test('ISIS holds the shares that reports give for each day', () => {
    expect(sentenceOn('yarmouk-camp', '2018-04-21')).toBe('Of 209 ha, 147 ha (70 %) were held by ISIS on 21 April 2018.')
    expect(sentenceOn('yarmouk-camp', '2015-04-04')).toMatch(/between 125 and 188 ha \(60 to 90 %\)/)
    const published = study.published.filter(({ measure, of }) => measure === 'share' && /held by ISIS/.test(of?.en ?? ''))
    expect(published.map(({ value }) => value)).toEqual(expect.arrayContaining([0.7, 0.9]))
  })
})

test('qaboun: on the day of the evacuation two reports bound what the opposition held', () => {
  const { classes } = layerNamed(measured('qaboun', '2017-05-14'), 'control')
  const areas = Object.fromEntries(classes.map((entry) => [entry.class, entry.areaM2]))
  const shares = Object.fromEntries(classes.map((entry) => [entry.class, entry.share]))
  expect(Math.abs(shares['Opposition']! - 0.2)).toBeLessThan(0.005)
  expect(Math.abs((areas['Opposition']! + areas['Opposition, claimed']!) / 1_000_000 - 1)).toBeLessThan(0.01)
  const { published, claims, gaps } = bundledStudy('qaboun')
  expect(published.map(({ value }) => value)).toEqual(expect.arrayContaining([0.2, 1_000_000]))
  expect(claims.some(({ date, text }) => date === '2017-05-13' && /all of Qaboun/.test(text.en))).toBe(true)
  expect(gaps.some(({ role, text }) => role === 'damage' && /demolitions/.test(text.en))).toBe(true)
})

test('jobar: what the opposition held is claimed for all of it and assessed for none', () => {
  expect(sentenceOn('jobar', '2018-03-23')).toBe(
    'Of 304 ha, between 0 and 304 ha (0 to 100 %) were held by the opposition on 23 March 2018.',
  )
  const measurement = measured('jobar', '2018-03-23')
  const east = measurement.units!.find(({ id }) => id === 'N0025')!
  expect(hectares(layerNamed(measurement, 'damage'))['76–100 % of buildings damaged']).toBeCloseTo(east.areaM2 / 10_000, 3)
  expect(measurement.units!.find(({ id }) => id === null)!.areaM2).toBeLessThan(1)
})

test('baba-amr: the plan of 2015 and the counts of damage are published, not drawn', () => {
  const { layers, published } = bundledStudy('baba-amr')
  expect(layers.some(({ role }) => role === 'damage')).toBe(false)
  const plan = published.find(({ value }) => value === 2_170_000)
  expect(plan?.of?.en).toMatch(/al-Sultaniya and Jobar together/)
  expect(published.map(({ value }) => value)).toEqual(expect.arrayContaining([640, 950]))
  expect(sentenceOn('baba-amr', '2012-02-25')).toMatch(/280 ha \(100 %\) were held by the opposition/)
  expect(sentenceOn('baba-amr', '2012-03-01')).not.toMatch(/280 ha \(100 %\)/)
})
