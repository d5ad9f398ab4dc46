import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OverlayLayer } from '../core/overlay/overlay.ts'
import { polygonsOf } from './polygons.ts'
import { asRatio, inMs, markdown, median } from './timing.ts'
import { workload } from './workloads.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const rounds = 5

/**
 * `npm run bench -- cold`: whole processes from their start, reading included. `basilia measure` of W1, W2 and W4 as
 * GeoJSON against Python with shapely and pyproj, and of a plan and a zone of 1 KB against `node -e 0`, by turns; medians.
 */
export function coldTable(): string {
  const folder = mkdtempSync(join(tmpdir(), 'basilia-cold-'))
  try {
    const measured = (['W1', 'W2', 'W4'] as const).map((name) => {
      const { plan, zones, title } = workload(name)
      const files = [written(folder, `${name}-plan`, plan), written(folder, `${name}-zones`, zones)] as const
      return row(`${name}: ${title}`, files, ['/usr/bin/python3', [join(root, 'bench/with-shapely.py'), ...files]])
    })
    const square = (x: number): object => ({
      type: 'Feature',
      properties: { class: 'a' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x, 33],
            [x + 0.1, 33],
            [x + 0.1, 33.1],
            [x, 33.1],
            [x, 33],
          ],
        ],
      },
    })
    const small = [36.2, 36.25].map((x, i) => {
      const file = join(folder, `small-${i}.geojson`)
      writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [square(x)] }))
      return file
    })
    const rows = [...measured, row('two squares', small as [string, string], [process.execPath, ['-e', '0']])]
    return markdown(['work', '`basilia measure`', 'the other', 'the other of ours'], rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function written(folder: string, name: string, layer: OverlayLayer): string {
  const features = polygonsOf(layer).map((coordinates, polygon) => ({
    type: 'Feature',
    properties: { class: String(layer.polygonClass[polygon]) },
    geometry: { type: 'Polygon', coordinates },
  }))
  const file = join(folder, `${name}.geojson`)
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }))
  return file
}

function row(
  title: string,
  [plan, zones]: readonly [string, string],
  other: readonly [string, readonly string[]],
): readonly string[] {
  const launcher = join(root, 'server/launch.mjs')
  const ours = [launcher, 'measure', '--plan', plan, '--layer', `zones=${zones}`, '--class', 'zones=class']
  const [oursMs, otherMs] = [[] as number[], [] as number[]]
  for (let round = 0; round < rounds; round++) {
    oursMs.push(processMs(process.execPath, ours))
    otherMs.push(processMs(...other))
  }
  const [mine, theirs] = [median(oursMs), median(otherMs)]
  return [title, `${inMs(mine)} ms`, `${inMs(theirs)} ms`, asRatio(theirs / mine)]
}

function processMs(command: string, words: readonly string[]): number {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr}`)
  return performance.now() - start
}
