import { array, assert, boolean, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Interval, Measurement } from '../../../core/model/measurement.ts'
import { box, made, studyOf, zone } from './fixture.ts'

type Sides = readonly [x: number, y: number, width: number, height: number]
type Row = Interval & { readonly areaM2: number; readonly share?: number }

const whole: Sides = [0, 0, 12, 12]

function measured(
  control: readonly Sides[],
  damage: readonly Sides[],
  accuracies: readonly [number, number, number],
  draws = 60,
  { units = [], ...base }: { readonly units?: readonly Sides[]; readonly base?: string } = {},
): Measurement {
  const layer = (id: string, sides: readonly Sides[], accuracyM: number) =>
    made(
      sides.map((own, i) => zone({ c: 'abc'[i]! }, box(...own))),
      { id, role: id as 'control', classField: 'c', accuracyM, source: id, ...base },
    )
  const layers = [
    made([zone({}, box(...whole))], { id: 'plan', role: 'plan', accuracyM: accuracies[0], source: 'plan', ...base }),
    layer('control', control, accuracies[1]),
    ...(damage.length > 0 ? [layer('damage', damage, accuracies[2])] : []),
    made(
      units.map((own) => zone({}, box(...own))),
      { id: 'units', role: 'units', accuracyM: accuracies[1], source: 'units', ...base },
    ),
  ]
  const { study, features } = studyOf(layers)
  const result = measureStudy(study, features, { draws, seed: 3 })
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const rowsOf = ({ layers, combinations }: Measurement): Row[] => [
  ...layers.flatMap((layer): Row[] => [
    ...layer.classes,
    ...layer.groups.map(({ all }) => all),
    { areaM2: layer.multipleM2, ...layer.multiple },
    { areaM2: layer.uncoveredM2, ...layer.uncovered },
  ]),
  ...combinations,
]

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + value!, 0)
const codes = ({ notes }: Measurement): string[] => notes.map(({ code }) => code)

/** Rectangles on a grid of about 100 m, many of whose lines lie on the plan's or on one another's, some beside them by a nanometre, a metre or ten. */
const beside = constantFrom(0, 0, 0, 1e-11, 1e-5, 1e-4)
const sides = tuple(
  integer({ min: -3, max: 11 }),
  integer({ min: -3, max: 11 }),
  integer({ min: 1, max: 15 }),
  integer({ min: 1, max: 15 }),
  beside,
).map(([x, y, width, height, off]): Sides => [x + 1000 * off, y + 1000 * off, width, height])
const accuracy = constantFrom(0, 5, 40, 150, 1500)

/** Every row of an answer, and of what lies in its units. */
const allRows = (measurement: Measurement): readonly Row[] => [
  ...rowsOf(measurement),
  ...measurement.units!.flatMap((unit): Row[] => [
    unit,
    ...Object.entries(unit.layers).flatMap(([layer, classes]) =>
      Object.entries(classes).map(([name, areaM2]) => ({ areaM2, ...unit.intervals![layer]![name]! })),
    ),
    ...unit.combinations,
  ]),
]

describe('intervals', () => {
  test('of any study hold what was measured, stay within the plan and leave room for a partition of it', () => {
    assert(
      property(
        array(sides, { minLength: 1, maxLength: 3 }),
        array(sides, { maxLength: 2 }),
        array(sides, { maxLength: 2 }),
        tuple(accuracy, accuracy, accuracy),
        boolean(),
        constantFrom(1, 2, 40),
        (control, damage, units, accuracies, isOneBase, draws) => {
          const measurement = measured(control, damage, accuracies, draws, {
            units,
            ...(isOneBase ? { base: 'one' } : {}),
          })
          const { plan, combinations } = measurement
          const slackM2 = 1e-6 * plan.areaM2
          const isPartition = measurement.units!.every(({ areaM2 }, i) => i === units.length || areaM2 === 0)
          for (const { areaM2, low, high, shareLow, shareHigh, share = areaM2 / plan.areaM2 } of allRows(measurement)) {
            expect(low!).toBeGreaterThanOrEqual(0)
            expect(low!).toBeLessThanOrEqual(areaM2)
            expect(high!).toBeGreaterThanOrEqual(areaM2)
            expect(areaM2).toBeLessThanOrEqual(plan.areaM2)
            expect(high!).toBeLessThanOrEqual(plan.high! + slackM2)
            expect(shareLow!).toBeGreaterThanOrEqual(0)
            expect(shareLow!).toBeLessThanOrEqual(share)
            expect(shareHigh!).toBeGreaterThanOrEqual(share - 1e-12)
            expect(shareHigh!).toBeLessThanOrEqual(1)
          }
          for (const rows of [combinations, ...(isPartition ? [measurement.units!] : [])]) {
            expect(sum(rows.map(({ low }) => low))).toBeLessThanOrEqual(plan.areaM2 + slackM2)
            expect(sum(rows.map(({ high }) => high))).toBeGreaterThanOrEqual(plan.areaM2 - slackM2)
            expect(sum(rows.map(({ shareLow }) => shareLow))).toBeLessThanOrEqual(1 + 1e-9)
            expect(sum(rows.map(({ shareHigh }) => shareHigh))).toBeGreaterThanOrEqual(1 - 1e-9)
          }
          if (draws < 39) expect(codes(measurement)).toContain('draws-too-few')
        },
      ),
      { numRuns: 60, seed: 12 },
    )
  })

  test('of a zone that is the plan’s own outline in another file say that the lines are one', () => {
    const measurement = measured([whole], [], [100, 100, 0])
    const control = measurement.layers[0]!
    expect(codes(measurement)).toContain('lines-are-the-plan')
    expect(control.classes[0]).toMatchObject({ share: 1, shareLow: 1, shareHigh: 1 })
    expect(control.classes[0]!.low).toBeCloseTo(measurement.plan.low!, 3)
    expect(control.classes[0]!.high).toBeCloseTo(measurement.plan.high!, 3)
    expect(control.uncovered).toMatchObject({ low: 0, shareLow: 0 })
    expect(control.uncovered!.high!).toBeLessThan(1)
  })

  test('of a zone whose line runs beside the plan’s hold nothing uncovered and note that the estimate is at the edge', () => {
    const measurement = measured([[-0.4, -0.4, 12.8, 12.8]], [], [60, 60, 0], 200)
    const control = measurement.layers[0]!
    expect(codes(measurement)).not.toContain('lines-coincide')
    expect(control.uncoveredM2).toBe(0)
    expect(control.uncovered!.low).toBe(0)
    expect(control.uncovered!.high!).toBeGreaterThan(10_000)
    expect(control.classes[0]!.shareHigh).toBe(1)
    expect(
      measurement.notes.filter(({ code }) => code === 'estimate-at-edge').map(({ values }) => values['row']),
    ).toContain('uncovered')
  })

  test('name two layers that share half a line, and say nothing of layers of one base', () => {
    const apart = measured([[0, 0, 6, 12]], [], [40, 60, 0])
    expect(apart.notes.find(({ code }) => code === 'lines-coincide')).toMatchObject({
      layer: 'control',
      values: { other: 'plan' },
    })
    const crossing = measured([[6, -3, 15, 20]], [], [40, 60, 0])
    expect(codes(crossing)).not.toContain('lines-coincide')
  })

  test('are the same whether units are drawn as well or not, however coarse those are', () => {
    const layers = [
      made([zone({}, box(...whole))], { id: 'plan', role: 'plan', accuracyM: 0, source: 'plan' }),
      made([zone({ c: 'a' }, box(0, 0, 12, 3)), zone({ c: 'b' }, box(0.03, 3, 12, 9))], {
        id: 'control',
        role: 'control',
        classField: 'c',
        accuracyM: 20,
        source: 'control',
      }),
      made([zone({ c: 'a' }, box(0.01, 0.01, 7, 11.98))], {
        id: 'damage',
        role: 'damage',
        classField: 'c',
        accuracyM: 0,
      }),
      made([zone({}, box(1, 1, 5, 5))], { id: 'units', role: 'units', accuracyM: 900, source: 'units' }),
    ]
    const { study, features } = studyOf(layers)
    const [drawn, without] = [true, false].map((unitIntervals) => {
      const result = measureStudy(study, features, { draws: 60, seed: 3, unitIntervals })
      if (!result.ok) throw new Error(result.problem.code)
      return rowsOf(result.value).map(({ low, high }) => [Math.round(low!), Math.round(high!)])
    })
    expect(drawn).toEqual(without)
  })

  test('of two halves that together have the plan’s line say that it is the plan’s', () => {
    const measurement = measured(
      [
        [0, 0, 6, 12],
        [6, 0, 6, 12],
      ],
      [],
      [30, 30, 0],
    )
    expect(codes(measurement)).toContain('lines-are-the-plan')
  })

  test('name ground of several layers at its edge by the layers and what each says of it', () => {
    const beside: Sides = [-0.4, -0.4, 12.8, 12.8]
    const rowsOfEdge = (of: Measurement): unknown[] =>
      of.notes.filter(({ code }) => code === 'estimate-at-edge').map(({ values }) => [values['layer'], values['row']])
    expect(rowsOfEdge(measured([beside], [], [60, 60, 0], 200))).toEqual([['control', 'uncovered']])
    expect(rowsOfEdge(measured([beside], [[0.01, 0.01, 11.98, 11.98]], [60, 60, 60], 200))).toContainEqual([
      'control / damage',
      'a / uncovered',
    ])
  })

  test('of one draw are said to be of too few, without an error they are what was measured', () => {
    const one = measured([[4, -3, 15, 20]], [], [40, 60, 0], 1)
    expect(codes(one)).toContain('draws-too-few')
    expect(codes(one)).not.toContain('estimate-at-edge')
    const { areaM2, low, high } = one.layers[0]!.classes[0]!
    expect(low! <= areaM2 && areaM2 <= high!).toBe(true)
    const exact = measured([[4, -3, 15, 20]], [], [0, 0, 0])
    const own = exact.layers[0]!.classes[0]!
    expect(own.low).toBeCloseTo(own.areaM2, 3)
    expect(own.high).toBeCloseTo(own.areaM2, 3)
    expect(codes(exact)).not.toContain('estimate-at-edge')
  })

  test('are not given where the accuracy of the operation to WGS 84 is not known, nor taken for 999 m', () => {
    const crs = {
      code: 'EPSG:23037',
      name: 'ED50 / UTM zone 37N',
      operation: 'EPSG:1135',
      accuracyM: null,
      shiftM: 140,
    }
    const { study, features } = studyOf([
      made([zone({}, box(...whole))], { id: 'plan', role: 'plan', accuracyM: 10 }),
      made([zone({}, box(0, 0, 5, 5))], { id: 'control', role: 'control', accuracyM: 10, crs }),
    ])
    const result = measureStudy(study, features, { draws: 50 })
    if (!result.ok) throw new Error(result.problem.code)
    expect(codes(result.value)).toContain('accuracy-operation-unknown')
    expect(result.value.plan).not.toHaveProperty('low')
    expect(JSON.stringify(result.value)).not.toContain('999')
  })

  test('are not given where an accuracy is coarser than the plan is wide', () => {
    const coarse = measured([[4, -3, 15, 20]], [], [40, 90_000, 0])
    expect(codes(coarse)).toContain('accuracy-beyond-plan')
    expect(coarse.layers[0]!.classes[0]).not.toHaveProperty('shareLow')
  })
})
