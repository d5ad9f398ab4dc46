import { describe, expect, test } from 'vitest'
import { version } from '../../../core/result/version.ts'
import { ar } from '../../../core/i18n/ar/index.ts'
import { en } from '../../../core/i18n/en/index.ts'
import { translate } from '../../../core/i18n/translate.ts'
import packageJson from '../../../package.json' with { type: 'json' }

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+(?=\}|, plural)/g) ?? [])].sort()

describe('the word catalogues', () => {
  test('hold the same keys', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort())
  })

  test.each(Object.keys(en) as (keyof typeof en)[])('%s is filled, with the same values in both languages', (key) => {
    expect(en[key].trim()).not.toBe('')
    expect(ar[key].trim()).not.toBe('')
    expect(placeholders(ar[key])).toEqual(placeholders(en[key]))
  })

  test('values are put in as they stand; a missing one stays visible', () => {
    expect(translate('en', 'date.day', { day: '$&', month: '{year}', year: 2018 })).toBe('$& {year} 2018')
    expect(translate('en', 'date.day', { day: 1, month: 'May' })).toBe('1 May {year}')
  })
})

test('the version that records name is that of the package', () => {
  expect(version).toBe(packageJson.version)
})
