import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { drawSeries } from '../../../core/sheet/sheet.ts'
import type { SheetInput } from '../../../core/sheet/sheet-input.ts'
import { unitSheets } from '../../../core/sheet/unit-sheets.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { exampleFeatures, exampleInput, exampleStudy, layoutOf, polygons, rectangle } from './example-study.ts'

function drawn(inputs: readonly SheetInput[], isOneScale = true): readonly string[] {
  const sheets = drawSeries(inputs, isOneScale)
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.problem))
  for (const svg of sheets.value) {
    expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow()
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size, 'ids that stand twice').toBe(ids.length)
    const used = [...svg.matchAll(/(?:url\(|href=")#([^)"]+)/g)].map(([, id]) => id!)
    expect(used.filter((id) => !ids.includes(id))).toEqual([])
  }
  return sheets.value
}

const wordsOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
const scalesOf = (svg: string): string[] => [...wordsOf(svg).matchAll(/1:([\d,]+)/g)].map(([, scale]) => scale!)

/** The example measured, with the plan so many times as wide. */
function scene(id: string, times: number, at = '2018-04-21') {
  const study = exampleStudy({ id, title: { en: `Study ${id}` } })
  const features = new Map([
    ...exampleFeatures(),
    ['plan', polygons([{ rings: [rectangle(-16 * times, -13, 16 * times, 13)] }])],
  ])
  const measurement = measureStudy(study, features, { at })
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, features, measurement: measurement.value, caption: `Map ${id} ${at}` }
}

test('several maps on a sheet have one scale, one legend, a caption and an answer each', () => {
  const scenes = [scene('a', 1), scene('b', 2), scene('c', 1)]
  for (const language of ['en', 'ar'] as const) {
    for (const page of [{ paper: 'a4' }, { paper: 'a3', orientation: 'portrait' }, { widthMm: 180, heightMm: 160 }]) {
      const [svg] = drawn([
        {
          ...exampleInput({ language, layout: layoutOf({ page, show: { answer: true } }) }),
          ...scenes[0]!,
          beside: scenes.slice(1),
        },
      ])
      const words = wordsOf(svg!)
      for (const { caption } of scenes) expect(words).toContain(caption)
      expect(scalesOf(svg!)).toHaveLength(1)
      expect([...svg!.matchAll(/<g id="(?:m\d-)?map" /g)]).toHaveLength(3)
      expect([...svg!.matchAll(/<g id="legend">/g)]).toHaveLength(1)
      if (language === 'en') expect([...words.matchAll(/were held by ISIS/g)]).toHaveLength(3)
      if (language === 'en') expect([...words.matchAll(/ISIS \(some sources\)/g)]).toHaveLength(1)
    }
  }
})

test('before and after stand side by side with their areas', () => {
  const [before, after] = [scene('a', 1), scene('a', 1, '2018-05-21')]
  const features = new Map([
    ...after.features,
    ['control', polygons([{ rings: [rectangle(-40, -40, 40, 40)], properties: { held: 'Government' } }])],
  ])
  const measured = measureStudy(after.study, features, { at: '2018-05-21' })
  if (!measured.ok) throw new Error(measured.problem.code)
  const [svg] = drawn([{ ...exampleInput(), ...before, beside: [{ ...after, features, measurement: measured.value }] }])
  const words = wordsOf(svg!)
  const ha = (areaM2: number): string => (areaM2 / 1e4).toFixed(1)
  const government = [before.measurement, measured.value].map(({ layers }) =>
    ha(layers[0]!.classes.find((own) => own.class === 'Government')!.areaM2),
  )
  expect(words).toMatch(/1 · Map a 2018-04-21 .*2 · Map a 2018-05-21/)
  expect(words).toContain(`Government ${government.join(' ')}`)
  expect(words).toContain('as of 21 April 2018 and 21 May 2018')
})

test('each study on a sheet has its own sources, method and area, whichever is the first', () => {
  const measured = scene('a', 1)
  const [source] = measured.study.sources
  const named = {
    ...measured.study,
    title: { en: 'Measured', ar: 'مقيس' },
    sources: [{ ...source!, publisher: { en: 'Agency of the measured' } }],
  }
  const reported = exampleStudy({
    id: 'told',
    title: { en: 'Told', ar: 'مروي' },
    plan: { layer: null, name: { en: 'Untold plan', ar: 'مخطط' }, place: [36.28, 33.48] },
    layers: [],
    sources: [{ ...source!, publisher: { en: 'Paper of the told' } }],
    claimed: [{ id: 'half', measure: 'share', of: 'plan', date: '2018-04', value: 0.5, source: source!.id }],
  })
  const answer = measureStudy(reported, new Map())
  if (!answer.ok) throw new Error(answer.problem.code)
  const scenes = [
    { ...measured, study: named },
    { study: reported, features: new Map(), measurement: answer.value, caption: 'Map told' },
  ]
  for (const [first, other] of [
    [scenes[0]!, scenes[1]!],
    [scenes[1]!, scenes[0]!],
  ] as const) {
    const svg = drawn([{ ...exampleInput(), ...first, beside: [other] }]).join(' ')
    const words = wordsOf(svg)
    expect(words).toContain('no outline is known of Untold plan')
    expect(words).not.toMatch(/What is published and claimed of the plan|no source stated/)
    expect(words).toMatch(/Measured: Agency of the measured, 22 April 2018\./)
    expect(words).toMatch(/Told: Paper of the told, 22 April 2018\./)
    expect(words).toContain('Which layer comes from which source, with titles and addresses, stands in the report.')
    expect(words).toMatch(/Told No outline of the plan is known: no area/)
    expect(words).toMatch(/Measured Areas on the WGS 84 ellipsoid/)
    expect(words).toMatch(/Measured: Plan as measured/)
    expect(words).toMatch(/Told: Area as published, not measured: 900 ha/)
    expect(words).toMatch(/Told: 1 figure that sources claim stands in the report/)
    for (const kind of ['Boundary of the plan', 'where the plan lies']) expect(words).toContain(kind)
  }
})

test('the sheet of two days names the sources of either, and no figure finer than its interval lets it be', () => {
  const study = exampleStudy({
    sources: ['before', 'after', 'enab-baladi'].map((id) => ({ id, title: { en: id } })),
    layers: exampleStudy().layers.flatMap((layer): Record<string, unknown>[] =>
      layer.id !== 'control'
        ? [{ ...layer, accuracyM: 100 }]
        : [
            { id: 'before', date: '2018-04-01' },
            { id: 'after', date: '2018-04-21' },
          ].map(({ id, date }) => ({
            ...layer,
            id,
            date,
            classes: layer.classes.map((own) => ({ ...own, confidence: 'some-sources', sources: [id] })),
          })),
    ),
  })
  const control = exampleFeatures().get('control')!
  const features = new Map([...exampleFeatures(), ['before', control], ['after', control]])
  const [first, other] = ['2018-04-01', '2018-04-21'].map((at) => {
    const measurement = measureStudy(study, features, { at, draws: 100 })
    if (!measurement.ok) throw new Error(measurement.problem.code)
    return { study, features, measurement: measurement.value, caption: at }
  })
  const words = wordsOf(drawn([{ ...exampleInput(), ...first!, beside: [other!] }]).join(' '))
  expect(words).toMatch(/before\./)
  expect(words).toMatch(/after\./)
  const { areaM2 } = first!.measurement.layers[0]!.classes[0]!
  expect(words).not.toContain((areaM2 / 1e4).toFixed(1))
  expect(words).toMatch(/95 %: \d+–\d+; \d+–\d+/)
})

test('of a plan without an outline nothing is drawn that would be measured', () => {
  const { layers, plan } = exampleStudy()
  const study = exampleStudy({
    plan: { ...plan, layer: null, place: [36.28, 33.48] },
    layers: layers.filter(({ role }) => role !== 'plan'),
  })
  const measurement = measureStudy(study, exampleFeatures())
  if (!measurement.ok) throw new Error(measurement.problem.code)
  expect(measurement.value.notes.map(({ code, layer }) => [code, layer])).toEqual([
    ['plan-without-outline', undefined],
    ['layer-without-outline', 'control'],
    ['layer-without-outline', 'shelling'],
  ])
  const [svg] = drawn([{ ...exampleInput(), study, measurement: measurement.value }])
  expect(wordsOf(svg!)).not.toMatch(/Control|Reported shelled/)
  expect(wordsOf(svg!)).toContain('Neighbourhoods')
})

test('a series has a sheet for each, numbered together, at one scale where that is wanted', () => {
  const inputs = [scene('a', 1), scene('b', 3)].map((own) => ({ ...exampleInput(), ...own }))
  const even = drawn(inputs)
  expect(even).toHaveLength(2)
  expect(wordsOf(even[1]!)).toContain('Sheet 2 of 2')
  expect(new Set(even.flatMap(scalesOf)).size).toBe(1)
  expect(new Set(drawn(inputs, false).flatMap(scalesOf)).size).toBe(2)
})

test('a sheet for each unit tells the ground of the unit, and the units together that of the plan', () => {
  const { study, features, measurement } = scene('a', 1)
  const units = unitSheets({ ...exampleInput(), study, features, measurement })
  expect(units.map(({ unit }) => unit!.name)).toEqual(['Al Lawan', 'Qadam Sharqi'])
  const sheets = drawn(units, false)
  expect(wordsOf(sheets[1]!)).toMatch(/Study a · Qadam Sharqi.*of sector/)
  expect(sheets[1]).toContain('<g id="unit">')
  measurement.layers.forEach((layer, i) => {
    layer.classes.forEach((known, j) => {
      const sum = units.reduce((total, own) => total + own.measurement.layers[i]!.classes[j]!.areaM2, 0)
      expect(sum).toBeCloseTo(known.areaM2, 3)
    })
    expect(units.reduce((total, own) => total + own.measurement.layers[i]!.uncoveredM2, 0)).toBeCloseTo(
      layer.uncoveredM2,
      3,
    )
  })
  expect(
    unitSheets({
      ...exampleInput(),
      study: { ...study, layers: study.layers.filter(({ role }) => role !== 'units') },
      features,
      measurement,
    }),
  ).toEqual([])
})
