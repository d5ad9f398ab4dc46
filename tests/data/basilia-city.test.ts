import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../core/answer/answer.ts'
import { confidenceExplained } from '../../core/answer/confidence-explained.ts'
import { bundledStudy, collectionOf, hectares, layerNamed, measured, partyHectares, readings, unitHectares } from './bundled-study.ts'

const id = 'basilia-city'
const study = bundledStudy(id)
const layerOf = (layerId: string) => study.layers.find((layer) => layer.id === layerId)!
const groundOf = (layerId: string) => collectionOf(id, layerOf(layerId)).features.map(({ properties }) => properties ?? {})
const claimedOn = (day: string) => study.claimed.filter(({ date }) => date === day)

test('the plan is drawn to the published 900 ha, and about 880 and 954 ha stand beside it', () => {
  expect(Math.abs(measured(id, '2018-04-21').plan.areaM2 / 9_000_000 - 1)).toBeLessThan(0.01)
  expect(layerOf('plan').drawnTo).toEqual(['area-2018-03-26'])
  expect(study.published.filter(({ of }) => of === undefined).map(({ value }) => value)).toEqual([9_000_000, 8_800_000, 9_540_000])
})

test('most of the outline follows named streets and limits, and the remark says which part is ours', () => {
  expect(layerOf('plan').remark?.en).toMatch(/Southern Bypass.*Thalatheen Street.*the western end, 1\.8 km, is ours/)
})

/** Hectares by OCHA's own outlines: the floor that all sides name, and all of al-Qadam in the wide sense. */
const [floorHa, ceilingHa] = [77.7, 344.2]

const readingsOn = [
  { day: '2018-03-16', ochaHa: [77.7], counts: [2] },
  // Two issues of al-Naba are one voice. "Blocks" east of the road and al-Qadam's quarters are only meant in a wide sense: the floor stays al-Asali.
  { day: '2018-03-26', ochaHa: [77.7, 344.2], counts: [4, 2] },
  { day: '2018-04-21', ochaHa: [77.7, 185.8, 344.2], counts: [4, 3, 2] },
]

describe.each(readingsOn)('what ISIS held on $day', ({ day, ochaHa, counts }) => {
  const control = layerNamed(measured(id, day, { draws: 400 }), 'control')

  test('is read from the floor that all sources name to the ceiling that some name, as OCHA’s own outlines measure', () => {
    const steps = readings(id, control, 'ISIS')
    expect(steps.length).toBe(ochaHa.length)
    steps.forEach(({ areaM2 }, step) => expect(Math.abs(areaM2 / 1e4 / ochaHa[step]! - 1)).toBeLessThan(0.03))
    const { agreed, all } = control.groups.find(({ party }) => party === 'ISIS')!
    expect([agreed.areaM2, all.areaM2]).toEqual([steps[0]!.areaM2, steps.at(-1)!.areaM2].map((areaM2) => expect.closeTo(areaM2, 3)))
    for (const [ground, ha] of [[agreed, ochaHa[0]!], [all, ochaHa.at(-1)!]] as const) {
      expect(ground.low! / 1e4).toBeLessThan(ha)
      expect(ground.high! / 1e4).toBeGreaterThan(ha)
    }
  })

  test('each reading contains the one before, and names the sources that carry it', () => {
    const steps = readings(id, control, 'ISIS')
    steps.forEach(({ areaM2, sources }, step) => {
      expect(sources.length).toBe(counts[step])
      if (step === 0) return
      expect(areaM2).toBeGreaterThan(steps[step - 1]!.areaM2)
      expect(steps[step - 1]!.sources).toEqual(expect.arrayContaining([...sources]))
    })
  })

  test('is never taken from ground that no report names', () => {
    const named = ['Al Asali', 'Al Mustafa', 'Al Qadam', 'Jouret al-Shreibati', 'Qadam Sharqi']
    for (const { name_en } of groundOf(`control-${day}`)) expect(named).toContain(name_en)
    expect(control.uncoveredM2 / 1e4).toBeCloseTo(measured(id, day).plan.areaM2 / 1e4 - partyHectares(control, 'ISIS'), 3)
    expect(partyHectares(control, 'Government')).toBe(0)
  })
})

test.each(['2018-03-26', '2018-04-21'])('on %s three of four reports name al-Asali, and the fourth counts in the wide sense, as remark and note say', (day) => {
  const [asali] = groundOf(`control-${day}`)
  expect(asali!['sources'].split(';').length).toBe(4)
  for (const text of [layerOf(`control-${day}`).remark!.en, String(asali!['note_en'])]) {
    expect(text).toMatch(/[Tt]hree of the four reports name/)
    expect(text).not.toMatch(/[Aa]ll four/)
  }
  expect(asali!['note_en']).toMatch(/al-Asali is a part: counted here in the wide sense/)
})

test.each(['2018-03-26', '2018-04-21'])('the most that ISIS held on %s takes al-Qadam widely, and the sentence says so', (day) => {
  const measurement = measured(id, day)
  expect(layerNamed(measurement, 'control').bySources!.at(-1)).toMatchObject({ party: 'ISIS', widely: true })
  expect(answerSentence(study, measurement, 'en')).toMatch(/by any, with place names meant widely/)
  expect(answerSentence(study, measurement, 'ar')).toContain('بالمعنى الواسع لأسماء الأماكن')
})

test('one rule for al-Qadam: a report that names none of its quarters counts for them only in the wide sense', () => {
  for (const { role, id: layerId, remark } of study.layers) {
    if ((role === 'shelling' || role === 'damage' || role === 'control') && !/2018-03-16|2018-04-28/.test(layerId)) {
      expect(remark?.en).toMatch(/names al-Qadam and none of its quarters counts .* only if the name is meant widely/)
    }
  }
  for (const layerId of ['shelling-2018-04-21', 'shelling-2018-04-25', 'damage-2018-04-24']) {
    const asali = groundOf(layerId).find(({ name_en }) => name_en === 'Al Asali')!
    expect(/names al-Asali by itself/.test(asali['note_en'])).toBe(!/wide sense/.test(asali['class']))
  }
})

test('no name stands on the map as a place and as a neighbourhood', () => {
  const names = (layerId: string) => groundOf(layerId).map(({ name_en }) => String(name_en))
  expect(names('places').filter((name) => names('neighbourhoods').includes(name))).toEqual([])
})

test('the sources of the floor stand on three sides', () => {
  const sides = groundOf('control-2018-03-26')[0]!['sources'].split(';').map((source: string) => study.sources.find((each) => each.id === source)?.side)
  expect(new Set(sides)).toEqual(new Set(['ISIS', 'government', 'opposition']))
})

test('before 16 March nothing is drawn, and after 28 April ISIS holds nothing of the plan', () => {
  expect(layerNamed(measured(id, '2018-03-12'), 'control').layer).toBeNull()
  const after = layerNamed(measured(id, '2018-04-28'), 'control')
  expect(partyHectares(after, 'ISIS')).toBe(0)
  expect(Math.abs(partyHectares(after, 'Government') / ceilingHa - 1)).toBeLessThan(0.025)
  expect(after.uncoveredM2 / 1e4).toBeGreaterThan(500)
})

test('the study says that nobody reports who held the rest, and that Dahadil and Sayyidah Aisha are named by none', () => {
  expect(study.gaps.some(({ role, text }) => role === 'control' && /al-Lawan, Kafr Sousa, Dahadil and Nahr Aisha no report/.test(text.en))).toBe(true)
  for (const day of ['2018-03-26', '2018-04-21']) expect(layerOf(`control-${day}`).remark?.en).toMatch(/Dahadil and Sayyidah Aisha.*no report names them/)
})

test('shares that sources give without a line are claimed, and 70 % of Yarmouk is said to be of April 2016', () => {
  const yarmouk = study.claimed.filter(({ of }) => of.startsWith('place:Yarmouk Camp'))
  expect(yarmouk.map(({ date, value, low }) => [date, value ?? low])).toEqual([
    ['2016-04-15', 0.7],
    ['2018-01-14', 0.7],
    ['2018-02-16', 0.8],
    ['2018-04-21', 0.7],
  ])
  expect(claimedOn('2018-04-21')[0]?.text?.en).toMatch(/figure of April 2016/)
  expect(claimedOn('2018-03-22').map(({ value }) => value)).toEqual([0.9])
})

test('the neighbourhoods cover the plan and do not overlap', () => {
  const measurement = measured(id, '2018-04-21')
  const { '': outsideHa, ...inUnit } = unitHectares(measurement)
  expect(outsideHa).toBeLessThan(0.0001)
  const sumHa = Object.values(inUnit).reduce((sum, ha) => sum + ha, 0)
  expect(sumHa).toBeCloseTo(measurement.plan.areaM2 / 10_000, 4)
  expect(Math.abs(inUnit['N0097']! / floorHa - 1)).toBeLessThan(0.025)
})

test('shelling in the plan is al-Asali and al-Qadam, more if al-Qadam is meant widely', () => {
  const measurement = measured(id, '2018-04-21')
  const shelling = hectares(layerNamed(measurement, 'shelling'))
  const inUnit = unitHectares(measurement)
  const [named, wide] = [false, true].map((isWide) =>
    Object.entries(shelling).reduce((sum, [name, ha]) => (name.includes('wide sense') === isWide ? sum + ha : sum), 0),
  )
  expect(named).toBeCloseTo(inUnit['N0097']! + inUnit['N0094']!, 3)
  expect(wide).toBeCloseTo(inUnit['N0095']! + inUnit['N0096']!, 3)
})

test('no shelling is drawn on the day of the announcement, before the reports of April 2018', () => {
  expect(layerNamed(measured(id, '2018-03-26'), 'shelling').layer).toBeNull()
})

test('devastated buildings in al-Qadam are drawn from 24 April on, three days after another report saw none', () => {
  expect(layerNamed(measured(id, '2018-04-21'), 'damage').layer).toBeNull()
  const measurement = measured(id, '2018-04-24')
  const damage = hectares(layerNamed(measurement, 'damage'))
  expect(damage['Devastated buildings reported']).toBeCloseTo(unitHectares(measurement)['N0094']!, 3)
  const denied = study.claims.filter(({ text }) => /not yet suffered destruction/.test(text.en))
  expect(denied.map(({ date }) => date)).toEqual(['2018-04-21'])
})

test('it tells what the article of 21 April 2018 tells', () => {
  const reported = [...study.claims.map(({ text }) => text.en), ...study.events.map(({ title }) => title.en)].join('\n')
  for (const words of [/Syriac for “paradise”/, /headquarters in al-Hajar al-Aswad/, /al-Slaikha/, /al-Rijeh/, /ultimatum/, /Cease-fire.*denied/]) expect(reported).toMatch(words)
  expect(study.published.find(({ value }) => value === 4_000)?.of?.en).toMatch(/properties/)
})

test('the days of the story are there, and Darayya is the first precedent', () => {
  const kinds = new Map(study.events.map(({ date, kind }) => [date, kind]))
  expect(kinds.get('2018-03-26')).toBe('announcement')
  expect(kinds.get('2018-04-02')).toBe('law')
  expect(kinds.get('2018-04-19')).toBe('offensive')
  // What happened outside the plan is no taking of its ground.
  expect(study.events.filter(({ kind }) => kind === 'taken').map(({ date }) => date)).toEqual(['2018-04-27', '2018-04-28'])
  expect(study.events[0]).toMatchObject({ date: '2012-09-18', kind: 'law' })
  expect(study.precedents?.[0]).toBe('darayya')
})

test.each([
  ['2018-03-26', 'naba-124', 'Al-Naba, quoted by Enab Baladi (ISIS), 22 March 2018', 'all 3 sources'],
  [
    '2018-04-21',
    'meir-amit-2018-04-22',
    'Meir Amit Intelligence and Terrorism Information Center (independent), 22 April 2018',
    'all 4 sources, one of them only in a wider sense',
  ],
])('al-Asali is by all sources on %s, one of them only in a wider sense, and everything says which', (day, source, name, label) => {
  const measurement = measured(id, day)
  const control = layerNamed(measurement, 'control')
  const [floor] = control.bySources!
  expect([floor!.label.en, floor!.widelyBy]).toEqual([label, [source]])
  const isis = control.classes.find((own) => own.class === 'ISIS')!
  expect([isis.confidence, isis.widelyBy, isis.areaM2]).toEqual(['agreed', [source], floor!.areaM2])
  for (const reported of ['sentence', 'layers'] as const) {
    expect(confidenceExplained(study, measurement, reported, 'en')).toContain(
      `only in a wider sense, naming a larger place that it is part of: ${name}.`,
    )
    expect(confidenceExplained(study, measurement, reported, 'ar')).toContain('بالمعنى الواسع فقط')
  }
})
