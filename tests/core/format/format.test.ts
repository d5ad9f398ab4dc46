import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatHectares,
  formatHectareValue,
  formatLayerDate,
  formatShare,
} from '../../../core/format/format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('areas', () => {
  test.each([
    [8_996_000, '899.6 ha', '899.6 هكتار'],
    [0, '0.0 ha', '0.0 هكتار'],
    [-1e-9, '0.0 ha', '0.0 هكتار'],
    [12, '< 0.1 ha', '\u2066< 0.1\u2069 هكتار'],
    [99_999_999, '10,000.0 ha', '10,000.0 هكتار'],
    [109_360_868_800, '109,360.9 km²', '109,360.9 كم²'],
  ])('%d m² is %s', (areaM2, en, ar) => {
    expect(plain(formatHectares(areaM2, 'en'))).toBe(en)
    expect(plain(formatHectares(areaM2, 'ar'))).toBe(ar)
  })

  test('a column value has no unit', () => expect(formatHectareValue(1_351_234, 'ar')).toBe('135.1'))

  test('shares', () => {
    expect(plain(formatShare(0.153, 'en', 0))).toBe('15 %')
    expect(plain(formatShare(0.153, 'ar'))).toBe('15.3%')
    expect(plain(formatShare(1e-5, 'en'))).toBe('< 0.1 %')
  })
})

describe('dates', () => {
  test.each([
    ['2018-04-21', '21 April 2018', '21 نيسان 2018'],
    ['2018-01', 'January 2018', 'كانون الثاني 2018'],
    ['2018', '2018', '2018'],
    ['2022-05/..', 'May 2022 or later', 'أيار 2022 أو بعد ذلك'],
    ['undated copy', 'undated copy', 'undated copy'],
  ])('%s', (date, en, ar) => {
    expect(formatDate(date, 'en')).toBe(en)
    expect(formatDate(date, 'ar')).toBe(ar)
  })

  test('of layers', () => {
    expect(formatLayerDate({ from: '2012-11-09', to: '2016-08-26' }, 'en')).toBe('9 November 2012 to 26 August 2016')
    expect(formatLayerDate({ from: '2018-05-21' }, 'ar')).toBe('منذ 21 أيار 2018')
    expect(formatLayerDate({}, 'en')).toBe('day not stated')
    expect(formatLayerDate({ from: '2018-04-10', date: '2018-04-21' }, 'en')).toBe('10 April 2018 to 21 April 2018')
  })
})
