import { describe, expect, test } from 'vitest'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { OverlayLayer } from '../../../core/overlay/overlay.ts'
import {
  correlationLengthM,
  displaceable,
  displacer,
  type UncertainLayer,
} from '../../../core/montecarlo/displacement.ts'
import { spreadOf } from '../../../core/montecarlo/quantiles.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { smoothBoundarySdM2 } from '../../../core/montecarlo/smooth-boundary.ts'

const [lon, lat] = [36.28, 33.47]
const { eastM, northM } = metresPerRadian(lat)

/** A rectangle whose corners are given in metres east and north of 36.28 E 33.47 N. */
function rectangle(west: number, south: number, east: number, north: number): OverlayLayer {
  const at = (x: number, y: number) => [lon + ((x / eastM) * 180) / Math.PI, lat + ((y / northM) * 180) / Math.PI]
  const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
  return {
    shapes: shapesFromGeoJson([{ type: 'Polygon', coordinates: [ring] }], 'polygon'),
    polygonClass: new Int32Array(1),
    classCount: 1,
  }
}

const plan = { layer: rectangle(0, 0, 3000, 3000), accuracyM: 0, source: 'plan' }
/** One layer of one class: rows are the plan, the class, several classes, not covered. */
const oneZone = { classCounts: [1], ground: [] }

describe('draws', () => {
  const draws = 800
  const samplingError = 4 / Math.sqrt(2 * draws)

  test.each([10, 50])('of one straight boundary across the plan spread as the closed form says (%d m)', (accuracyM) => {
    const zone = { layer: rectangle(1500, -5000, 9000, 8000), accuracyM, source: 'zone' }
    const { rows } = simulate([plan, zone], oneZone, { draws, seed: 3 })
    const expected = smoothBoundarySdM2(3000, accuracyM, correlationLengthM(accuracyM))
    expect(Math.abs(spreadOf(rows[1]!).sd / expected - 1)).toBeLessThan(samplingError)
    expect(Math.abs(spreadOf(rows[1]!).mean - 4_500_000)).toBeLessThan((4 * expected) / Math.sqrt(draws) + 100)
  })

  test('of one source move its layers together: what shares a boundary goes on sharing it', () => {
    const layers = [
      { layer: rectangle(0, 0, 3000, 3000), accuracyM: 50, source: 'one' },
      { layer: rectangle(0, 0, 3000, 3000), accuracyM: 50, source: 'one' },
    ]
    const { rows } = simulate(layers, oneZone, { draws: 50, seed: 1 })
    expect(Math.max(...rows[0]!.map((planM2, i) => Math.abs(planM2 - rows[1]![i]!)))).toBeLessThan(1e-3)
    expect(Math.max(...rows[3]!)).toBeLessThan(1e-3)
  })

  test('depend on no other layer: not on its order, nor on whether it is there, nor on its accuracy', () => {
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const other = { layer: rectangle(-100, -100, 700, 900), accuracyM: 80, source: 'other' }
    const moved = (order: readonly UncertainLayer[], which: number) =>
      displacer(displaceable([plan, ...order]))(9, 4)[which]!.shapes.coordinates
    expect(moved([zone, other], 1)).toEqual(moved([other, zone], 2))
    expect(moved([zone], 1)).toEqual(moved([zone, other], 1))
    expect(moved([zone, { ...other, accuracyM: 400, source: 'zone' }], 1)).toEqual(moved([zone], 1))
  })

  test('change little where an accuracy does: intervals follow a slider without jumping', () => {
    const spread = (accuracyM: number) => {
      const zone = { layer: rectangle(1500, -5000, 9000, 8000), accuracyM, source: 'one' }
      return spreadOf(
        simulate([{ ...plan, accuracyM: 100, source: 'one' }, zone], oneZone, { draws: 100, seed: 3 }).rows[1]!,
      )
    }
    expect(Math.abs(spread(101).sd / spread(100).sd - 1)).toBeLessThan(0.02)
  })

  test('leave out what lies too far away, however large, and see the ground near the plan as before', () => {
    const near = { layer: rectangle(1500, -5000, 9000, 8000), accuracyM: 20, source: 'zone' }
    const huge = { layer: rectangle(1500, -400_000, 400_000, 400_000), accuracyM: 20, source: 'zone' }
    const beside = { layer: rectangle(50_000, 0, 60_000, 9000), accuracyM: 20, source: 'zone' }
    const vertices = (zone: UncertainLayer) => displaceable([plan, zone]).layers[1]!.layer.shapes.coordinates.length / 2
    expect(vertices(huge)).toBeLessThan(120)
    expect(vertices(beside)).toBe(0)
    const sdM2 = (zone: UncertainLayer) =>
      spreadOf(simulate([plan, zone], oneZone, { draws: 100, seed: 3 }).rows[1]!).sd
    expect(Math.abs(sdM2(huge) / sdM2(near) - 1)).toBeLessThan(0.02)
  })

  test('are as many as were asked for, whatever is asked of them, and the same again', () => {
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const run = (draws: number) => simulate([plan, zone], oneZone, { draws, seed: 2 })
    const first = run(1510)
    expect([first.draws, first.rows[1]!.length, first.numbers.at(-1)]).toEqual([1510, 1510, 1509])
    expect(run(700).rows[1]).toEqual(first.rows[1]!.subarray(0, 700))
  })

  test('that leave the plan without area are left out and counted', () => {
    const sliver = { layer: rectangle(0, 0, 3000, 0), accuracyM: 0, source: 'plan' }
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    expect(simulate([sliver, zone], oneZone, { draws: 20, seed: 2 })).toMatchObject({ draws: 20, degenerate: 20 })
  })

  test('tell how far they are and can be cancelled', () => {
    const stop = new AbortController()
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const reported: number[] = []
    const progress = (fraction: number) => {
      reported.push(fraction)
      if (fraction > 0.1) stop.abort()
    }
    expect(() => simulate([plan, zone], oneZone, { draws: 900, seed: 2 }, { signal: stop.signal, progress })).toThrow(
      'aborted',
    )
    expect(reported).toEqual(reported.toSorted((a, b) => a - b))
    expect(reported.length).toBeGreaterThan(5)
  })
})
