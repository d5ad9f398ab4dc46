import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OverlayLayer } from '../core/overlay/overlay.ts'
import type { Workload } from './workloads.ts'

/** Native GEOS on one workload: milliseconds of one run, and square metres per class. */
export type Native = {
  readonly run: (workload: Workload) => { readonly ms: number; readonly classesM2: number[] }
  readonly close: () => void
}

/** GEOS through bench/geos.c, compiled here; `undefined` where gcc or libgeos-dev is missing. */
export function nativeGeos(source: string): Native | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'basilia-bench-'))
  const program = join(folder, 'geos')
  const compiled = spawnSync('gcc', ['-O2', '-o', program, source, '-lgeos_c', '-lm'])
  if (compiled.status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const written = new Set<string>()
  return {
    run(workload) {
      const file = join(folder, `${workload.name}.bin`)
      if (!written.has(file)) writeFileSync(file, binaryOf(workload))
      written.add(file)
      const lines = execFileSync(program, [file, '1'], { encoding: 'utf8' }).trim().split('\n')
      const numbers = (word: string): number[] =>
        lines.filter((line) => line.startsWith(word)).map((line) => Number(line.slice(word.length)))
      return { ms: numbers('ms ')[0]!, classesM2: numbers('m2 ') }
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

/** The file that geos.c reads. */
function binaryOf({ plan, zones }: Workload): Uint8Array {
  const chunks: Uint8Array[] = []
  const counts = (...values: number[]): number => chunks.push(new Uint8Array(Uint32Array.from(values).buffer))
  counts(zones.classCount, plan.shapes.polygonFeature.length, zones.shapes.polygonFeature.length)
  for (const layer of [plan, zones]) writeLayer(layer, counts, chunks)
  return Buffer.concat(chunks)
}

function writeLayer(
  { shapes, polygonClass }: OverlayLayer,
  counts: (...values: number[]) => number,
  chunks: Uint8Array[],
): void {
  const rings = new Uint32Array(shapes.polygonFeature.length)
  for (const polygon of shapes.partPolygon) rings[polygon]!++
  for (const [part, polygon] of shapes.partPolygon.entries()) {
    if (polygon !== shapes.partPolygon[part - 1]) counts(polygonClass[polygon]!, rings[polygon]!)
    const [from, to] = [shapes.partStart[part]!, shapes.partStart[part + 1]!]
    counts(to - from)
    chunks.push(new Uint8Array(shapes.coordinates.slice(2 * from, 2 * to).buffer))
  }
}
