import { describe, expect, test } from 'vitest'
import { answerOf, answerSentence } from '../../core/study/answer.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured } from './bundled-study.ts'

const id = 'basilia-city'
const study = bundledStudy(id)
const layerOf = (layerId: string) => study.layers.find((layer) => layer.id === layerId)!
const days = ['2018-03-26', '2018-04-21', '2018-05-21']

test('the plan measures the published 900 ha within one per cent, and 954 ha stands beside it', () => {
  expect(Math.abs(measured(id, '2018-04-21').plan.areaM2 / 9_000_000 - 1)).toBeLessThan(0.01)
  expect(study.published.filter(({ of }) => of === undefined).map(({ value }) => value)).toEqual([9_000_000, 9_540_000])
})

describe.each(days)('control on %s', (day) => {
  const control = layerNamed(measured(id, day), 'control')

  test('covers the whole plan, and no ground twice', () => {
    expect(control.uncoveredM2).toBeLessThan(1)
    expect(control.multipleM2).toBeLessThan(1)
  })

  test('covers every neighbourhood round the plan as well, and no ground twice', () => {
    const round = layerNamed(measured(id, day, {}, collectionOf(id, layerOf('neighbourhoods')).features), 'control')
    expect(round.uncoveredM2).toBeLessThan(1)
    expect(round.multipleM2).toBeLessThan(1)
  })
})

test('the study speaks of 21 April 2018: al-Asali assessed, al-Qadam and Thalatheen claimed, the rest the government’s', () => {
  expect(study.asOf).toBe('2018-04-21')
  const control = hectares(layerNamed(measured(id, '2018-04-21'), 'control'))
  const unitsHa = Object.fromEntries(measured(id, '2018-04-21').units!.map((row) => [row.id, row.areaM2 / 10_000]))
  expect(control['ISIS, assessed']).toBeCloseTo(unitsHa['N0097'], 3)
  expect(control['ISIS, claimed']).toBeGreaterThan(unitsHa['N0094']! + unitsHa['N0095']! + unitsHa['N0096']!)
  expect(control['Opposition']! + control["Hay'at Tahrir al-Sham"]!).toBeCloseTo(0, 6)
  expect(Object.values(control).reduce((sum, ha) => sum + ha, 0)).toBeCloseTo(measured(id, '2018-04-21').plan.areaM2 / 1e4, 3)
})

test('the sentence gives what is assessed and what is claimed', () => {
  const measurement = measured(id, '2018-04-21')
  const answer = answerOf(study, measurement)!
  const control = hectares(layerNamed(measurement, 'control'))
  expect(answer.lowM2 / 1e4).toBeCloseTo(control['ISIS, assessed']!, 6)
  expect(answer.highM2 / 1e4).toBeCloseTo(control['ISIS, assessed']! + control['ISIS, claimed']!, 6)
  expect(answerSentence(study, measurement, 'en')).toMatch(/^Of 900\sha, between 77 and \d+\sha \(9 to \d+\s%\) were held by ISIS on 21\sApril\s2018\.$/)
  expect(answerSentence(study, measurement, 'ar')).toContain('تنظيم الدولة')
})

test('nobody but the government holds ground of the plan after 21 May 2018', () => {
  const { Government, ...others } = hectares(layerNamed(measured(id, '2018-05-21'), 'control'))
  expect(Government).toBeCloseTo(measured(id, '2018-05-21').plan.areaM2 / 10_000, 3)
  expect(Object.values(others).every((ha) => ha === 0)).toBe(true)
})

test('ISIS holds about 70 % of Yarmouk Camp on 21 April 2018, as the report of that day says', () => {
  const camp = collectionOf(id, layerOf('neighbourhoods')).features.filter(({ properties }) => /Yarmouk/.test(properties?.['name_en']))
  expect(camp.length).toBe(3)
  const control = layerNamed(measured(id, '2018-04-21', {}, camp), 'control')
  const share = control.classes.find((entry) => entry.class === 'ISIS, assessed')!.share
  expect(Math.abs(share - 0.7)).toBeLessThan(0.015)
  const others = control.classes.filter((entry) => entry.class !== 'ISIS, assessed' && entry.areaM2 > 0).map((entry) => entry.class)
  expect(others).toEqual(['Government', "Hay'at Tahrir al-Sham"])
  const datings = study.published.filter(({ measure, of }) => measure === 'share' && of?.en.startsWith('Yarmouk'))
  expect(datings.map(({ date }) => date)).toEqual(['2018-04-21', '2018-01-14'])
})

test('who holds which place on 21 April 2018 is what the report says', () => {
  const holderOf = new Map(collectionOf(id, layerOf('control-2018-04-21')).features.map(({ properties }) => [properties?.['name_en'], properties?.['class']]))
  expect(holderOf.get('Al-Hajar al-Aswad')).toBe('ISIS, assessed')
  expect(holderOf.get('Al-Rijeh, Yarmouk Camp')).toBe("Hay'at Tahrir al-Sham")
  expect(holderOf.get('Yalda, Babbila and Beit Sahem')).toBe('Opposition')
  expect(holderOf.get('Al-Slaikha, Tadamon')).toBe('Opposition')
})

test('the neighbourhoods cover the plan and do not overlap', () => {
  const { units, plan } = measured(id, '2018-04-21')
  const outside = units!.find((row) => row.id === null)
  expect(outside?.areaM2).toBeLessThan(1)
  expect(units!.reduce((sum, row) => sum + row.areaM2, 0)).toBeCloseTo(plan.areaM2, 1)
})

test('shelling in the plan is al-Asali and al-Qadam, more if al-Qadam is meant widely; none is drawn before April 2018', () => {
  const shelling = hectares(layerNamed(measured(id, '2018-04-21'), 'shelling'))
  const unitsHa = Object.fromEntries(measured(id, '2018-04-21').units!.map((row) => [row.id, row.areaM2 / 10_000]))
  expect(shelling['Reported shelled']).toBeCloseTo(unitsHa['N0097']! + unitsHa['N0094']!, 3)
  expect(shelling['Reported shelled, al-Qadam in the wide sense']).toBeCloseTo(unitsHa['N0095']! + unitsHa['N0096']!, 3)
  expect(layerNamed(measured(id, '2018-03-26'), 'shelling').layer).toBeNull()
})

test('no damage is drawn in the plan, and the study says so instead', () => {
  const damage = layerNamed(measured(id, '2018-04-21'), 'damage')
  expect(damage.uncoveredM2).toBeCloseTo(measured(id, '2018-04-21').plan.areaM2, 1)
  expect(study.gaps.some(({ role, text }) => role === 'damage' && /not covered/.test(text.en))).toBe(true)
  expect(study.claims.some(({ text, source }) => /not yet suffered destruction/.test(text.en) && source.date === '2018-04-21')).toBe(true)
})

test('the days of the story are there', () => {
  const kinds = new Map(study.events.map(({ date, kind }) => [date, kind]))
  expect(kinds.get('2018-03-26')).toBe('announcement')
  expect(kinds.get('2018-04-02')).toBe('law')
  expect(kinds.get('2018-04-19')).toBe('offensive')
  expect(kinds.get('2018-05-21')).toBe('recapture')
  expect(study.events[0]).toMatchObject({ date: '2012-09-18', kind: 'law' })
})
