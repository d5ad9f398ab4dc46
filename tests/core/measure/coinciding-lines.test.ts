import type { Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { intervalScope } from '../../../core/answer/interval-sentences.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Interval, Measurement } from '../../../core/model/measurement.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const size = 15
/** In the thousandths of a degree of the fixture, to the north. */
const metre = 1 / 110.9

const ring = (...places: readonly (readonly [number, number])[]): Polygon => {
  const positions = places.map(([x, y]): Position => [36.28 + x / 1000, 33.47 + y / 1000])
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] }
}
const inset = (by: number): Polygon => box(by, by, size - 2 * by, size - 2 * by)

function measured(control: Polygon, accuracies: readonly [number, number] = [50, 50], draws = 200): Measurement {
  const { study, features } = studyOf([
    made([zone({}, inset(0))], { id: 'plan', role: 'plan', accuracyM: accuracies[0], source: 'one' }),
    made([zone({}, control)], { id: 'control', role: 'control', accuracyM: accuracies[1], source: 'other' }),
  ])
  const result = measureStudy(study, features, { draws, seed: 1 })
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const codes = ({ notes }: Measurement): string[] => notes.map(({ code }) => code)

function isSound({ plan, layers }: Measurement): boolean {
  const [control] = layers
  const rows: (Interval & { readonly areaM2: number })[] = [
    control!.classes[0]!,
    { areaM2: control!.uncoveredM2, ...control!.uncovered },
  ]
  return rows.every(({ areaM2, low, high, shareLow, shareHigh }) => {
    const share = areaM2 / plan.areaM2
    return (
      0 <= low! &&
      low! <= areaM2 &&
      areaM2 <= high! &&
      high! <= plan.high! &&
      0 <= shareLow! &&
      shareLow! <= share &&
      share <= shareHigh! &&
      shareHigh! <= 1
    )
  })
}

describe('a zone drawn along the plan’s line is taken to be it, and a note says so,', () => {
  test.each([
    ['a nanometre inside', inset(1e-9 * metre)],
    ['a metre beyond', inset(-metre)],
    ['with a vertex more', ring([0, 0], [7, 0], [size, 0], [size, size], [0, size])],
    ['with a vertex a metre off', ring([0, 0], [7, -metre], [size, 0], [size, size], [0, size])],
    ['with a needle', ring([0, 0], [size, 0], [size, size], [7, size], [7, 25], [7 - metre / 1000, size], [0, size])],
  ])('%s', (_, control) => {
    const measurement = measured(control)
    expect(codes(measurement)).toContain('lines-are-the-plan')
    expect(measurement.layers[0]!.classes[0]!.shareHigh).toBe(1)
    expect(measurement.layers[0]!.classes[0]!.shareLow).toBeGreaterThan(0.99)
    expect(isSound(measurement)).toBe(true)
  })

  test.each([
    [50, 50],
    [0, 100],
    [0, 300],
  ] as const)(
    'a metre inside, plan and zone good to %i and %i m, and that what is shown uncovered lies between the two',
    (...accuracies) => {
      const measurement = measured(inset(metre), accuracies)
      const { uncoveredM2, uncovered } = measurement.layers[0]!
      expect(uncoveredM2).toBeGreaterThan(1000)
      expect(uncovered!.low).toBe(0)
      expect(codes(measurement)).toContain('lines-near-the-plan')
      expect(codes(measurement)).not.toContain('lines-are-the-plan')
      const said = (['en', 'ar'] as const).map((language) => intervalScope([], measurement, language))
      expect(said[0]).toContain('if they were measured on their own, the intervals are too narrow')
      expect(said[0]).not.toContain('nothing uncovered can be shown')
      expect(said[1]).toContain('أضيق مما ينبغي')
      expect(isSound(measurement)).toBe(true)
    },
  )
})

describe('what is not the plan’s line is not said to be so:', () => {
  test('a zone ten metres inside, which may be all of the plan', () => {
    const measurement = measured(inset(10 * metre))
    expect(codes(measurement)).not.toContain('lines-are-the-plan')
    expect(codes(measurement)).toContain('estimate-at-edge')
    expect(measurement.layers[0]!.classes[0]).toMatchObject({ shareHigh: 1 })
    expect(measurement.layers[0]!.uncovered!.low).toBe(0)
    expect(isSound(measurement)).toBe(true)
  })

  test('a zone all round the plan, which leaves all of it uncovered', () => {
    const around = box(-5, -5, size + 10, size + 10)
    const hole = inset(0).coordinates[0]!.toReversed()
    const measurement = measured({ ...around, coordinates: [...around.coordinates, hole] })
    expect(codes(measurement)).toContain('lines-coincide')
    expect(codes(measurement)).not.toContain('lines-are-the-plan')
    expect(measurement.layers[0]!.uncovered).toMatchObject({ shareHigh: 1 })
  })

  test('a zone that shares a side from outside, whose line is told to coincide', () => {
    const measurement = measured(box(size, 0, 8, size))
    expect(measurement.notes.find(({ code }) => code === 'lines-coincide')).toMatchObject({
      layer: 'control',
      values: { other: 'plan' },
    })
    expect(isSound(measurement)).toBe(true)
  })

  test('a spike without ground', () => {
    const measurement = measured(ring([3, 3], [12, 3 + 1e-12], [3, 3]))
    expect(measurement.layers[0]!.uncoveredM2).toBeCloseTo(measurement.plan.areaM2, 3)
    expect(isSound(measurement)).toBe(true)
  })
})

test.each<readonly [number, number]>([
  [0, 0],
  [0, 50],
  [50, 0],
  [1900, 1900],
])('half of the plan with accuracies of %d and %d m has a sound interval', (...accuracies) => {
  const measurement = measured(box(0, 0, 7.5, size), accuracies)
  expect(isSound(measurement)).toBe(true)
  const { low, high, areaM2 } = measurement.layers[0]!.classes[0]!
  if (accuracies[1] > 0) expect(high! - low!).toBeGreaterThan(0.05 * areaM2)
})
