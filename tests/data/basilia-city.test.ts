import { describe, expect, test } from 'vitest'
import { answerOf, answerSentence } from '../../core/study/answer.ts'
import { sourceOf } from '../../core/study/sources.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured, unitHectares } from './bundled-study.ts'

const id = 'basilia-city'
const study = bundledStudy(id)
const collection = (layerId: string) => collectionOf(id, study.layers.find((layer) => layer.id === layerId)!).features
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
    const round = layerNamed(measured(id, day, collection('neighbourhoods')), 'control')
    expect(round.uncoveredM2).toBeLessThan(1)
    expect(round.multipleM2).toBeLessThan(1)
  })
})

test('on 21 April 2018 al-Asali is assessed, al-Qadam and Thalatheen claimed, the rest the government’s', () => {
  expect(study.asOf).toBe('2018-04-21')
  const measurement = measured(id, '2018-04-21')
  const control = hectares(layerNamed(measurement, 'control'))
  const inUnit = unitHectares(measurement)
  expect(control['ISIS, assessed']).toBeCloseTo(inUnit['N0097']!, 3)
  expect(control['ISIS, claimed']).toBeGreaterThan(inUnit['N0094']! + inUnit['N0095']! + inUnit['N0096']!)
  expect(control['Opposition']! + control["Hay'at Tahrir al-Sham"]!).toBeCloseTo(0, 6)
  const sumHa = Object.values(control).reduce((sum, ha) => sum + ha, 0)
  expect(sumHa).toBeCloseTo(measurement.plan.areaM2 / 10_000, 3)
})

test('the sentence gives what is assessed and what is claimed', () => {
  const measurement = measured(id, '2018-04-21')
  const answer = answerOf(study, measurement)!
  const control = hectares(layerNamed(measurement, 'control'))
  expect(answer.agreed.areaM2 / 1e4).toBeCloseTo(control['ISIS, assessed']!, 6)
  expect(answer.all.areaM2 / 1e4).toBeCloseTo(control['ISIS, assessed']! + control['ISIS, claimed']!, 6)
  expect(answerSentence(study, measurement, 'en').replaceAll('\u00a0', ' ')).toBe(
    'Of 900 ha, between 77 and 262 ha (9 to 29 %) were held by ISIS on 21 April 2018.',
  )
  expect(answerSentence(study, measurement, 'ar')).toContain('تنظيم الدولة')
})

test('nobody but the government holds ground of the plan after 21 May 2018', () => {
  const { Government, ...others } = hectares(layerNamed(measured(id, '2018-05-21'), 'control'))
  expect(Government).toBeCloseTo(measured(id, '2018-05-21').plan.areaM2 / 10_000, 3)
  expect(Object.values(others).every((ha) => ha === 0)).toBe(true)
})

test('ISIS holds about 70 % of Yarmouk Camp on 21 April 2018, as the report of that day says', () => {
  const camp = collection('neighbourhoods').filter(({ properties }) => /Yarmouk/.test(properties?.['name_en']))
  expect(camp.length).toBe(3)
  const { classes } = layerNamed(measured(id, '2018-04-21', camp), 'control')
  const held = classes.filter(({ areaM2 }) => areaM2 > 0)
  expect(held.map((entry) => entry.class)).toEqual(['ISIS, assessed', 'Government', "Hay'at Tahrir al-Sham"])
  expect(Math.abs(held[0]!.share - 0.7)).toBeLessThan(0.015)
  const datings = study.published.filter(({ measure, of }) => measure === 'share' && of?.en.startsWith('Yarmouk'))
  expect(datings.map(({ date }) => date)).toEqual(['2018-04-21', '2018-01-14'])
})

test('who holds which place on 21 April 2018 is what the report says', () => {
  const grounds = collection('control-2018-04-21').map(({ properties }) => [properties?.['name_en'], properties?.['class']])
  const holderOf = Object.fromEntries(grounds) as Record<string, string>
  expect(holderOf['Al-Hajar al-Aswad']).toBe('ISIS, assessed')
  expect(holderOf['Al-Rijeh, Yarmouk Camp']).toBe("Hay'at Tahrir al-Sham")
  expect(holderOf['Yalda, Babbila and Beit Sahem']).toBe('Opposition')
  expect(holderOf['Al-Slaikha, Tadamon']).toBe('Opposition')
})

test('the neighbourhoods cover the plan and do not overlap', () => {
  const measurement = measured(id, '2018-04-21')
  const { '': outsideHa, ...inUnit } = unitHectares(measurement)
  expect(outsideHa).toBeLessThan(0.0001)
  const sumHa = Object.values(inUnit).reduce((sum, ha) => sum + ha, 0)
  expect(sumHa).toBeCloseTo(measurement.plan.areaM2 / 10_000, 4)
})

test('shelling in the plan is al-Asali and al-Qadam, more if al-Qadam is meant widely', () => {
  const measurement = measured(id, '2018-04-21')
  const shelling = hectares(layerNamed(measurement, 'shelling'))
  const inUnit = unitHectares(measurement)
  expect(shelling['Reported shelled']).toBeCloseTo(inUnit['N0097']! + inUnit['N0094']!, 3)
  expect(shelling['Reported shelled, al-Qadam in the wide sense']).toBeCloseTo(inUnit['N0095']! + inUnit['N0096']!, 3)
})

test('no shelling is drawn on the day of the announcement, before the reports of April 2018', () => {
  expect(layerNamed(measured(id, '2018-03-26'), 'shelling').layer).toBeNull()
})

test('no damage is drawn in the plan, and the study says so instead', () => {
  const measurement = measured(id, '2018-04-21')
  expect(layerNamed(measurement, 'damage').uncoveredM2).toBeCloseTo(measurement.plan.areaM2, 1)
  expect(study.gaps.some(({ role, text }) => role === 'damage' && /not covered/.test(text.en))).toBe(true)
  const denied = study.claims.filter(({ text }) => /not yet suffered destruction/.test(text.en))
  expect(denied.map(({ source }) => sourceOf(study.sources, source)?.date)).toEqual(['2018-04-21'])
})

test('the days of the story are there', () => {
  const kinds = new Map(study.events.map(({ date, kind }) => [date, kind]))
  expect(kinds.get('2018-03-26')).toBe('announcement')
  expect(kinds.get('2018-04-02')).toBe('law')
  expect(kinds.get('2018-04-19')).toBe('offensive')
  expect(kinds.get('2018-05-21')).toBe('taken')
  expect(study.events[0]).toMatchObject({ date: '2012-09-18', kind: 'law' })
})
