import '../core/i18n/every-language.ts'
import { fileURLToPath } from 'node:url'
import { ringTrees } from '../core/geometry/ring-trees.ts'
import { packLayers } from '../core/overlay/pack-layers.ts'
import type { WorkerPool } from '../core/parallel/worker-pool.ts'
import { overlay, type Overlay } from '../core/overlay/overlay.ts'
import { startWorkerPool } from '../server/workers/start-worker-pool.ts'
import { conformanceTable } from './conformance/conformance-table.ts'
import { coldTable } from './cold.ts'
import { coverageTable } from './coverage/coverage.ts'
import { mutationsTable } from './mutations/mutations.ts'
import { classM2 } from './class-area.ts'
import { drawsTable } from './draws.ts'
import { growthTable } from './growth.ts'
import { largePageTable } from './large/large-page.ts'
import { loadTable } from './load/load-table.ts'
import { pictureTable } from './picture/picture.ts'
import { picturePlaceTable } from './picture-place/picture-place.ts'
import { nativeGeos, type Native } from './native.ts'
import { peerMs } from './peer-time.ts'
import type { Peer } from './peer.ts'
import { sheetTable } from './sheets.ts'
import { asRatio, inMs, markdown, markdownRow, median, millisecondsOf } from './timing.ts'
import { geosWasm } from './with-geos-wasm.ts'
import { mapshaper } from './with-mapshaper.ts'
import { postgis } from './with-postgis.ts'
import { turf } from './with-turf.ts'
import { workload, workloadNames, type Workload, type WorkloadName } from './workloads.ts'

const rounds = 7
/** So long each engine of ours runs before it is timed, so that it is compiled. */
const warmUpMs = 1500

/** Prints the tables of `npm run bench`, `coverage`, `mutations`, `conformance`, `cold`, `load` or `page` with its options alone, else all of them, or those of the workloads and words (`draws`, `growth`, `sheets`) that are named. */
export async function main(wanted: readonly string[]): Promise<void> {
  if (wanted[0] === 'coverage') {
    console.log(await coverageTable(wanted.slice(1), fileURLToPath(new URL('coverage-worker.js', import.meta.url))))
    return
  }
  if (wanted[0] === 'picture-place') {
    console.log(picturePlaceTable(wanted.slice(1)))
    return
  }
  if (wanted[0] === 'picture') {
    console.log(await pictureTable(wanted.slice(1)))
    return
  }
  if (wanted[0] === 'mutations') {
    console.log(await mutationsTable(wanted.slice(1), fileURLToPath(new URL('mutation-worker.js', import.meta.url))))
    return
  }
  if (wanted[0] === 'conformance') {
    console.log(await conformanceTable(wanted.slice(1)))
    return
  }
  if (wanted[0] === 'cold') {
    console.log(coldTable())
    return
  }
  if (wanted[0] === 'load') {
    console.log(await loadTable(wanted.slice(1)))
    return
  }
  if (wanted[0] === 'page') {
    console.log(await largePageTable(wanted.slice(1)))
    return
  }
  const geos = nativeGeos(fileURLToPath(new URL('../../../bench/geos.c', import.meta.url)))
  if (!geos) console.error('gcc or libgeos-dev is missing: no native GEOS')
  const isWanted = (word: string): boolean => wanted.every((each) => each === 'no-turf') || wanted.includes(word)
  const names = workloadNames.filter((name) => wanted.every((word) => word === 'no-turf') || wanted.includes(name))
  const peers = names.length > 0 ? await peersWith(!wanted.includes('no-turf')) : []
  const pool = startWorkerPool(2, fileURLToPath(new URL('pool-worker.js', import.meta.url)))
  try {
    const head = [
      'work',
      'edges',
      'first call',
      '1 thread',
      '2 threads',
      'floor',
      'native GEOS',
      ...peers.map(({ name }) => name),
    ]
    if (names.length > 0) console.log(markdown(head, []))
    for (const name of names) console.log(markdownRow(measured(name, geos, pool, peers)))
    if (isWanted('draws')) console.log(`\n${drawsTable(pool)}`)
  } finally {
    await pool.close()
    for (const peer of peers) peer.close()
    geos?.close()
  }
  if (isWanted('growth')) console.log(`\n${growthTable()}`)
  if (isWanted('sheets')) console.log(`\n${await sheetTable()}`)
}

/** Those that are on this machine; the others have said how to get them. */
async function peersWith(withTurf: boolean): Promise<Peer[]> {
  const found = [withTurf ? turf : undefined, await mapshaper(), await geosWasm(), postgis()]
  return found.filter((peer) => peer !== undefined)
}

function measured(name: WorkloadName, geos: Native | undefined, pool: WorkerPool, peers: readonly Peer[]): string[] {
  const work = workload(name)
  const layers = [work.plan, work.zones]
  const edges = layers.reduce((sum, { shapes }) => sum + shapes.coordinates.length / 2, 0)
  let found: Overlay | undefined
  const ours = (): Overlay => (found = overlay(layers))
  const coldMs = millisecondsOf(ours)
  const withWorkerPool = (): Overlay => overlay(layers, { pool })
  for (const engine of [ours, withWorkerPool]) {
    for (const start = performance.now(); performance.now() - start < warmUpMs;) engine()
  }
  const oursMs: number[] = []
  const poolMs: number[] = []
  const geosMs: number[] = []
  const floorMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    oursMs.push(millisecondsOf(ours))
    poolMs.push(millisecondsOf(withWorkerPool))
    floorMs.push(millisecondsOf(() => ringTrees(packLayers(layers).rings)))
    if (geos && found) {
      const native = geos.run(work)
      geosMs.push(native.ms)
      compare(work, found, native.classesM2)
    }
  }
  const mine = median(oursMs)
  const both = median(poolMs)
  const floor = median(floorMs)
  const against = (ms: number, how = ''): string =>
    `${asRatio(ms / mine)} / ${asRatio(ms / both)} (${how && 'about '}${inMs(ms)} ms${how})`
  const theirs = peers.map((peer) => {
    const step = peer.every[name]
    return against(peerMs(peer, work, step), step > 1 ? `, 1 in ${step.toLocaleString('en')}` : '')
  })
  return [
    `${work.name}: ${work.title}`,
    edges.toLocaleString('en'),
    `${inMs(coldMs)} ms`,
    `${inMs(mine)} ms`,
    `${inMs(both)} ms`,
    `${asRatio(mine / floor)} (${inMs(floor)} ms)`,
    geos ? against(median(geosMs)) : '',
    ...theirs,
  ]
}

/** Stops the run where GEOS and the walk do not agree: a fast wrong number is worth nothing. */
function compare(work: Workload, found: Overlay, classesM2: readonly number[]): void {
  for (const [of, wantedM2] of classesM2.entries()) {
    const areaM2 = classM2(found, of)
    const relative = Math.abs(areaM2 / wantedM2 - 1)
    if (!(relative < 1e-9)) throw new Error(`${work.name}, class ${of}: ${areaM2} m2, GEOS ${wantedM2} m2`)
  }
}
