import { array, assert, constantFrom, integer, nat, option, pre, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { placedAt, drawnSeries } from '../../../core/layers/place-layer.ts'
import { roles, type Layer } from '../../../core/model/layer.ts'
import { fromBelow } from '../../../core/symbology/drawing-order.ts'
import { exampleStudy } from '../sheet/example-study.ts'

const [example] = exampleStudy().layers
const layerOf = (name: string, role: Layer['role'], order?: number): Layer => ({
  ...example!,
  id: name,
  name,
  role,
  ...(order === undefined ? {} : { order }),
})

const layers = array(record({ role: constantFrom(...roles), order: option(integer({ min: 1, max: 9 })) }), {
  maxLength: 12,
}).map((all) => all.map(({ role, order }, i) => layerOf(`layer-${i}`, role, order ?? undefined)))

const namesOf = (all: readonly Layer[]): string[] => all.map(({ name }) => name)

test('layers without a place lie as their roles do, from context to the plan', () => {
  const drawn = fromBelow([...roles].map((role) => layerOf(role, role)))
  expect(namesOf(drawn)).toEqual(['context', 'control', 'zones', 'damage', 'shelling', 'units', 'plan'])
})

test('a layer that comes later lies right above those that its role lies above', () => {
  const placed = [layerOf('shelling', 'shelling', 1), layerOf('control', 'control', 2), layerOf('damage', 'damage')]
  expect(namesOf(fromBelow(placed))).toEqual(['shelling', 'control', 'damage'])
})

test('no layer is lost or doubled, places are kept, and plans lie on top', () => {
  assert(
    property(layers, (all) => {
      const drawn = fromBelow(all)
      expect(namesOf(drawn).toSorted()).toEqual(namesOf(all).toSorted())
      const places = drawn.flatMap(({ role, order }) => (order === undefined || role === 'plan' ? [] : [order]))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      const plans = drawn.map(({ role }) => role === 'plan')
      expect(plans).toEqual(plans.toSorted((a, b) => Number(a) - Number(b)))
    }),
  )
})

test('a layer that is placed lies there, the others keep their order, and nothing else is said of any', () => {
  assert(
    property(layers, nat(), integer({ min: 1, max: 20 }), (all, which, place) => {
      const series = drawnSeries(all)
      pre(series.length > 0)
      const { name } = series[which % series.length]!
      const placed = placedAt(all, name, place)
      const after = drawnSeries(placed)
      expect(namesOf(after).indexOf(name)).toBe(Math.min(place, series.length) - 1)
      const others = (own: readonly Layer[]): string[] => namesOf(own).filter((each) => each !== name)
      expect(others(after)).toEqual(others(series))
      expect(after.map(({ order }) => order)).toEqual(after.map((_, i) => i + 1))
      expect(placed.map((layer) => ({ ...layer, order: 0 }))).toEqual(all.map((layer) => ({ ...layer, order: 0 })))
    }),
  )
})
