import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rounded } from '../../../core/export/export-layer.ts'
import { typeOf, valueAs } from '../../../core/export/field.ts'
import { shortNames, uniqueNames } from '../../../core/export/unique-names.ts'

test('Arabic names become short Latin ones that can still be told apart', () => {
  expect(
    shortNames(['اسم المنطقة', 'اسم المنطقة الثانية', 'name', 'NAME', 'shareOfPlan', 'Höhe', '2018', '', '城']),
  ).toEqual(['asm_almntq', 'asm_almn_2', 'name', 'NAME_2', 'shareOfPla', 'Hohe', 'field', 'field_2', 'field_3'])
})

test('whatever the names, the short ones fit a shapefile and differ', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'الاسم', 'field')), { maxLength: 40 }),
      (names) => {
        const short = shortNames(names)
        for (const name of short) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,9}$/)
        expect(new Set(short.map((name) => name.toLowerCase())).size).toBe(names.length)
        const long = uniqueNames(names, ['fid'])
        expect(new Set([...long.map((name) => name.toLowerCase()), 'fid']).size).toBe(names.length + 1)
      },
    ),
    { numRuns: 300, seed: 1 },
  )
})

test('a column has the type that holds all of its values', () => {
  expect([
    typeOf([1, null, 2]),
    typeOf([1, 2.5]),
    typeOf([true, null]),
    typeOf([1, 'a']),
    typeOf([]),
    typeOf([2 ** 60]),
  ]).toEqual(['integer', 'number', 'boolean', 'text', 'text', 'number'])
  expect([valueAs('text', 5), valueAs('text', true), valueAs('number', 5), valueAs('text', undefined)]).toEqual([
    '5',
    'true',
    5,
    null,
  ])
})

test('no number is written with more than 15 decimals, and none moves by more than that', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (value) => {
      expect(String(rounded(value))).not.toMatch(/\.\d{16}/)
      expect(Math.abs(rounded(value) - value)).toBeLessThanOrEqual(1e-15)
    }),
    { numRuns: 2_000, seed: 1 },
  )
})
