import { expect, test } from 'vitest'
import { timeAxis } from '../../../core/charts/time-axis.ts'

test('days stand in their order and to scale, except where a stretch is marked as shortened', () => {
  const dates = ['2012-09-18', '2018-03-20', '2018-03-26', '2018-04-02', '2018-04-12']
  const { xOf, breaks } = timeAxis(dates)
  const places = dates.map(xOf)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect([places[0], places.at(-1)! < 1]).toEqual([0, true])
  expect(breaks).toEqual([{ from: places[0], to: places[1] }])
  const perDay = (places[2]! - places[1]!) / 6
  expect((places[3]! - places[2]!) / 7).toBeCloseTo(perDay, 12)
  expect((places[4]! - places[3]!) / 10).toBeCloseTo(perDay, 12)
  expect(xOf('2018-03-23')).toBeCloseTo((places[1]! + places[2]!) / 2, 12)
})

test('days before the line and after it stay on it', () => {
  const { xOf } = timeAxis(['2018-03-20', '2018-03-26'])
  expect(xOf('2010-01-01')).toBe(0)
  expect(xOf('2030-01-01')).toBeGreaterThan(xOf('2018-03-26'))
  expect(xOf('2030-01-01')).toBeLessThanOrEqual(1)
  expect(timeAxis(['2018-03-20']).xOf('2018-03-20')).toBe(0)
  expect(timeAxis([]).xOf('2018-03-20')).toBe(0)
})
