import { expect, test } from 'vitest'
import { measurableOf } from '../../../core/study/measurable.ts'
import { measureStudy } from '../../../core/study/measure.ts'
import { unitIntervals } from '../../../core/study/unit-intervals.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const source = 'one-drawing'
const drawing = { draws: 100, seed: 4 }

function measuredWith(units: Parameters<typeof made>[0]) {
  const layers = [
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 30, source }),
    made([zone({ c: 'a' }, box(0, 0, 4, 10)), zone({ c: 'b' }, box(3, 0, 5, 10))], { id: 'control', role: 'control', classField: 'c', accuracyM: 50 }),
    made(units, { id: 'units', role: 'units', accuracyM: 30, source }),
  ]
  const { study, features } = studyOf(layers)
  const measurement = measureStudy(study, features, drawing)
  const ground = measurableOf(study, features, null)
  if (!measurement.ok || !ground.ok) throw new Error('the fixture cannot be measured')
  return { measurement: measurement.value, drawn: unitIntervals(ground.value, ground.value.zones[0]!, drawing) }
}

test('a unit that is the plan has the plan’s own intervals, class by class, and leaves nothing outside', () => {
  const { measurement, drawn } = measuredWith([zone({}, box(0, 0, 10, 10))])
  const [own, outside] = drawn!
  expect([own!.whole.low, own!.whole.high]).toEqual([expect.closeTo(measurement.plan.low!, 3), expect.closeTo(measurement.plan.high!, 3)])
  for (const { class: name, low, high } of measurement.layers[0]!.classes) {
    const { low: from, high: to } = own!.classes.get(name)!
    expect([from, to]).toEqual([expect.closeTo(low!, 3), expect.closeTo(high!, 3)])
  }
  expect(outside!.whole.high).toBeLessThan(1)
})

test('every unit has its interval round its area, also where units lie over one another', () => {
  const { measurement, drawn } = measuredWith([zone({}, box(0, 0, 6, 10)), zone({}, box(5, 0, 4, 10))])
  expect(drawn).toHaveLength(measurement.units!.length)
  for (const [i, { areaM2, layers }] of measurement.units!.entries()) {
    const { whole, classes } = drawn![i]!
    expect(whole.low! < areaM2 && areaM2 < whole.high!).toBe(true)
    for (const [name, classM2] of Object.entries(layers['control']!)) {
      const { low, high } = classes.get(name)!
      expect(low! < classM2 && classM2 < high!).toBe(true)
    }
  }
})

test('units that state no accuracy have no intervals', () => {
  const layers = [
    made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 30 }),
    made([zone({}, box(0, 0, 4, 10))], { id: 'control', role: 'control', accuracyM: 50 }),
    made([zone({}, box(0, 0, 6, 10))], { id: 'units', role: 'units' }),
  ]
  const { study, features } = studyOf(layers)
  const ground = measurableOf(study, features, null)
  expect(ground.ok && unitIntervals(ground.value, ground.value.zones[0]!, drawing)).toBeNull()
})
