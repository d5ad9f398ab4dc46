import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { overlay } from '../../../core/overlay/overlay.ts'
import { shapesOf } from '../shapes-of.ts'
import { layersOn, ringOn } from './grid-layers.ts'
import { fromPlain, keyed, totalM2 } from './overlay-of.ts'
import { slabAreas, type PlainLayer } from './slab-integration.ts'

const numRuns = Number(process.env['BASILIA_PROPERTY_RUNS'] ?? 400)

function agrees(layers: PlainLayer[], step: number): void {
  const found = overlay(layers.map(fromPlain))
  const areas = keyed(found)
  const toleranceM2 = 1e-9 * (step * 111_320) ** 2 + 1e-6
  let planM2 = 0
  for (const [key, areaM2] of slabAreas(layers)) {
    if (!key.startsWith('0.')) continue
    planM2 += areaM2
    expect(Math.abs((areas.get(key) ?? 0) - areaM2), `${key} is ${areas.get(key)}, want ${areaM2}`).toBeLessThan(
      toleranceM2,
    )
    areas.delete(key)
  }
  for (const [key, areaM2] of areas) expect(areaM2, `${key} should not be there`).toBeLessThan(toleranceM2)
  expect(Math.abs(totalM2(found) - planM2)).toBeLessThan(toleranceM2)
  expect(Math.abs(found.planM2 - planM2)).toBeLessThan(toleranceM2)
}

for (const [size, step] of [
  [3, 2 ** -6],
  [4, 2 ** -10],
  [5, 0.001],
] as const) {
  test(`random layers on a grid of ${size + 1} x ${size + 1} points, ${step} degrees apart, agree with a slab integration`, () => {
    fc.assert(
      fc.property(layersOn(size, step), (layers) => agrees(layers, step)),
      { numRuns, seed: 20180421 },
    )
  }, 3_600_000)
}

test('areas of single polygons agree with a slab integration', () => {
  fc.assert(
    fc.property(fc.array(ringOn(4, 0.001), { minLength: 1, maxLength: 4 }), (rings) => {
      const wanted = slabAreas([{ polygons: [rings], classes: [0] }]).get('0.0') ?? 0
      expect(Math.abs(polygonAreasM2(shapesOf([rings]))[0]! - wanted)).toBeLessThan(1e-4)
    }),
    { numRuns, seed: 20180421 },
  )
}, 3_600_000)
