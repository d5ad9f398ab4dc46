import { describe, expect, test } from 'vitest'
import {
  formatInterval,
  formatShareInterval,
  formatShareOf,
  intervalParts,
} from '../../../core/format/interval-text.ts'

const ha = (value: number) => value * 10_000

describe('an area with its interval', () => {
  test.each([
    [412.3, 403.1, 421.4, '412 (403 to 421)'],
    [412, 403, 425, '412 (403 to 425)'],
    [135.2, 121.4, 149.1, '135 (121 to 149)'],
    [899.51, 852, 947, '900 (850 to 950)'],
    [77.01, 58.4, 95.6, '77 (58 to 96)'],
    [77.01, 57.4, 96.6, '80 (60 to 100)'],
    [500, 403, 597, '500 (400 to 600)'],
    [0, 0, 0, '0.0'],
    [0.4, 0, 3, '0.4 (0.0 to 3.0)'],
    [77.04, 76.9, 77.2, '77.04 (76.90 to 77.20)'],
    [5, 4.98, 5.02, '5.00 (4.98 to 5.02)'],
    [3, 3, 3, '3.0'],
  ])('%d ha, %d to %d: %s', (value, low, high, expected) =>
    expect(formatInterval(ha(value), { low: ha(low), high: ha(high) }, 'en')).toBe(expected),
  )

  test('is not made up where there is none', () => expect(formatInterval(ha(5), {}, 'en')).toBeNull())

  test('reads in Arabic', () =>
    expect(formatInterval(ha(0.4), { low: 0, high: ha(3) }, 'ar')).toBe('0.4 (0.0 إلى 3.0)'))
})

describe('a share with its interval', () => {
  const plain = (text: string | null): string | undefined => text?.replaceAll('\u00a0', ' ')

  test.each([
    [0.387, 0.357, 0.417, '39 (36 to 42) %', '39 %'],
    [0.0856, 0.06, 0.107, '9 (6 to 11) %', '9 %'],
    [0.2, 0.185, 0.215, '20.0 (18.5 to 21.5) %', '20.0 %'],
    [0.59, 0.34, 0.84, '60 (30 to 80) %', '60 %'],
    [1, 1, 1, '100 %', '100 %'],
  ])('%d, %d to %d: %s', (share, shareLow, shareHigh, around, alone) => {
    expect(plain(formatShareInterval(share, { shareLow, shareHigh }, 'en'))).toBe(around)
    expect(plain(formatShareOf(share, { shareLow, shareHigh }, 'en'))).toBe(alone)
  })

  test('has one decimal where there is none', () => expect(plain(formatShareOf(0.0856, {}, 'en'))).toBe('8.6 %'))
})

test('columns of their own have the same value and ends as one text', () => {
  const interval = { low: ha(57.4), high: ha(96.6) }
  expect(formatInterval(ha(77.01), interval, 'en')).toBe('80 (60 to 100)')
  expect(intervalParts(ha(77.01), interval)).toEqual({ value: '80', low: '60', high: '100' })
})
