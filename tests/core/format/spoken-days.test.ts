import { expect, test } from 'vitest'
import { spokenDays } from '../../../core/format/spoken-days.ts'

test('days of notes stand in words; columns and days of another calendar keep their figures in order', () => {
  const values = {
    date: '2015-05-01',
    field: '2015-05-01',
    other: '1439-08-05',
    count: 3,
    list: '2015-05-01, 2016-01-01',
  }
  expect(spokenDays(values, 'en')).toEqual({ ...values, date: '1 May 2015' })
  expect(spokenDays(values, 'ar')).toEqual({
    ...values,
    date: '1 أيار 2015',
    field: '\u20662015-05-01\u2069',
    other: '\u20661439-08-05\u2069',
  })
})
