import { assert, array, constantFrom, property, record, subarray, integer } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { sourcedClasses } from '../../../core/classify/sourced-classes.ts'
import { buildLayer } from '../../../core/layers/build-layer.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const sources = ['a', 'b', 'c'].map((id) => ({
  id,
  title: { en: `Report ${id}` },
  publisher: { en: `Agency ${id.toUpperCase()}` },
}))
const plan = made([zone({}, box(0, 0, 12, 10))], { id: 'plan', role: 'plan', accuracyM: 20 })

type Strip = { readonly side: string; readonly by: readonly string[]; readonly width: number }

/** Strips from west to east, each a feature of its side that names its sources. */
function studyOfStrips(strips: readonly Strip[], layer: Partial<Layer> = {}, study: Partial<Study> = {}) {
  let x = 0
  const zones = strips.map(({ side, by, width }) => {
    const own = zone({ side, by: by.join('; ') }, box(x, 0, width, 10))
    x += width
    return own
  })
  const drawn = made(zones, { id: 'control', role: 'control', date: '2018-04-21', accuracyM: 20, ...layer })
  const resolved = buildLayer(
    {
      name: 'control',
      features: drawn.features,
      evenOdd: 'polygon',
      crs: drawn.layer.crs,
      encoding: null,
      offers: [],
      notes: [],
    },
    { role: 'control', classField: 'side', sourcesField: 'by', date: '2018-04-21', accuracyM: 20 },
    '0'.repeat(64),
    sources,
  )
  if (!resolved.ok) throw new Error(resolved.problem.code)
  const { source: _source, ...rest } = resolved.value
  const control = { layer: { ...rest, id: 'control', file: 'layers/control.geojson' }, features: drawn.features }
  return studyOf([plan, control], {
    asOf: '2018-04-21',
    sources,
    headline: { layer: 'control', party: 'ISIS' },
    ...study,
  })
}

function measured({ study, features }: ReturnType<typeof studyOfStrips>, draws = 0): Measurement {
  const outcome = measureStudy(study, features, { draws, seed: 7 })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const classesOf = ({ study }: ReturnType<typeof studyOfStrips>) =>
  study.layers[1]!.classes.map(({ class: name, party, confidence, sources: by }) => [
    name,
    party ?? null,
    confidence,
    by?.join(),
  ])

describe('who says so', () => {
  test('splits a class by the sources of its features, with one party, and says how many say so', () => {
    const made = studyOfStrips([
      { side: 'ISIS', by: ['a', 'b'], width: 2 },
      { side: 'ISIS', by: ['b'], width: 3 },
      { side: 'Government', by: [], width: 7 },
    ])
    expect(classesOf(made)).toEqual([
      ['Government', null, 'inferred', ''],
      ['ISIS', 'ISIS', 'agreed', 'a,b'],
      ['ISIS, some sources', 'ISIS', 'some-sources', 'b'],
    ])
    const { layers } = measured(made)
    const [control] = layers
    expect(control!.bySources!.map(({ sources: by, share }) => [by.join(), share])).toEqual([
      ['a,b', expect.closeTo(2 / 12, 4)],
      ['b', expect.closeTo(5 / 12, 4)],
    ])
    expect(control!.groups.map(({ party }) => party)).toEqual([null, 'ISIS'])
    expect(answerSentence(made.study, measured(made), 'en').replaceAll('\u00a0', ' ')).toMatch(
      /^Of 124 ha, 21 ha by all sources, up to 52 ha by some, or 17 to 42 %, were held by ISIS on 21 April 2018\.$/,
    )
    expect(answerSentence(made.study, measured(made), 'ar')).toContain('بحسب كل المصادر')
  })

  test('names several sets of some sources by their publishers', () => {
    const made = studyOfStrips([
      { side: 'ISIS', by: ['a'], width: 2 },
      { side: 'ISIS', by: ['b'], width: 3 },
      { side: 'ISIS', by: [], width: 1 },
    ])
    expect(made.study.layers[1]!.classes.map(({ label }) => label.en)).toEqual([
      'ISIS: Agency A',
      'ISIS: Agency B',
      'ISIS, inferred',
    ])
    expect(measured(made).layers[0]!.bySources!.map(({ areaM2 }) => Math.round(areaM2 / 1e4))).toEqual([0, 52])
    expect(answerSentence(made.study, measured(made), 'en')).toContain('none by all sources, up to')
  })

  test('one source alone is said to be one, and its ground is one reading', () => {
    const made = studyOfStrips([{ side: 'ISIS', by: ['a'], width: 4 }])
    expect(classesOf(made)).toEqual([['ISIS', null, 'some-sources', 'a']])
    expect(answerSentence(made.study, measured(made), 'en')).toContain('as one source alone says')
    expect(measured(made).layers[0]!.bySources).toMatchObject([
      { sources: ['a'], share: expect.closeTo(1 / 3, 4), label: { en: 'the one source' } },
    ])
  })

  test('says whether the same sources name all of a reading, or any of so many', () => {
    const nested = studyOfStrips([
      { side: 'ISIS', by: ['a', 'b', 'c'], width: 2 },
      { side: 'ISIS', by: ['a', 'b'], width: 2 },
      { side: 'ISIS', by: ['a'], width: 2 },
    ])
    expect(measured(nested).layers[0]!.bySources!.map(({ sources: by, label }) => [by.join(), label.en])).toEqual([
      ['a,b,c', 'all 3 sources'],
      ['a,b', '2 of 3 sources, the same for all of it'],
      ['a', '1 of 3 sources, the same for all of it'],
    ])
    const mixed = studyOfStrips([
      { side: 'ISIS', by: ['a', 'b'], width: 2 },
      { side: 'ISIS', by: ['b', 'c'], width: 2 },
      { side: 'ISIS', by: ['c'], width: 2 },
    ])
    expect(measured(mixed).layers[0]!.bySources!.map(({ sources: by, label }) => [by.join(), label.en])).toEqual([
      ['a,b,c', 'all 3 sources'],
      ['a,b,c', 'any 2 of 3 sources, not the same everywhere'],
      ['a,b,c', 'any of 3 sources'],
    ])
  })

  test('where every layer is inferred, nobody is said to hold anything', () => {
    const made = studyOfStrips(
      [{ side: 'Government', by: [], width: 12 }],
      {},
      { headline: { layer: 'control', party: 'Government' } },
    )
    expect(measured(made).layers[0]!.groups).toEqual([
      { party: null, agreed: { areaM2: 0, share: 0 }, all: { areaM2: 0, share: 0 } },
    ])
    for (const headline of [made.study.headline, undefined]) {
      const { headline: _headline, ...rest } = made.study
      const study: Study = headline ? { ...rest, headline } : rest
      expect(answerSentence(study, measured(made), 'en')).toMatch(/no source names anybody/)
    }
  })

  test('refuses a feature that names a source which is not there, by its number', () => {
    const { study, features } = studyOfStrips([
      { side: 'ISIS', by: ['a'], width: 2 },
      { side: 'ISIS', by: ['b'], width: 2 },
    ])
    expect(sourcedClasses(study.layers[1]!, features.get('control')!, sources.slice(0, 1))).toMatchObject({
      ok: false,
      problem: { code: 'feature-source-unknown', values: { layer: 'control', feature: 2, source: 'b' } },
    })
  })

  test('stays as it is when it is settled again', () => {
    const { study, features } = studyOfStrips([
      { side: 'ISIS', by: ['a', 'b'], width: 2 },
      { side: 'ISIS', by: ['a'], width: 2 },
      { side: 'ISIS', by: ['b'], width: 2 },
      { side: 'ISIS', by: [], width: 2 },
    ])
    expect(sourcedClasses(study.layers[1]!, features.get('control')!, sources)).toEqual({
      ok: true,
      value: study.layers[1]!.classes,
    })
  })

  test('of any features each reading contains the one before, what is agreed is part of all, and inferred ground is in no party', () => {
    const strip = record({
      side: constantFrom('ISIS', 'Government'),
      by: subarray(['a', 'b', 'c']),
      width: integer({ min: 1, max: 3 }),
    })
    assert(
      property(array(strip, { minLength: 1, maxLength: 4 }), (strips) => {
        const made = studyOfStrips(strips)
        const measurement = measured(made)
        const [control] = measurement.layers
        const hectares = (areas: readonly { readonly areaM2: number }[]): number =>
          areas.reduce((sum, { areaM2 }) => sum + areaM2, 0)
        for (const party of control!.groups) expect(party.agreed.areaM2).toBeLessThanOrEqual(party.all.areaM2 + 1e-6)
        const readings = control!.bySources ?? []
        const requested = control!.groups.find(({ party }) => party === 'ISIS')
        if (requested && readings.length > 0)
          expect([readings[0]!.areaM2, readings.at(-1)!.areaM2]).toEqual([
            requested.agreed.areaM2,
            requested.all.areaM2,
          ])
        readings.forEach(({ areaM2 }, i) =>
          expect(areaM2).toBeGreaterThanOrEqual((readings[i - 1]?.areaM2 ?? 0) - 1e-6),
        )
        const inferred = control!.classes.filter(({ confidence }) => confidence === 'inferred')
        expect(inferred.every(({ party }) => party === undefined)).toBe(true)
        const named = control!.classes.filter(({ confidence }) => confidence !== 'inferred')
        expect(control!.groups[0]!.all.areaM2).toBeCloseTo(hectares(named), 3)
        expect(hectares(control!.classes)).toBeCloseTo(measurement.plan.areaM2 - control!.uncoveredM2, 2)
        expect(new Set(control!.classes.map((own) => own.class)).size).toBe(control!.classes.length)
      }),
      { seed: 11, numRuns: 60 },
    )
  })
})

test('a feature of a study made by hand that names an unknown source is refused by its number', () => {
  const { study, features } = studyOfStrips([
    { side: 'ISIS', by: ['a'], width: 3 },
    { side: 'ISIS', by: ['a', 'b'], width: 3 },
  ])
  const outcome = measureStudy({ ...study, sources: sources.slice(0, 1) }, features)
  expect(outcome.ok ? null : outcome.problem).toMatchObject({
    code: 'feature-source-unknown',
    values: { feature: 2, source: 'b' },
  })
})

test('where nothing is drawn of the day nobody is said to be inferred', () => {
  const { study, features } = studyOfStrips([{ side: 'ISIS', by: ['a'], width: 3 }])
  const damage = made([zone({}, box(0, 0, 3, 3))], { id: 'damage', role: 'damage', date: '2018-01-01' })
  const all = {
    study: { ...study, asOf: '2018-03-01', layers: [...study.layers, damage.layer] },
    features: new Map([...features, ['damage', damage.features]]),
  }
  expect(answerSentence(all.study, measured(all), 'en')).toMatch(/Who held .* on 1 March 2018 is not measurable/)
})
