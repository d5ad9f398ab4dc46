import { fileURLToPath } from 'node:url'
import { ringTrees } from '../core/geometry/ring-trees.ts'
import { gather } from '../core/overlay/gather.ts'
import type { Crew } from '../core/overlay/crew.ts'
import { overlay, type Overlay } from '../core/overlay/overlay.ts'
import { startCrew } from '../server/engine/crew/start-crew.ts'
import { growthTable } from './growth.ts'
import { nativeGeos, type Native } from './native.ts'
import { asRatio, inMs, markdown, median, millisecondsOf } from './timing.ts'
import { turfMs } from './with-turf.ts'
import { workload, workloadNames, type Workload } from './workloads.ts'

/** Every so many features of the plan that turf is given; its time is scaled up. */
const turfStep = { W1: 1, W2: 400, W3: 50_000, W4: 1 } as const
const rounds = 7
/** So long each engine of ours runs before it is timed, so that it is compiled. */
const warmUpMs = 1500

/** Prints the tables of `npm run bench`: all of them, or those of the workloads and words (`growth`) that are named. */
export async function main(wanted: readonly string[]): Promise<void> {
  const geos = nativeGeos(fileURLToPath(new URL('../../../bench/geos.c', import.meta.url)))
  if (!geos) console.error('gcc or libgeos-dev is missing: no native GEOS')
  const names = workloadNames.filter((name) => wanted.every((word) => word === 'no-turf') || wanted.includes(name))
  const crew = startCrew(2, fileURLToPath(new URL('crew-worker.js', import.meta.url)))
  const rows = names.map((name) => measured(workload(name), geos, crew, wanted.includes('no-turf') ? 0 : turfStep[name]))
  await crew.close()
  const head = ['work', 'edges', 'first call', '1 thread', '2 threads', 'native GEOS', 'by 1 thread', 'by 2', 'turf', 'by 1 thread', 'floor', 'ratio to it']
  if (rows.length > 0) console.log(`${markdown(head, rows)}\n`)
  if (wanted.every((word) => word === 'no-turf') || wanted.includes('growth')) console.log(growthTable())
  geos?.close()
}

function measured(work: Workload, geos: Native | undefined, crew: Crew, step: number): string[] {
  const layers = [work.plan, work.zones]
  const edges = layers.reduce((sum, { shapes }) => sum + shapes.coordinates.length / 2, 0)
  let found: Overlay | undefined
  const ours = (): Overlay => (found = overlay(layers))
  const coldMs = millisecondsOf(ours)
  const withCrew = (): Overlay => overlay(layers, { crew })
  for (const engine of [ours, withCrew]) {
    for (const start = performance.now(); performance.now() - start < warmUpMs; ) engine()
  }
  const oursMs: number[] = []
  const crewMs: number[] = []
  const geosMs: number[] = []
  const floorMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    oursMs.push(millisecondsOf(ours))
    crewMs.push(millisecondsOf(withCrew))
    floorMs.push(millisecondsOf(() => ringTrees(gather(layers).rings)))
    if (geos && found) {
      const native = geos.run(work)
      geosMs.push(native.ms)
      compare(work, found, native.classesM2)
    }
  }
  const mine = median(oursMs)
  const both = median(crewMs)
  const theirs = geos ? median(geosMs) : NaN
  const turf = step > 0 ? turfMs(work, step) * step : NaN
  const floor = median(floorMs)
  const or = (value: number, text: (n: number) => string): string => (Number.isNaN(value) ? '' : text(value))
  return [
    `${work.name}: ${work.title}`, edges.toLocaleString('en'), `${inMs(coldMs)} ms`, `${inMs(mine)} ms`, `${inMs(both)} ms`,
    or(theirs, (ms) => `${inMs(ms)} ms`), or(theirs / mine, asRatio), or(theirs / both, asRatio),
    or(turf, (ms) => `${step > 1 ? 'about ' : ''}${inMs(ms)} ms`), or(turf / mine, asRatio),
    `${inMs(floor)} ms`, asRatio(mine / floor),
  ]
}

/** Stops the run where GEOS and the walk do not agree: a fast wrong number is worth nothing. */
function compare(work: Workload, { combinations }: Overlay, classesM2: readonly number[]): void {
  for (const [of, wantedM2] of classesM2.entries()) {
    const areaM2 = combinations.filter(({ classes }) => classes[1]!.includes(of)).reduce((sum, one) => sum + one.areaM2, 0)
    const relative = Math.abs(areaM2 / wantedM2 - 1)
    if (!(relative < 1e-9)) throw new Error(`${work.name}, class ${of}: ${areaM2} m2, GEOS ${wantedM2} m2`)
  }
}
