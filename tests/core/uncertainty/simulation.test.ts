import { describe, expect, test } from 'vitest'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { OverlayLayer } from '../../../core/overlay/overlay.ts'
import { correlationLengthM, displacements } from '../../../core/uncertainty/displacement.ts'
import { spreadOf } from '../../../core/uncertainty/quantiles.ts'
import { simulate } from '../../../core/uncertainty/simulation.ts'
import { smoothBoundarySdM2 } from '../../../core/uncertainty/smooth-boundary.ts'

const [lon, lat] = [36.28, 33.47]
const { eastM, northM } = metresPerRadian(lat)

/** A rectangle whose corners are given in metres east and north of 36.28 E 33.47 N. */
function rectangle(west: number, south: number, east: number, north: number): OverlayLayer {
  const at = (x: number, y: number) => [lon + ((x / eastM) * 180) / Math.PI, lat + ((y / northM) * 180) / Math.PI]
  const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
  return { shapes: shapesFromGeoJson([{ type: 'Polygon', coordinates: [ring] }], 'polygon'), polygonClass: new Int32Array(1), classCount: 1 }
}

const plan = { layer: rectangle(0, 0, 3000, 3000), accuracyM: 0, source: 'plan' }
const overlapM2 = ({ combinations }: { combinations: readonly { classes: readonly (readonly number[])[]; areaM2: number }[] }) => [
  combinations.find(({ classes }) => classes[1]!.length === 1)?.areaM2 ?? 0,
]

describe('draws', () => {
  const draws = 800
  const samplingError = 4 / Math.sqrt(2 * draws)

  test.each([10, 50])('of one straight boundary across the plan spread as the closed form says (%d m)', (accuracyM) => {
    const zone = { layer: rectangle(1500, -5000, 9000, 8000), accuracyM, source: 'zone' }
    const { rows } = simulate([plan, zone], 1, overlapM2, { draws, seed: 3 })
    const expected = smoothBoundarySdM2(3000, accuracyM, correlationLengthM(accuracyM))
    expect(Math.abs(spreadOf(rows[0]!).sd / expected - 1)).toBeLessThan(samplingError)
    expect(Math.abs(spreadOf(rows[0]!).mean - 4_500_000)).toBeLessThan((4 * expected) / Math.sqrt(draws) + 100)
  })

  test('of one source move its layers together: what shares a boundary goes on sharing it', () => {
    const layers = [
      { layer: rectangle(0, 0, 3000, 3000), accuracyM: 50, source: 'one' },
      { layer: rectangle(0, 0, 3000, 3000), accuracyM: 50, source: 'one' },
    ]
    const { rows } = simulate(layers, 1, (drawn) => [drawn.planM2 - overlapM2(drawn)[0]!], { draws: 50, seed: 1 })
    expect(Math.max(...rows[0]!.map(Math.abs))).toBeLessThan(1e-3)
  })

  test('do not depend on the order of layers, nor on how many there are', () => {
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const other = { layer: rectangle(-100, -100, 700, 900), accuracyM: 80, source: 'other' }
    const moved = (order: readonly (typeof zone)[], which: number) => displacements([plan, ...order])(9, 4)[which]!.shapes.coordinates
    expect(moved([zone, other], 1)).toEqual(moved([other, zone], 2))
  })

  test('stop when the intervals stand firm, and are the same again', () => {
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const run = () => simulate([plan, zone], 1, overlapM2, { draws: 5000, seed: 2 })
    const first = run()
    expect(first.draws).toBeGreaterThanOrEqual(400)
    expect(first.draws).toBeLessThan(5000)
    expect(run().rows).toEqual(first.rows)
  })

  test('can be cancelled', () => {
    const stop = new AbortController()
    const zone = { layer: rectangle(1500, -100, 4000, 1500), accuracyM: 30, source: 'zone' }
    const progress = (fraction: number) => fraction > 0.1 && stop.abort()
    expect(() => simulate([plan, zone], 1, overlapM2, { draws: 900, seed: 2 }, { signal: stop.signal, progress })).toThrow()
  })
})
