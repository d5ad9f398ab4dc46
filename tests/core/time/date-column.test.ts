import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateColumn, type DateOrder } from '../../../core/time/date-column.ts'

type Value = string | number | null
/** The days of a column as short text: a day, the ends of several, or what else a cell is. */
const read = (values: readonly Value[], order?: DateOrder): string[] => {
  const column = dateColumn(values, order)
  return values.map((value) => {
    const reading = column.read(value)
    if (reading.kind === 'days') return reading.from === reading.to ? reading.from : `${reading.from}..${reading.to}`
    return reading.kind === 'open' ? reading.side : reading.kind === 'unusable' ? reading.reason : 'empty'
  })
}
const one = (value: Value): string => read([value])[0]!

describe('one day, however it is written', () => {
  test.each([
    '2018-04-21',
    '2018/4/21',
    '20180421',
    '2018.04.21',
    '2018-04-21T23:30:00-05:00',
    '2018-04-21 00:00:00.000',
    '21 April 2018',
    '21-Apr-2018',
    'Apr 21 2018',
    'April 21st, 2018',
    'Saturday, 21 April 2018',
    '21 avril 2018',
    '21 نيسان 2018',
    '٢١ نيسان ٢٠١٨',
    '21 أبريل 2018',
    '21 إبريل/نيسان 2018',
    'السبت 21 نيسان 2018',
    '21 نيسان 2018م',
    '\u200F٢٠١٨-٠٤-٢١',
    '۲۰۱۸/۰۴/۲۱',
    '21-Apr-18',
    '2018-04-21T12:00',
  ])('%s', (text) => expect(one(text)).toBe('2018-04-21'))
  test.each([43211, '43211', '43211.75', 1524268800000, '1524268800', 1524268800, 1524268800000000, 20180421])(
    'the number %s',
    (value) => expect(one(value)).toBe('2018-04-21'),
  )
  test.each(['1439-08-05', '٥/٨/١٤٣٩', '5 شعبان 1439', '5 شعبان 1439 هـ', '1439/8/5هـ', '5/8/1439 AH', '14390805'])(
    'the Hijri day %s',
    (text) => expect(read([text, '21/8/1439'])[0]).toBe('2018-04-21'),
  )
})

test.each([
  ['كانون الثاني', '01'],
  ['شباط', '02'],
  ['آذار', '03'],
  ['نيسان', '04'],
  ['أيّار', '05'],
  ['حزيران', '06'],
  ['تموز', '07'],
  ['آب', '08'],
  ['أيلول', '09'],
  ['تشرين الأول', '10'],
  ['تشرين الثاني', '11'],
  ['كانون الأول', '12'],
  ['يناير', '01'],
  ['فبراير', '02'],
  ['مارس', '03'],
  ['مايو', '05'],
  ['يونيو', '06'],
  ['يوليو', '07'],
  ['أغسطس', '08'],
  ['سبتمبر', '09'],
  ['أكتوبر', '10'],
  ['نوفمبر', '11'],
  ['ديسمبر', '12'],
])('the month %s', (name, month) => expect(one(`3 ${name} 2016`)).toBe(`2016-${month}-03`))

test('months and years are all of their days', () => {
  expect(
    read(['2018-04', '04/2018', 'نيسان 2018', '2018-04-00', '2018', 2018, '2018-00-00', '2016-02', '201804']),
  ).toEqual([
    '2018-04-01..2018-04-30',
    '2018-04-01..2018-04-30',
    '2018-04-01..2018-04-30',
    '2018-04-01..2018-04-30',
    '2018-01-01..2018-12-31',
    '2018-01-01..2018-12-31',
    '2018-01-01..2018-12-31',
    '2016-02-01..2016-02-29',
    '2018-04-01..2018-04-30',
  ])
  expect(one('1439-08')).toBe('2018-04-17..2018-05-15')
})

test('ends that are none are open', () => {
  expect(read(['9999-12-31', '31/12/9999', '9999-12-31T23:59:59', 2958465, 253402300799, 99991231])).toEqual(
    Array(6).fill('future'),
  )
  expect(read(['0001-01-01', '01/01/0001', '0001-01-01T00:00:00', -62135596800])).toEqual(Array(4).fill('past'))
  expect(read(['', null, '0000-00-00', 'NaT', 0, '  '])).toEqual(Array(6).fill('empty'))
})

test('any year is a year, and that of another calendar is one only where nothing speaks against it', () => {
  expect(read(['1850-07-04', '0476-09-04', '1439-08-05', '2150-01-01'])).toEqual([
    '1850-07-04',
    '0476-09-04',
    '1439-08-05',
    '2150-01-01',
  ])
  expect(read(['1397-02-01', '2561-04-21'])).toEqual(['other-calendar', 'other-calendar'])
  expect(read(['2018-04-21', '2500-01-01', '3000-01-01'])).toEqual(['2018-04-21', '2500-01-01', '3000-01-01'])
})

test('day and month by the column as a whole, or as asked', () => {
  expect(read(['05/04/2018', '20/04/2018'])).toEqual(['2018-04-05', '2018-04-20'])
  expect(read(['04/05/2018', '4/20/2018'])).toEqual(['2018-04-05', '2018-04-20'])
  expect(read(['05.04.2018', '06.04.2018', '05/05/2018'])).toEqual(['day-or-month', 'day-or-month', '2018-05-05'])
  expect(read(['20/04/2018', '04/20/2018', '03/04/2018'])).toEqual(['2018-04-20', '2018-04-20', 'day-or-month'])
  expect(read(['05/04/2018'], 'dmy')).toEqual(['2018-04-05'])
  expect(read(['05/04/2018'], 'mdy')).toEqual(['2018-05-04'])
  expect(read(['21/04/18', '22/04/18'])).toEqual(['day-or-month', 'day-or-month'])
  expect(read(['21/04/18', '22/04/98'], 'dmy')).toEqual(['2018-04-21', '1998-04-22'])
})

test.each([
  '2018-02-30',
  '2018-13-01',
  '31/04/2018',
  '2018-04-31',
  '30 February 2018',
  'spring',
  '5',
  12,
  true as never,
  '1439-08-31',
  '12:30',
  '2018-W16',
])('%s is no day', (value) => expect(one(value)).toBe('no-date'))

test('a Hijri day comes back as Intl writes it', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC' })
  fc.assert(
    fc.property(fc.integer({ min: 5600, max: 31_000 }), (days) => {
      const day = new Date(days * 86_400_000)
      const [month, date, year] = format
        .format(day)
        .replace(/[^\d/]/g, '')
        .split('/')
      expect(one(`${year}-${month}-${date}`)).toBe(day.toISOString().slice(0, 10))
    }),
    { seed: 15, numRuns: 300 },
  )
})
