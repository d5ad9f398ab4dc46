import { describe, expect, test } from 'vitest'
import { measureStudy, type MeasureOptions } from '../../../core/measure/measure.ts'
import type { FeatureMeasurement, Interval, Measurement } from '../../../core/model/measurement.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const source = 'one-drawing'
const drawing = { draws: 100, seed: 4 }

function measuredWith(
  units: Parameters<typeof made>[0] | null,
  about: { readonly accuracyM?: number } = { accuracyM: 30 },
  options: Partial<MeasureOptions> = {},
): Measurement {
  const layers = [
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 30, source }),
    made([zone({ c: 'a' }, box(0, 0, 4, 10)), zone({ c: 'b' }, box(3, 0, 5, 10))], {
      id: 'control',
      role: 'control',
      classField: 'c',
      accuracyM: 50,
    }),
    ...(units ? [made(units, { id: 'units', role: 'units', source, ...about })] : []),
  ]
  const { study, features } = studyOf(layers)
  const measurement = measureStudy(study, features, { ...drawing, ...options })
  if (!measurement.ok) throw new Error('the fixture cannot be measured')
  return measurement.value
}

type Row = Interval & { readonly areaM2: number; readonly share: number }

/** The unit's own row, and every row of what is in it. */
const rowsOf = (unit: FeatureMeasurement): Row[] => [
  unit,
  ...Object.entries(unit.layers).flatMap(([layer, classes]) =>
    Object.entries(classes).map(([name, areaM2]) => ({ areaM2, ...unit.intervals![layer]![name]! })),
  ),
  ...unit.combinations,
]
const ends = ({ low, high, shareLow, shareHigh }: Interval): readonly unknown[] => [low, high, shareLow, shareHigh]
const near = (values: readonly unknown[]): readonly unknown[] =>
  values.map((value) => (value === undefined ? value : (expect.closeTo(value as number, 3) as unknown)))
const codes = ({ notes }: Measurement): string[] => notes.map(({ code }) => code)

describe('intervals inside units', () => {
  test('of a unit that is the plan are the plan’s own, class by class, and leave nothing outside', () => {
    const { units, plan, layers, combinations } = measuredWith([zone({}, box(0, 0, 10, 10))])
    const [own, outside] = units!
    expect([own!.low, own!.high]).toEqual(near([plan.low, plan.high]))
    expect([own!.share, own!.shareLow, own!.shareHigh]).toEqual(near([1, 1, 1]))
    for (const known of layers[0]!.classes)
      expect(ends(own!.intervals!['control']![known.class!]!)).toEqual(near(ends(known)))
    for (const known of combinations) {
      const same = own!.combinations.find(({ classes }) => JSON.stringify(classes) === JSON.stringify(known.classes))!
      expect(ends(same)).toEqual(near(ends(known)))
    }
    expect(outside!.high).toBeLessThan(1)
  })

  test('lie round their areas and shares, also where units lie over one another', () => {
    const { units, plan } = measuredWith([zone({}, box(0, 0, 6, 10)), zone({}, box(5, 0, 4, 10))])
    expect(units).toHaveLength(3)
    for (const unit of units!) {
      for (const { areaM2, share, low, high, shareLow, shareHigh } of rowsOf(unit)) {
        expect(share).toBeCloseTo(areaM2 / plan.areaM2, 12)
        expect(0 <= low! && low! <= areaM2 && areaM2 <= high!).toBe(true)
        expect(0 <= shareLow! && shareLow! <= share && share <= shareHigh! && shareHigh! <= 1).toBe(true)
        expect(high! > low!).toBe(true)
      }
    }
  })

  test('leave room for a partition of the plan by units, and of each unit by what lies in it', () => {
    const { units, plan } = measuredWith([zone({}, box(0, 0, 6, 10)), zone({}, box(6, 0, 3, 10))])
    const sum = (rows: readonly Row[], of: (row: Row) => number | undefined): number =>
      rows.reduce((total, row) => total + of(row)!, 0)
    for (const [rows, whole] of [
      [units!, plan.areaM2],
      ...units!.map((unit) => [unit.combinations, unit.areaM2] as const),
    ] as const) {
      expect(sum(rows, ({ low }) => low)).toBeLessThanOrEqual(whole + 1e-3)
      expect(sum(rows, ({ high }) => high)).toBeGreaterThanOrEqual(whole - 1e-3)
    }
  })

  test('are those of what fills the unit, as of the same ground in the plan', () => {
    const { units, layers } = measuredWith([zone({}, box(0, 0, 4, 10)), zone({}, box(4, 0, 4, 10))])
    const [filled] = units!
    const known = layers[0]!.classes.find(({ class: name }) => name === 'a')!
    expect(filled!.areaM2).toBeCloseTo(known.areaM2, 3)
    expect(ends(filled!.intervals!['control']!['a']!)).toEqual(ends(filled!))
    expect(ends(filled!)).toEqual(near(ends(known)))
  })

  test('change none of the plan’s', () => {
    const [without, beside] = [
      measuredWith(null),
      measuredWith([zone({}, box(0, 0, 6, 10)), zone({}, box(5, 0, 4, 10))]),
    ]
    expect(ends(beside.plan)).toEqual(near(ends(without.plan)))
    for (const [i, own] of without.layers[0]!.classes.entries())
      expect(ends(beside.layers[0]!.classes[i]!)).toEqual(near(ends(own)))
    expect(beside.combinations.map(ends)).toEqual(without.combinations.map((own) => near(ends(own))))
    expect(beside.method.interval!.layers).toEqual(without.method.interval!.layers)
    expect(beside.method.interval!.units).toMatchObject({ name: 'units', source })
  })

  test('are not given where units state no accuracy, which takes none from the plan', () => {
    const measurement = measuredWith([zone({}, box(0, 0, 6, 10))], {})
    expect(codes(measurement)).toContain('units-without-accuracy')
    expect(measurement.units![0]).not.toHaveProperty('low')
    expect(measurement.units![0]).not.toHaveProperty('intervals')
    expect(measurement.plan.high).toBeGreaterThan(measurement.plan.areaM2)
  })

  test('are spared where nobody shows them, and the plan’s are the same', () => {
    const [all, spared] = [{}, { unitIntervals: false }].map((options) =>
      measuredWith([zone({}, box(0, 0, 6, 10))], { accuracyM: 30 }, options),
    ) as [Measurement, Measurement]
    expect(spared.units![0]).not.toHaveProperty('low')
    expect(ends(spared.plan)).toEqual(near(ends(all.plan)))
    expect(spared.notes).toEqual(all.notes.filter(({ layer }) => layer !== 'units'))
  })

  test('are not given where units are too many to be drawn, and the count is said', () => {
    const many = Array.from({ length: 2000 }, (_, i) => zone({}, box((i % 50) / 5, Math.floor(i / 50) / 4, 0.2, 0.25)))
    const measurement = measuredWith(many)
    expect(measurement.notes.find(({ code }) => code === 'units-too-many')).toMatchObject({ values: { count: 2000 } })
    expect(measurement.units![0]).not.toHaveProperty('low')
  })
})
