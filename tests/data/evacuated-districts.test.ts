import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../core/answer/answer.ts'
import { compareStudies } from '../../core/compare/comparison.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured, partyHectares, readings } from './bundled-study.ts'

const districts = [
  { id: 'yarmouk-camp', planHa: 209.3, announced: '2020-06-25', taken: '2018-05-21' },
  { id: 'qaboun', planHa: 254.2, announced: '2020-06-25', taken: '2017-05-15' },
  { id: 'jobar', planHa: 390.7, announced: '2022-06-28', taken: '2018-03-31' },
]

const controlDays = (id: string): string[] =>
  bundledStudy(id).layers.flatMap(({ role, date }) => (role === 'control' && date !== undefined ? [date] : []))

describe.each(districts)('$id', ({ id, planHa, announced, taken }) => {
  const study = bundledStudy(id)

  test('is drawn as the district by OCHA’s outlines, and to no published figure', () => {
    expect(Math.abs(measured(id, study.asOf!).plan.areaM2 / 10_000 / planHa - 1)).toBeLessThan(0.015)
    for (const { drawnTo } of study.layers) expect(drawnTo).toBeUndefined()
  })

  test.each(controlDays(id))('control on %s covers the whole plan, and no ground twice', (day) => {
    const control = layerNamed(measured(id, day), 'control')
    expect(control.uncoveredM2).toBeLessThan(1)
    expect(control.multipleM2).toBeLessThan(1)
  })

  test('the plan was announced after the fighting, on the government’s ground alone', () => {
    expect(study.plan.announced).toBe(announced)
    expect(study.events.filter(({ date }) => date === announced).map(({ kind }) => kind)).toEqual(['announcement'])
    expect(controlDays(id).at(-1)).toBe(taken)
    expect(study.events.filter(({ kind }) => kind === 'taken').map(({ date }) => date)).toEqual([taken])
    expect(announced > taken).toBe(true)
    const control = layerNamed(measured(id, announced), 'control')
    expect(partyHectares(control, 'Government')).toBeCloseTo(measured(id, announced).plan.areaM2 / 10_000, 3)
  })

  test('before the first snapshot nothing is said of control', () => {
    expect(layerNamed(measured(id, '2011-01-01'), 'control').layer).toBeNull()
  })

  test('the taking is among the events, and a siege without a day is a claim', () => {
    expect(study.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['taken', 'announcement', 'law']))
    expect(study.claims.some(({ date, text }) => /^\d{4}-\d\d$/.test(date ?? '') && /siege|besieged/.test(text.en))).toBe(true)
  })
})

test.each(['qaboun', 'jobar'])('%s: the outline is named the district, and the plan’s is said not to be known', (id) => {
  const { plan, layers } = bundledStudy(id)
  for (const { en } of [plan.name, layers[0]!.title]) expect(en).toMatch(/(District|district|Neighbourhood|neighbourhood) of .*outline of plan 10[56].*not known/)
})

test('qaboun: a military source stands on the government’s side, and what it says is no taking', () => {
  const { claimed, sources, events } = bundledStudy('qaboun')
  const all = claimed.find(({ party, value }) => party === 'Government' && value === 1)!
  expect(sources.find(({ id }) => id === all.source)?.side).toBe('government')
  expect(events.find(({ source }) => source === all.source)?.kind).toBe('other')
})

describe('yarmouk-camp', () => {
  const study = bundledStudy('yarmouk-camp')
  const unitsOf = (id: string) => collectionOf(id, bundledStudy(id).layers.find(({ role }) => role === 'units')!).features

  test('has the neighbourhoods of the Basilia study, vertex by vertex, and they cover the plan', () => {
    expect(unitsOf('yarmouk-camp')).toEqual(unitsOf('basilia-city').filter(({ properties }) => /Yarmouk/.test(properties?.['name_en'])))
    expect(measured('yarmouk-camp', study.asOf!).units!.find((row) => row.id === null)!.areaM2).toBeLessThan(1)
  })

  test('what ISIS held of it is claimed, by day and source, and drawn for no day', () => {
    expect(layerNamed(measured('yarmouk-camp', '2018-04-21'), 'control').layer).toBeNull()
    const shares = study.claimed.filter(({ party }) => party === 'ISIS').map(({ date, value, low }) => [date, value ?? low])
    expect(shares).toEqual([
      ['2015-04-04', 0.9],
      ['2015-04', 0.95],
      ['2016-04-15', 0.7],
      ['2018-01-14', 0.7],
      ['2018-02-16', 0.8],
      ['2018-04-21', 0.7],
    ])
  })
})

test('qaboun: on the day of the evacuation two reports give what the opposition held, and none draws it', () => {
  expect(layerNamed(measured('qaboun', '2017-05-14'), 'control').layer).toBeNull()
  const { claimed, gaps } = bundledStudy('qaboun')
  const held = claimed.filter(({ date, party }) => date === '2017-05-14' && party === 'Opposition')
  expect(held.map(({ measure, value }) => [measure, value])).toEqual([
    ['share', 0.2],
    ['areaM2', 1_000_000],
  ])
  expect(gaps.some(({ role, text }) => role === 'damage' && /demolitions/.test(text.en))).toBe(true)
})

test.each(['2014-08-29', '2018-03-23'])('jobar: the one source of %s names the place, so that how much the opposition held is not known, at most all of it', (day) => {
  const study = bundledStudy('jobar')
  const measurement = measured('jobar', day)
  const group = layerNamed(measurement, 'control').groups.find(({ party }) => party === 'Opposition')!
  expect([group.agreed.areaM2, Math.round(group.all.share * 100)]).toEqual([0, 100])
  for (const [language, words] of [['en', /is not known: at most 391\sha, or 100\s%, by one source alone/], ['ar', /غير معروف/]] as const) {
    expect(answerSentence(study, measurement, language)).toMatch(words)
  }
})

test('jobar: a share of which only the most is known is not compared as all of the plan', () => {
  const known = ['basilia-city', 'jobar'].map((id) => ({ study: bundledStudy(id), onDay: measured(id, bundledStudy(id).asOf!, { draws: 100 }), onAnnouncement: null, against: [] }))
  const held = compareStudies(known).findings.find(({ topic }) => topic === 'held')!
  expect(held.kind).toBe('undecided')
  expect(held.text.en).toMatch(/at most 100\s% \(how much is not known\)/)
})

test('jobar: its one reading of a day is of all of it, place names meant widely', () => {
  const measurement = measured('jobar', '2018-03-23')
  const steps = readings('jobar', layerNamed(measurement, 'control'), 'Opposition')
  expect(steps.map(({ sources }) => sources)).toEqual([['masdar-2018-03-23']])
  expect(steps[0]!.areaM2).toBeCloseTo(measurement.plan.areaM2, 0)
  const east = measurement.units!.find(({ id }) => id === 'N0025')!
  expect(hectares(layerNamed(measurement, 'damage'))['76–100 % of buildings damaged']).toBeCloseTo(east.areaM2 / 10_000, 3)
  expect(measurement.units!.find(({ id }) => id === null)!.areaM2).toBeLessThan(1)
})
