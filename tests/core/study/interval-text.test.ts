import { describe, expect, test } from 'vitest'
import { formatInterval } from '../../../core/study/interval-text.ts'

const ha = (value: number) => value * 10_000

describe('an area with its interval', () => {
  test.each([
    [412.3, 403.1, 421.4, '412 ± 9'],
    [412, 403, 425, '412 (403 to 425)'],
    [135.2, 121.4, 149.1, '135 ± 14'],
    [899.51, 852, 947, '900 ± 50'],
    [77.01, 58.4, 95.6, '77 ± 19'],
    [77.01, 57.4, 96.6, '80 ± 20'],
    [500, 403, 597, '500 ± 100'],
    [0, 0, 0, '0.0'],
    [0.4, 0, 3, '0.4 (0.0 to 3.0)'],
    [77.04, 76.9, 77.2, '77.04 (76.90 to 77.20)'],
    [5, 4.98, 5.02, '5.00 ± 0.02'],
    [3, 3, 3, '3.0'],
  ])('%d ha, %d to %d: %s', (value, low, high, expected) =>
    expect(formatInterval(ha(value), { low: ha(low), high: ha(high) }, 'en')).toBe(expected),
  )

  test('is not made up where there is none', () => expect(formatInterval(ha(5), {}, 'en')).toBeNull())

  test('puts the half into brackets in Arabic, so that it reads alike from either side', () =>
    expect(formatInterval(ha(412.3), { low: ha(403.1), high: ha(421.4) }, 'ar')).toBe('412 (±9)'))

  test('reads in Arabic', () => expect(formatInterval(ha(0.4), { low: 0, high: ha(3) }, 'ar')).toBe('0.4 (0.0 إلى 3.0)'))
})
