import { expect, test } from 'vitest'
import { localizeDates } from '../../../core/format/localize-dates.ts'

test('days of notes stand in words; columns and days of another calendar keep their figures in order', () => {
  const values = {
    date: '2015-05-01',
    field: '2015-05-01',
    other: '1439-08-05',
    count: 3,
    list: '2015-05-01, 2016-01-01',
  }
  expect(localizeDates(values, 'en')).toEqual({ ...values, count: '3', date: '1 May 2015' })
  expect(localizeDates(values, 'ar')).toEqual({
    ...values,
    count: '3',
    date: '1 أيار 2015',
    field: '\u20662015-05-01\u2069',
    other: '\u20661439-08-05\u2069',
    list: '\u20662015-05-01\u2069، \u20662016-01-01\u2069',
  })
})

test('lists, counts and positions of notes stand as the language writes them; numbers that name something do not', () => {
  const values = { count: 1433, feature: 1433, places: '4, 5, …', known: '.shp, .csv', place: '36.276° E -33.514° N' }
  expect(localizeDates(values, 'en')).toEqual({ ...values, count: '1,433', place: '33.514° S 36.276° E' })
  expect(localizeDates(values, 'ar')).toEqual({
    count: '1,433',
    feature: 1433,
    places: '4، 5 وغيرها',
    known: '\u2066.shp\u2069، \u2066.csv\u2069',
    place: '\u206633.514°\u2069 جنوبًا \u206636.276°\u2069 شرقًا',
  })
})
