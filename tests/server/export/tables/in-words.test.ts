import { expect, test } from 'vitest'
import { namesAsWritten } from '../../../../core/format/names.ts'
import { publishedTable } from '../../../../server/export/tables/record-tables.ts'
import { inWords } from '../../../../server/export/tables/named.ts'

test('whether our figure differs from a published one stands in words in an Arabic table, as a code in an English one', () => {
  const row = {
    published: { id: 'area', measure: 'areaM2', value: 9_000_000, source: 'one' },
    date: null,
    at: null,
    measured: null,
    interval: null,
    difference: null,
    differenceOfPublished: null,
    without: 'no-snapshot',
    verdict: 'within',
    drawnTo: false,
  } as const
  const table = publishedTable([row], { sources: [{ id: 'one', title: { en: 'One' } }] }, 'ar')!
  const verdictIn = (language: 'en' | 'ar') =>
    inWords(table, namesAsWritten, language).rows[0]![table.fields.findIndex(({ name }) => name === 'verdict')]
  expect(verdictIn('en')).toBe('within')
  expect(verdictIn('ar')).toBe('لم يُحسم: ضمن المجال')
})
