import { expect, test } from 'vitest'
import { relooked, settledClass } from '../../../core/classify/default-classes.ts'
import { settledLook } from '../../../core/classify/palettes.ts'

const first = Array.from({ length: 45 }, (_, place) => place)

test('zones have no colour that a party may have, and 45 of them a look each', () => {
  const ofParties = new Set(first.map((place) => settledLook('control', 'x', place).color))
  const looks = first.map((place) => settledLook('zones', 'x', place))
  expect(looks.filter(({ color }) => ofParties.has(color))).toEqual([])
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(45)
  expect(looks.map(({ pattern }) => pattern)).not.toContain('stripes')
})

test('a layer that is now about zones has their colours, but for what somebody chose', () => {
  const given = [
    settledClass({ values: ['a'] }, 0, 'context'),
    settledClass({ values: ['b'], color: '#123456' }, 1, 'context'),
    settledClass({ class: null, values: [''] }, 2, 'context'),
  ]
  const now = relooked(given, 'context', 'zones')
  expect(now[0]).toEqual({ ...given[0], ...settledLook('zones', 'a', 0) })
  expect(now[0]!.color).not.toBe(given[0]!.color)
  expect(now.slice(1)).toEqual(given.slice(1))
  expect(relooked(now, 'zones', 'context')).toEqual(given)
})
