import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { measureStudy, type MeasureOptions } from '../../../core/measure/measure.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
const control = made(
  [
    zone({ side: 'A' }, box(0, 0, 4, 10)),
    zone({ side: 'B' }, box(3, 0, 5, 10)),
    zone({ side: null }, box(9, 0, 5, 10)),
  ],
  { id: 'control', role: 'control', classField: 'side' },
)
const damage = made([zone({}, box(0, 0, 10, 5))], { id: 'damage', role: 'damage', date: '2018-04-01' })

function measured(parts: Parameters<typeof studyOf>, options: MeasureOptions = {}): Measurement {
  const { study, features } = studyOf(...parts)
  const outcome = measureStudy(study, features, options)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
const total = (areas: readonly { readonly areaM2: number }[]) => areas.reduce((sum, { areaM2 }) => sum + areaM2, 0)

describe('measuring a study', () => {
  const result = measured([[plan, control, damage]])
  const hundredth = result.plan.areaM2 / 100
  const [first, second] = result.layers

  test('areas of classes, claimed by several, not covered', () => {
    expect(first?.classes.map((row) => [row.class, Math.round((row.areaM2 / hundredth) * 1e3) / 1e3])).toEqual([
      ['A', 40],
      ['B', 50],
      [null, 10],
    ])
    expect(first?.multipleM2).toBeCloseTo(10 * hundredth, 3)
    expect(first?.uncoveredM2).toBeCloseTo(10 * hundredth, 3)
    expect(second?.classes).toHaveLength(1)
    expect(second?.classes[0]?.class).toBe('damage')
    expect(second?.classes[0]?.share).toBeCloseTo(0.5, 4)
  })

  test('combinations partition the plan', () => {
    expect(total(result.combinations)).toBeCloseTo(result.plan.areaM2, 4)
    expect(Math.abs(result.reconciliation.residualM2)).toBeLessThan(1e-4)
    expect(result.combinations).toContainEqual(
      expect.objectContaining({ classes: { control: ['A', 'B'], damage: ['damage'] } }),
    )
  })

  test('the order of layers and features changes no bit of any area', () => {
    const turned = made(
      [
        zone({ side: 'B' }, box(3, 0, 5, 10)),
        zone({ side: null }, box(9, 0, 5, 10)),
        zone({ side: 'A' }, box(0, 0, 4, 10)),
      ],
      { id: 'control', role: 'control', classField: 'side' },
    )
    const again = measured([[damage, turned, plan]])
    expect(again.layers.find(({ name }) => name === 'control')?.classes.map(({ class: name }) => name)).toEqual([
      'A',
      'B',
      null,
    ])
    for (const combination of result.combinations) {
      const { control, damage } = combination.classes
      const same = again.combinations.find(
        ({ classes }) => JSON.stringify([classes['control'], classes['damage']]) === JSON.stringify([control, damage]),
      )
      expect(same?.areaM2).toBeCloseTo(combination.areaM2, 6)
    }
  })

  test('units have rows that add up to the plan, with the ground outside all of them', () => {
    const units = made([zone({ pcode: 'N1' }, box(-5, 0, 10, 10)), zone({ pcode: 'N2' }, box(5, 0, 3, 10))], {
      id: 'units',
      role: 'units',
      idField: 'pcode',
    })
    const { units: rows, plan: whole } = measured([[plan, control, units]])
    expect(rows?.map(({ id, areaM2 }) => [id, Math.round(areaM2 / hundredth)])).toEqual([
      ['N1', 50],
      ['N2', 30],
      [null, 20],
    ])
    expect(total(rows ?? [])).toBeCloseTo(whole.areaM2, 4)
    expect(Object.keys(rows?.[0]?.layers['control'] ?? {})).toEqual(['A', 'B'])
    expect(total(rows?.[0]?.combinations ?? [])).toBeCloseTo(rows?.[0]?.areaM2 ?? 0, 4)
  })

  test('plan features have rows on demand, and their overlap is a note', () => {
    const parcels = made([zone({}, box(0, 0, 6, 10)), zone({}, box(5, 0, 5, 10))], { id: 'plan', role: 'plan' })
    const rows = measured([[parcels, control]], { byFeature: true })
    expect(rows.features?.map(({ id }) => id)).toEqual(['1', '2'])
    expect(total(rows.features ?? [])).toBeCloseTo(rows.plan.areaM2 + 10 * hundredth, 3)
    expect(rows.notes.map(({ code }) => code)).toContain('plan-features-overlap')
    expect(measured([[parcels, control]]).features).toBeUndefined()
  })
})

describe('dates', () => {
  const before = made([zone({ side: 'ISIS' }, box(0, 0, 5, 10))], {
    id: 'control-1',
    name: 'control',
    role: 'control',
    date: '2018-03-26',
    classField: 'side',
  })
  const after = made([zone({ side: 'Government' }, box(0, 0, 10, 10))], {
    id: 'control-2',
    name: 'control',
    role: 'control',
    date: '2018-05-21',
    classField: 'side',
  })
  const parts = [plan, before, after]
  const record = {
    headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } },
    asOf: '2018-04-21',
  }

  test('a series shows its last snapshot on or before the date', () => {
    const on = (at?: string) => measured([parts, record], { at }).layers[0]
    expect(on()?.layer).toBe('control-1')
    expect(on('2018-05-21')?.layer).toBe('control-2')
    expect(on('2018-01-01')).toMatchObject({ date: null, classes: [], layer: null })
    expect(measured([parts, record], { at: '2018-01-01' }).notes.map(({ code }) => code)).toContain('layer-after-date')
  })

  test('features with their own dates hold from the first to the last day', () => {
    const dated = made(
      [
        zone({ a: '2018-01-01', b: '2018-01-31' }, box(0, 0, 5, 10)),
        zone({ a: '2018-02-01', b: null }, box(5, 0, 5, 10)),
        zone({ a: 'soon', b: null }, box(0, 0, 1, 1)),
      ],
      { id: 'control', role: 'control', dateFields: { from: 'a', to: 'b' } },
    )
    const shareOn = (at: string) => measured([[plan, dated]], { at }).layers[0]?.classes[0]?.share
    expect(shareOn('2017-12-31')).toBe(0)
    expect(shareOn('2018-01-31')).toBeCloseTo(0.5, 4)
    expect(shareOn('2018-02-01')).toBeCloseTo(0.5, 4)
    expect(measured([[plan, dated]]).notes.map(({ code }) => code)).toContain('feature-date-unreadable')
  })

  test('the sentence gives what all sources say and what some say, in both languages', () => {
    const sides = made([zone({ side: 'a' }, box(0, 0, 2, 10)), zone({ side: 'c' }, box(2, 0, 3, 10))], {
      id: 'control',
      role: 'control',
      date: '2018-04-21',
      classField: 'side',
      classes: [
        {
          class: 'ISIS',
          values: ['a'],
          label: { en: 'ISIS' },
          color: '#282727',
          pattern: 'dots',
          party: 'ISIS',
          confidence: 'agreed',
        },
        {
          class: 'ISIS, some sources',
          values: ['c'],
          label: { en: 'ISIS, some sources' },
          color: '#282727',
          pattern: 'diagonal',
          party: 'ISIS',
          confidence: 'some-sources',
        },
      ],
    })
    const { study, features } = studyOf([plan, sides], record)
    const outcome = measureStudy(study, features)
    if (!outcome.ok) throw new Error(outcome.problem.code)
    const plain = (text: string) => text.replaceAll('\u00a0', ' ')
    expect(plain(answerSentence(study, outcome.value, 'en'))).toBe(
      'Of 103 ha, 21 ha by all sources, up to 52 ha by some, or 20 to 50 %, were held by ISIS on 21 April 2018.',
    )
    expect(plain(answerSentence(study, outcome.value, 'ar'))).toBe(
      'من أصل 103 هكتارات، كان تحت سيطرة تنظيم الدولة 21 هكتارًا بحسب كل المصادر، وحتى 52 هكتارًا بحسب بعضها، أي 20 إلى 50%، في 21 نيسان 2018.',
    )
    const drawn = measureStudy(
      { ...study, layers: study.layers.map((layer) => ({ ...layer, accuracyM: 20 })) },
      features,
      { draws: 300, seed: 5 },
    )
    if (!drawn.ok) throw new Error(drawn.problem.code)
    const { classes, groups } = drawn.value.layers[0]!
    expect(groups.map(({ party }) => party)).toEqual([null, 'ISIS'])
    const { class: _class, confidence: _confidence, party: _party, ...firm } = classes[0]!
    expect(groups[1]!.agreed).toEqual(firm)
    expect(groups[1]!.all.areaM2).toBeCloseTo(classes[0]!.areaM2 + classes[1]!.areaM2, 6)
    expect(groups[1]!.all.drawn!.meanM2).toBeCloseTo(classes[0]!.drawn!.meanM2 + classes[1]!.drawn!.meanM2, 3)
    expect(plain(answerSentence(study, drawn.value, 'en'))).toMatch(
      /^Of 103 ha, [\d.]+ \([\d.]+ to [\d.]+\) ha by all sources, up to [\d.]+ \([\d.]+ to [\d.]+\) ha by some, or 20\.0 \([\d.]+ to [\d.]+\) %, up to 50 \([\d.]+ to [\d.]+\) %, were/,
    )
    const undated = measureStudy(studyOf([plan, control]).study, studyOf([plan, control]).features)
    const { study: withoutDay } = studyOf([plan, control])
    expect(undated.ok && plain(answerSentence(withoutDay, undated.value, 'en'))).toBe(
      'Of 103 ha, 52 ha, or 50 %, were held by B on a day that is not stated. The same layer also shows A on part of it.',
    )
    const later = measureStudy(study, features, { at: '2018-01-01' })
    expect(later.ok && answerSentence(study, later.value, 'en')).toContain('not measurable')
  })
})

describe('what is not polygons', () => {
  const points = made(
    [
      { type: 'Feature', properties: { c: 'destroyed' }, geometry: { type: 'Point', coordinates: [36.285, 33.475] } },
      { type: 'Feature', properties: { c: 'severe' }, geometry: { type: 'Point', coordinates: [36.3, 33.475] } },
    ],
    { id: 'sites', role: 'damage', geometryType: 'point', classField: 'c' },
  )
  test('points are counted', () => {
    const { points: counts, layers } = measured([[plan, points]])
    expect(counts).toMatchObject([
      { layer: 'sites', class: 'destroyed', count: 1 },
      { layer: 'sites', class: 'severe', count: 0 },
    ])
    expect(layers).toEqual([])
  })

  test('points with a radius are zones of the area of their circles', () => {
    const zones = { ...points, layer: { ...points.layer, bufferM: 100 } }
    const { layers, notes } = measured([[plan, zones]])
    expect(layers[0]?.classes[0]?.areaM2).toBeCloseTo(Math.PI * 100 ** 2, -1)
    expect(notes.map(({ code }) => code)).toContain('zones-by-radius')
  })

  test('a line with a radius is a strip with round ends', () => {
    const line = made(
      [
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'LineString',
            coordinates: [
              [36.283, 33.475],
              [36.287, 33.475],
            ],
          },
        },
      ],
      { id: 'road', role: 'shelling', geometryType: 'line', bufferM: 50 },
    )
    const lengthM = 0.004 * (Math.PI / 180) * 6_378_137 * Math.cos((33.475 * Math.PI) / 180) * 1.00102
    const area = measured([[plan, line]]).layers[0]?.classes[0]?.areaM2 ?? 0
    expect(area / (lengthM * 100 + Math.PI * 50 ** 2)).toBeCloseTo(1, 2)
  })
})

describe('what cannot be measured', () => {
  const code = (...parts: Parameters<typeof studyOf>) => {
    const { study, features } = studyOf(...parts)
    const outcome = measureStudy(study, features)
    return outcome.ok ? 'measured' : outcome.problem.code
  }
  test('is refused by a stable code', () => {
    expect(code([control])).toBe('plan-missing')
    expect(code([made([zone({}, box(0, 0, 1, 0))], { id: 'plan', role: 'plan' })])).toBe('plan-without-area')
    const overMeridian = {
      ...box(0, 0, 1, 1),
      coordinates: [
        [
          [179, 10],
          [-179, 10],
          [-179, 11],
          [179, 11],
          [179, 10],
        ],
      ],
    }
    expect(code([made([zone({}, overMeridian)], { id: 'plan', role: 'plan' })])).toBe('polygon-over-antimeridian')
    expect(code([plan, made([zone({ a: 1 }, box(0, 0, 1, 1))], { id: 'z', role: 'control', classField: 'b' })])).toBe(
      'class-field-absent',
    )
  })
})
