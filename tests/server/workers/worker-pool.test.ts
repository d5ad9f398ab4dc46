import { afterAll, expect, test } from 'vitest'
import { workload } from '../../../bench/workloads.ts'
import { overlay, type Overlay, type OverlayLayer } from '../../../core/overlay/overlay.ts'
import { simulate } from '../../../core/montecarlo/simulation.ts'
import { startWorkerPool } from '../../../server/workers/start-worker-pool.ts'

const pools = [2, 3].map((threads) => startWorkerPool(threads))
afterAll(async () => {
  for (const pool of pools) await pool.close()
})

const bitsOf = ({ combinations, planM2 }: Overlay): string => JSON.stringify([planM2, combinations])

const { plan, zones } = workload('W1')
const grid = workload('W2')
const byFeature: OverlayLayer = {
  ...grid.plan,
  polygonClass: Int32Array.from(grid.plan.polygonClass, (_, i) => i),
  classCount: grid.plan.polygonClass.length,
}

test('any number of threads gives the same bits, by class and by feature', () => {
  for (const layers of [
    [plan, zones],
    [byFeature, grid.zones],
  ]) {
    const alone = bitsOf(overlay(layers))
    for (const pool of pools) {
      expect(bitsOf(overlay(layers, { pool })) === alone).toBe(true)
      expect(bitsOf(overlay(layers, { pool })) === alone).toBe(true)
    }
  }
})

test('any number of threads draws the same numbers', () => {
  const drawn = (pool?: (typeof pools)[number]) =>
    simulate(
      [
        { layer: plan, accuracyM: 20, source: 'plan' },
        { layer: zones, accuracyM: 60, source: 'zones' },
      ],
      { classCounts: [zones.classCount], ground: [] },
      { draws: 30, seed: 4 },
      { pool },
    )
  const alone = drawn()
  for (const pool of pools) expect(drawn(pool)).toEqual(alone)
})

test('a cancelled overlay throws and leaves the threads fit for the next', () => {
  const stop = new AbortController()
  const progress = (fraction: number): void => {
    if (fraction > 0.5) stop.abort()
  }
  expect(() => overlay([plan, zones], { pool: pools[0], signal: stop.signal, progress })).toThrow('aborted')
  expect(bitsOf(overlay([plan, zones], { pool: pools[0] })) === bitsOf(overlay([plan, zones]))).toBe(true)
})

test('threads that cannot start cost nothing but their help', async () => {
  const lost = startWorkerPool(2, '/no/such/file.js')
  expect(bitsOf(overlay([plan, zones], { pool: lost })) === bitsOf(overlay([plan, zones]))).toBe(true)
  await lost.close()
})
