import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { overlapGround, type Ground } from '../../../core/overlay/overlap-ground.ts'
import { overlay } from '../../../core/overlay/overlay.ts'
import { layersOn } from './grid-layers.ts'
import { fromPlain, layerOf } from './overlay-of.ts'
import { faultsOf } from './validity.ts'

const numRuns = Number(process.env['BASILIA_PROPERTY_RUNS'] ?? 300)

const areaOfGroup = ({ shapes, areasM2 }: Ground, group: number): number =>
  areasM2.reduce((sum, areaM2, polygon) => sum + (shapes.polygonFeature[polygon] === group ? areaM2 : 0), 0)

/** Groups: the plan as a whole, and the classes 0, 1, 2 of the second layer, which may overlap. */
const groupsOf = ([, over = []]: readonly (readonly number[])[]): number[] => [0, ...over.map((of) => of + 1)]

for (const [size, step] of [
  [3, 2 ** -6],
  [4, 0.001],
  [7, 0.0013],
] as const) {
  test(`ground of random layers on ${size + 1} x ${size + 1} points is valid and has the area of the walk`, () => {
    fc.assert(
      fc.property(layersOn(size, step), (plain) => {
        const layers = plain.map(fromPlain)
        const { ground } = overlapGround(layers, groupsOf)
        expect(faultsOf(ground.shapes)).toEqual([])
        const { combinations } = overlay(layers)
        for (const group of [0, 1, 2, 3]) {
          const wanted = combinations.reduce(
            (sum, { classes, areaM2 }) => sum + (groupsOf(classes).includes(group) ? areaM2 : 0),
            0,
          )
          expect(Math.abs(areaOfGroup(ground, group) - wanted)).toBeLessThan(1e-9 * (step * 111_320) ** 2 + 1e-6)
        }
        const again = polygonAreasM2(ground.shapes)
        for (const [polygon, areaM2] of ground.areasM2.entries())
          expect(Math.abs(again[polygon]! - areaM2)).toBeLessThan(1e-5)
      }),
      { numRuns, seed: 20180421 },
    )
  }, 3_600_000)
}

const box = (west: number, south: number, east: number, north: number) =>
  [
    [36 + west, 33 + south],
    [36 + east, 33 + south],
    [36 + east, 33 + north],
    [36 + west, 33 + north],
  ] as const

test('a hole keeps its shell, an island stands alone, and neighbours of one group dissolve', () => {
  const plan = layerOf([[box(0, 0, 0.09, 0.09)]])
  const zones = layerOf([
    [box(0.01, 0.01, 0.04, 0.08), box(0.02, 0.02, 0.03, 0.07)],
    [box(0.04, 0.01, 0.08, 0.08)],
    [box(0.024, 0.03, 0.026, 0.04)],
  ])
  const { ground } = overlapGround([plan, zones], ([, over]) => (over!.length > 0 ? [0] : []))
  expect(Array.from(ground.shapes.partPolygon)).toEqual([0, 1, 1])
  expect(faultsOf(ground.shapes)).toEqual([])
})

test('ground narrower than the width asked for is kept apart', () => {
  const plan = layerOf([[box(0, 0, 0.09, 0.09)]])
  const zones = layerOf([[box(0.01, 0.01, 0.010001, 0.08)], [box(0.02, 0.02, 0.05, 0.05)]])
  const covered = ([, over]: readonly (readonly number[])[]): number[] => (over!.length > 0 ? [0] : [])
  const { ground, slivers } = overlapGround([plan, zones], covered, { sliverWidthM: 0.5 })
  expect([ground.areasM2.length, slivers.areasM2.length]).toEqual([1, 1])
  const { combinations } = overlay([plan, zones])
  const wanted = combinations.reduce((sum, { classes, areaM2 }) => sum + (covered(classes).length > 0 ? areaM2 : 0), 0)
  expect(Math.abs((areaOfGroup(ground, 0) + areaOfGroup(slivers, 0)) / wanted - 1)).toBeLessThan(1e-9)
})

test('polygons that only touch give no ground', () => {
  const { ground } = overlapGround(
    [layerOf([[box(0, 0, 0.01, 0.01)]]), layerOf([[box(0.01, 0, 0.02, 0.01)]])],
    ([, over]) => (over!.length > 0 ? [0] : []),
  )
  expect(ground.areasM2.length).toBe(0)
})
