import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, integer, property, record as recordOf } from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { cellOf, crossTable, type CrossTable } from '../../../core/measure/cross-table.ts'
import { intervalOfTotal } from '../../../core/measure/interval-of-total.ts'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import { measureStudy, type MeasureOptions } from '../../../core/measure/measure.ts'
import { studySchema } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
const classes = ['ISIS, assessed', 'ISIS, claimed', 'Government'].map((name) => ({
  class: name,
  values: [name],
  label: { en: name },
  color: '#282727',
  pattern: 'solid' as const,
  party: name.split(',')[0]!,
}))
const control = made(
  [
    zone({ side: 'ISIS, assessed' }, box(0, 0, 2, 10)),
    zone({ side: 'ISIS, claimed' }, box(2, 0, 2, 10)),
    zone({ side: 'Government' }, box(3, 0, 6, 10)),
  ],
  { id: 'control', role: 'control', classField: 'side', date: '2018-03-26', classes, accuracyM: 10 },
)
const shelling = made([zone({}, box(0, 0, 10, 5))], {
  id: 'shelling',
  role: 'shelling',
  date: '2018-03-20',
  accuracyM: 10,
})
const damage = made([zone({ d: 'destroyed' }, box(0, 0, 1, 10))], {
  id: 'damage',
  role: 'damage',
  date: '2018-03-01',
  classField: 'd',
  accuracyM: 10,
})
const parts = [plan, control, shelling, damage]
const record = {
  headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } },
  asOf: '2018-03-26',
}

function tabled(layers: readonly string[], by: 'class' | 'party' = 'class', options: MeasureOptions = {}) {
  const { study, features } = studyOf(parts, record)
  const measured = measureStudy(study, features, options)
  if (!measured.ok) throw new Error(measured.problem.code)
  const table = crossTable(study, measured.value, layers, by)
  if (!table.ok) throw new Error(table.problem.code)
  return { table: table.value, measurement: measured.value }
}
const total = (areas: readonly { readonly areaM2: number }[]): number =>
  areas.reduce((sum, { areaM2 }) => sum + areaM2, 0)

function expectReconciled(table: CrossTable): void {
  expect(total(table.cells)).toBeCloseTo(table.planM2, 4)
  expect(Math.abs(table.reconciliation.residualM2)).toBeLessThan(1e-4)
  table.axes.forEach(({ categories }, axis) => {
    expect(total(categories)).toBeCloseTo(table.planM2, 4)
    for (const { key, areaM2 } of categories)
      expect(total(table.cells.filter(({ keys }) => keys[axis] === key))).toBeCloseTo(areaM2, 6)
  })
}

describe('a cross-table', () => {
  test('ground held, shelled and not yet destroyed is one cell', () => {
    const { table, measurement } = tabled(['control', 'shelling', 'damage'], 'party')
    const hundredth = measurement.plan.areaM2 / 100
    const cell = cellOf(table, [['ISIS'], ['shelling'], []])
    // 3 of 10 columns are ISIS alone (the fourth is also the Government's), half is shelled, one column is destroyed.
    expect(cell.areaM2 / hundredth).toBeCloseTo(10, 2)
    expect(total(cell.combinations.map((place) => measurement.combinations[place]!))).toBeCloseTo(cell.areaM2, 6)
    expect(cellOf(table, [['Government', 'ISIS'], ['shelling'], []]).areaM2 / hundredth).toBeCloseTo(5, 2)
    expect(cellOf(table, [['nobody'], [], []])).toMatchObject({ areaM2: 0, combinations: [] })
    expectReconciled(table)
  })

  test('rows, columns and labels stand in the order of the classes, sets and gaps last', () => {
    const { table } = tabled(['control', 'damage'])
    expect(
      table.axes.map(({ layer, date, categories }) => [
        layer,
        date,
        categories.map(({ label, kind }) => `${label.en}: ${kind}`),
      ]),
    ).toEqual([
      [
        'control',
        '2018-03-26',
        [
          'ISIS, assessed: class',
          'ISIS, claimed: class',
          'Government: class',
          'ISIS, claimed + Government: several',
          'not covered: uncovered',
        ],
      ],
      ['damage', '2018-03-01', ['destroyed: class', 'not covered: uncovered']],
    ])
    expect(tabled(['control'], 'party').table.axes[0]?.categories[0]?.label).toEqual({ en: 'ISIS', ar: 'تنظيم الدولة' })
    expectReconciled(table)
  })

  test('totals agree with the measurement: a class is every set that has it', () => {
    const { table, measurement } = tabled(['control', 'shelling'])
    for (const { class: name, areaM2 } of measurement.layers[0]!.classes) {
      expect(total(table.axes[0]!.categories.filter(({ names }) => names.includes(name)))).toBeCloseTo(areaM2, 4)
    }
    expect(table.axes[0]!.categories.find(({ kind }) => kind === 'uncovered')!.areaM2).toBeCloseTo(
      measurement.layers[0]!.uncoveredM2,
      4,
    )
  })

  test('a layer that says nothing of the day is silent, not uncovered', () => {
    const { table } = tabled(['control', 'shelling'], 'class', { at: '2018-03-10' })
    expect(table.axes.map(({ categories }) => categories.map(({ kind }) => kind))).toEqual([['silent'], ['silent']])
    expect(cellOf(table, [null, null]).share).toBeCloseTo(1, 9)
  })

  test('a cell of one combination carries its interval, a sum of several none', () => {
    const { table } = tabled(['control', 'shelling'], 'class', { draws: 100 })
    const { low, high, areaM2 } = cellOf(table, [['Government'], ['shelling']])
    expect([low! < areaM2, high! > areaM2]).toEqual([true, true])
    expect(cellOf(table, [['ISIS, assessed'], ['shelling']]).low).toBeUndefined()
  })

  test('a total has the interval drawn for that very ground, and none where its class shares ground with another', () => {
    const { table, measurement } = tabled(['control', 'shelling'], 'class', { draws: 100 })
    const [control] = measurement.layers.filter(({ name }) => name === 'control')
    const of = (label: string) => {
      const category = table.axes[0]!.categories.find((own) => own.label.en === label)!
      return intervalOfTotal(measurement, 'control', category)
    }
    expect(of('ISIS, assessed')).toMatchObject({ low: control!.classes[0]!.low, high: control!.classes[0]!.high })
    expect(of('Government')).toBeNull()
    expect(of('not covered')).toMatchObject(control!.uncovered!)
    expect(of('ISIS, claimed + Government')).toMatchObject(control!.multiple!)
  })

  test('refuses layers that are not there, too many, and one twice', () => {
    const { study, features } = studyOf(parts, record)
    const measured = measureStudy(study, features)
    for (const layers of [['roads'], [], ['control', 'control'], ['control', 'shelling', 'damage', 'control']]) {
      expect(measured.ok && crossTable(study, measured.value, layers)).toMatchObject({
        ok: false,
        problem: { code: 'cross-table-layers' },
      })
    }
  })

  test('reconciles for any layers', () => {
    const side = recordOf({
      side: constantFrom('A', 'B', null),
      x: integer({ min: -2, max: 9 }),
      y: integer({ min: -2, max: 9 }),
      w: integer({ min: 1, max: 9 }),
      h: integer({ min: 1, max: 9 }),
    })
    assert(
      property(array(side, { minLength: 1, maxLength: 5 }), array(side, { minLength: 1, maxLength: 5 }), (one, two) => {
        const [first, second] = [one, two].map((zones, i) =>
          made(
            zones.map(({ side, x, y, w, h }) => zone({ side }, box(x, y, w, h))),
            { id: `layer-${i}`, role: 'control', classField: 'side' },
          ),
        )
        const { study, features } = studyOf([plan, first!, second!])
        const measured = measureStudy(study, features)
        const table = measured.ok && crossTable(study, measured.value, ['layer-1', 'layer-0'])
        if (!table || !table.ok) throw new Error('refused')
        expectReconciled(table.value)
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('of the bundled study: control by shelling adds up to the plan', () => {
    const study = studySchema.parse(JSON.parse(readFileSync('data/basilia-city/study.json', 'utf8')))
    const features = new Map(
      study.layers.map((layer) => [
        layer.id,
        featuresFromGeoJson(
          JSON.parse(readFileSync(`data/basilia-city/${layer.file}`, 'utf8')) as FeatureCollection,
          layer.geometryType,
          layer.evenOdd,
        ),
      ]),
    )
    const measured = measureStudy(study, features)
    const table = measured.ok && crossTable(study, measured.value, ['control', 'shelling', 'damage'], 'party')
    if (!table || !table.ok) throw new Error('refused')
    expectReconciled(table.value)
    expect(table.value.axes[0]!.categories.map(({ label }) => label.en)).toContain('ISIS')
  })
})
