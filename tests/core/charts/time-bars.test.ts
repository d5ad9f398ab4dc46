import { expect, test } from 'vitest'
import { groundShares } from '../../../core/charts/ground-shares.ts'
import { timeAxis } from '../../../core/charts/time-axis.ts'
import { timeBars } from '../../../core/charts/time-bars.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const square = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
const control = (date: string, ...sides: readonly [string, number, number][]) =>
  made(
    sides.map(([side, x, width]) => zone({ side }, box(x, 0, width, 10))),
    { id: `control-${date}`, name: 'control', role: 'control', classField: 'side', accuracyM: 10, date },
  )
const { study, features } = studyOf(
  [
    square,
    control('2018-03-20', ['A', 0, 6], ['B', 6, 3]),
    control('2018-04-21', ['A', 0, 3], ['B', 3, 6]),
    control('2018-04-25', ['A', 0, 3], ['B', 3, 6]),
    control('2024-12-08', ['B', 1, 6]),
  ],
  { plan: { layer: 'plan', name: { en: 'Made plan' }, announced: '2018-03-26' } },
)
const timeline = timelineOf(study, features, { draws: 100, seed: 1 })
if (!timeline.ok) throw new Error(timeline.problem.code)
const { dates } = timeline.value
const parts = groundShares(dates, 'control', 'en')
const steps = timeBars(dates, 'control', parts, timeAxis(dates.map(({ date }) => date)).xOf)

test('the bars of a step lie one upon the other and come to the plan', () => {
  expect(steps.map(({ date }) => date)).toEqual(['2018-03-20', '2018-04-21', '2018-04-25', '2024-12-08'])
  for (const { bars } of steps) {
    expect(bars[0]!.low).toBe(0)
    for (const [i, bar] of bars.entries()) if (i > 0) expect(bar.low).toBeCloseTo(bars[i - 1]!.high, 9)
    expect(bars.at(-1)!.high).toBeCloseTo(1, 6)
  }
})

test('steps follow one another to the end of the axis; a day of another series makes none', () => {
  expect(dates.map(({ date }) => date)).toContain('2018-03-26')
  for (const [i, { to }] of steps.entries()) expect(to).toBe(steps[i + 1]?.from ?? 1)
  expect(steps.every(({ isSnapshot, isLastKnown }) => isSnapshot && isLastKnown)).toBe(true)
})

test('the bar of an interval lies round the upper edge of its part, beside those of the others', () => {
  const errors = steps.flatMap((step) => step.errors.map((error) => ({ ...error, step })))
  expect(errors.length).toBeGreaterThan(0)
  for (const { x, low, high, step } of errors) {
    expect(x > step.from && x < step.to && high > low && high <= 1).toBe(true)
    expect(step.bars.some((bar) => bar.high >= low - 1e-9 && bar.high <= high + 1e-9)).toBe(true)
  }
})
