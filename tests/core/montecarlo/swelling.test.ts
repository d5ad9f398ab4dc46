import { expect, test } from 'vitest'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import { offsetM } from '../../../core/picture/plane.ts'
import { displaceable, displacer, type UncertainLayer } from '../../../core/montecarlo/displacement.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import type { OverlayLayer } from '../../../core/overlay/overlay.ts'
import { asOneClass } from '../../../core/overlay/union.ts'

const rectangle = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [[west, south], [east, south], [east, north], [west, north], [west, south]],
  ],
}) // prettier-ignore
const plan: UncertainLayer = {
  layer: asOneClass(shapesFromGeoJson([rectangle(36.2, 33.4, 36.4, 33.6)], 'polygon')),
  accuracyM: 0,
  source: 'plan',
}
/** Two classes side by side, 0.02 degrees wide and high each. */
const pair: OverlayLayer = {
  shapes: shapesFromGeoJson([rectangle(36.28, 33.49, 36.3, 33.51), rectangle(36.3, 33.49, 36.32, 33.51)], 'polygon'),
  polygonClass: Int32Array.of(0, 1),
  classCount: 2,
}
/** Lines that do not err on their own, to a tenth of a millimetre, so that the swelling alone is left. */
const zones = (left: number, right: number): UncertainLayer => ({
  layer: pair,
  accuracyM: 1e-4,
  source: 'zones',
  swelling: {
    source: 'picture',
    classes: [
      { name: 'left', sdM: left },
      { name: 'right', sdM: right },
    ],
  },
})
const rowsOf = (layer: UncertainLayer, draws = 400) =>
  simulate([plan, layer], { classCounts: [2], ground: [] }, { draws, seed: 3 }).rows.slice(1, 3)
const spreadOf = (row: Float64Array): number => {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length
  return Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (row.length - 1))
}

test('an area spreads by its outline times the deviation, and neighbours keep their line', () => {
  const [left, right] = rowsOf(zones(10, 0))
  const [east, north] = [offsetM([36.28, 33.5], [36.3, 33.5])[0], offsetM([36.29, 33.49], [36.29, 33.51])[1]]
  expect(spreadOf(left!) / (10 * 2 * (east + north))).toBeGreaterThan(0.9)
  expect(spreadOf(left!) / (10 * 2 * (east + north))).toBeLessThan(1.1)
  // The other errs by the line that both have, the other way.
  expect(spreadOf(right!) / (10 * north)).toBeGreaterThan(0.9)
  expect(spreadOf(right!) / (10 * north)).toBeLessThan(1.1)
  const [both] = simulate(
    [plan, zones(10, 7)],
    { classCounts: [2], ground: [[[0, 1]]] },
    { draws: 50, seed: 3 },
  ).rows.slice(3, 4)
  expect(Math.max(...both!)).toBeLessThan(1)
})

test('places that both have move to one place', () => {
  const ready = displaceable([plan, zones(10, 7)])
  const from = ready.layers[1]!.layer.shapes.coordinates
  const to = displacer(ready)(5, 2)[1]!.shapes.coordinates
  const moved = new Map<string, string>()
  let shared = 0
  for (let i = 0; i < from.length; i += 2) {
    const [key, place] = [`${from[i]} ${from[i + 1]}`, `${to[i]} ${to[i + 1]}`]
    if (moved.has(key)) shared++
    expect(moved.get(key) ?? place).toBe(place)
    moved.set(key, place)
  }
  expect(shared).toBeGreaterThan(5)
})

test('a layer without it is drawn as before, and a class errs alike whatever its number', () => {
  const plain: UncertainLayer = { layer: pair, accuracyM: 30, source: 'zones' }
  const none = { ...plain, swelling: { source: 'picture', classes: [{ name: 'left', sdM: 0 }, { name: 'right', sdM: 0 }] } } // prettier-ignore
  expect(rowsOf(none, 20)).toEqual(rowsOf(plain, 20))
  const [left] = rowsOf(zones(10, 0), 20)
  const turned: UncertainLayer = {
    ...zones(0, 10),
    layer: { ...pair, polygonClass: Int32Array.of(1, 0) },
    swelling: { source: 'picture', classes: [{ name: 'right', sdM: 0 }, { name: 'left', sdM: 10 }] }, // prettier-ignore
  }
  const [, same] = rowsOf(turned, 20)
  for (const [i, areaM2] of left!.entries()) expect(same![i]).toBeCloseTo(areaM2, 3)
})
