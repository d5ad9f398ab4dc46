import { expect, test } from 'vitest'
import { movedClass, namesReferredTo, withLabel, withLook, withValue } from '../../../core/classify/class-edits.ts'
import { valueInTwo } from '../../../core/classify/class-mapping.ts'
import type { LayerClass } from '../../../core/model/layer.ts'

const one = (name: string | null, ...values: string[]): LayerClass => ({
  class: name,
  values,
  label: { en: name ?? 'no value' },
  color: '#112233',
  pattern: 'solid',
})
const classes = [one('A', 'a', 'a2'), one('B', 'b'), one(null, '')]
const reported = (list: readonly LayerClass[]) => list.map((each) => [each.class, each.values.join('|')])

test('a class moves to its place and the others keep their order', () => {
  expect(reported(movedClass(classes, 0, 1))).toEqual([
    ['B', 'b'],
    ['A', 'a|a2'],
    [null, ''],
  ])
  expect(reported(movedClass(classes, 2, 0))).toEqual([
    [null, ''],
    ['A', 'a|a2'],
    ['B', 'b'],
  ])
  expect(reported(classes)).toEqual([
    ['A', 'a|a2'],
    ['B', 'b'],
    [null, ''],
  ])
})

test('a value is in one class at most, and a class without values is gone', () => {
  expect(reported(withValue(classes, 'b', 0, 'control'))).toEqual([
    ['A', 'a|a2|b'],
    [null, ''],
  ])
  expect(reported(withValue(classes, 'a2', null, 'control'))).toEqual([
    ['A', 'a'],
    ['B', 'b'],
    [null, ''],
    ['a2', 'a2'],
  ])
  expect(reported(withValue(classes, '', 1, 'control'))).toEqual([
    ['A', 'a|a2'],
    ['B', 'b|'],
  ])
  expect(reported(withValue(withValue(classes, '', 1, 'control'), '', null, 'control')).at(-1)).toEqual([null, ''])
  expect(reported(withValue([one('a2', 'a', 'a2')], 'a2', null, 'control'))).toEqual([
    ['a2', 'a'],
    ['a2 (2)', 'a2'],
  ])
  expect(valueInTwo(withValue(classes, 'new', 1, 'control'))).toBeNull()
})

test('a class goes by its English label, unless that name is taken or something else refers to it', () => {
  const label = { en: 'Government', ar: 'الحكومة' }
  expect(withLabel(classes, 0, label, new Set())[0]).toMatchObject({ class: 'Government', label })
  expect(withLabel(classes, 0, label, new Set(['A']))[0]).toMatchObject({ class: 'A', label })
  expect(withLabel(classes, 0, { en: 'B' }, new Set())[0]!.class).toBe('A')
  expect(withLabel(classes, 2, { en: 'unknown' }, new Set())[2]!.class).toBeNull()
  expect(withLook(classes, 1, { color: '#5ED575', pattern: 'dots' })[1]).toMatchObject({
    class: 'B',
    color: '#5ED575',
    pattern: 'dots',
  })
})

test('the headline and published figures keep the names of the layer that they are about', () => {
  const source = 'x'
  const published = [
    {
      id: 'published-1',
      measure: 'areaM2' as const,
      value: 1,
      measuredAs: { layer: 'control', party: 'P', classes: ['C', null] },
      source,
    },
  ]
  const headline = { layer: 'control', party: 'H' }
  expect([...namesReferredTo({ headline, published }, 'control')]).toEqual(['H', 'P', 'C'])
  expect([...namesReferredTo({ headline, published }, 'damage')]).toEqual([])
})
