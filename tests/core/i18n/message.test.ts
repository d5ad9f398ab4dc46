import { describe, expect, test } from 'vitest'
import { formatMessage } from '../../../core/i18n/message.ts'
import { translate } from '../../../core/i18n/translate.ts'

const hectares = '{value, plural, one {هكتار واحد} two {هكتاران} few {# هكتارات} many {# هكتارًا} other {# هكتار}}'

describe('a message', () => {
  test.each([
    ['1', 'هكتار واحد'],
    ['2', 'هكتاران'],
    [3, '3 هكتارات'],
    ['11', '11 هكتارًا'],
    ['100', '100 هكتار'],
    ['1,003', '1,003 هكتارات'],
    ['77.5', '77.5 هكتار'],
    ['4.0', '4.0 هكتار'],
    ['160 إلى 210', '160 إلى 210 هكتارات'],
  ])('takes the noun that goes with %s', (value, text) => {
    expect(formatMessage(hectares, 'ar', { value })).toBe(text)
  })

  test('keeps a number that is more than a number where the form would swallow it', () => {
    expect(formatMessage(hectares, 'ar', { value: '1 إلى 2' })).toBe('1 إلى 2 هكتار')
  })

  test('says both of two, where the rules of a language have no dual', () => {
    expect([2, 3].map((of) => translate('en', 'reading.all-sources', { of }))).toEqual([
      'both sources',
      'all 3 sources',
    ])
    expect([2, 3].map((of) => translate('ar', 'reading.all-sources', { of }))).toEqual([
      'كلا المصدرين',
      'كل المصادر (3)',
    ])
  })

  test('puts values into forms and leaves a missing one visible', () => {
    const message = '{count, plural, one {# file of {name}} other {# files of {name}}}, {more}'
    expect(formatMessage(message, 'en', { count: '1', name: 'x#' })).toBe('1 file of x#, {more}')
    expect(formatMessage(message, 'en', { count: 1200, name: '{count}' })).toBe('1200 files of {count}, {more}')
  })
})
