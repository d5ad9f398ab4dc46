import { expect, test } from 'vitest'
import { relooked, builtClass } from '../../../core/classify/default-classes.ts'
import { defaultStyle } from '../../../core/symbology/palettes.ts'

const first = Array.from({ length: 45 }, (_, place) => place)

test('zones have no colour that a party may have, and 45 of them a look each', () => {
  const ofParties = new Set(first.map((place) => defaultStyle('control', 'x', place).color))
  const styles = first.map((place) => defaultStyle('zones', 'x', place))
  expect(styles.filter(({ color }) => ofParties.has(color))).toEqual([])
  expect(new Set(styles.map((style) => JSON.stringify(style))).size).toBe(45)
  expect(styles.map(({ pattern }) => pattern)).not.toContain('stripes')
})

test('a layer that is now about zones has their colours, but for what somebody chose', () => {
  const given = [
    builtClass({ values: ['a'] }, 0, 'context'),
    builtClass({ values: ['b'], color: '#123456' }, 1, 'context'),
    builtClass({ class: null, values: [''] }, 2, 'context'),
  ]
  const now = relooked(given, 'context', 'zones')
  expect(now[0]).toEqual({ ...given[0], ...defaultStyle('zones', 'a', 0) })
  expect(now[0]!.color).not.toBe(given[0]!.color)
  expect(now.slice(1)).toEqual(given.slice(1))
  expect(relooked(now, 'zones', 'context')).toEqual(given)
})
