import { expect, test } from 'vitest'
import { daysOf, haveCommonDay } from '../../../core/ogc/datetime.ts'

test.each<[string, string | null, string | null]>([
  ['2018-04-21', '2018-04-21', '2018-04-21'],
  ['2018-04-21T23:30:00-03:00', '2018-04-22', '2018-04-22'],
  ['2018-03-01/2018-04-21', '2018-03-01', '2018-04-21'],
  ['../2018-04-21', null, '2018-04-21'],
  ['/2018-04-21', null, '2018-04-21'],
  ['2018-04-21/..', '2018-04-21', null],
  ['2018-04-21T/..', '2018-04-21', null],
])('%s is from %s to %s', (text, from, to) => expect(daysOf(text)).toEqual({ from, to }))

test.each([
  '',
  '..',
  '../..',
  '/',
  '2018',
  '2018-02-30',
  '21/04/2018',
  '2018-04-22/2018-04-21',
  'a/b/c',
  '2018-04-21T25:00:00Z',
])('"%s" is no time', (text) => expect(daysOf(text)).toBeNull())

test('stretches of days that touch have a day in common, and open ones with all', () => {
  const march = { from: '2018-03-01', to: '2018-03-31' }
  expect(haveCommonDay(march, { from: '2018-03-31', to: null })).toBe(true)
  expect(haveCommonDay(march, { from: '2018-04-01', to: null })).toBe(false)
  expect(haveCommonDay(march, { from: null, to: '2018-02-28' })).toBe(false)
  expect(haveCommonDay(march, { from: null, to: null })).toBe(true)
})
