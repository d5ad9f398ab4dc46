import { mergeCrossings, type Crossings } from '../geometry/crossings.ts'
import { eventsAlongRings, type Events } from '../geometry/events.ts'
import { eachOverlappingPair } from '../geometry/overlapping-boxes.ts'
import { ringBoxes, ringTrees } from '../geometry/ring-trees.ts'
import type { Rings } from '../geometry/rings.ts'
import { sharedCopy } from '../geometry/shared-copy.ts'
import { snapPoints } from '../geometry/snap-points.ts'
import { alone, type PoolFor, type OverlayJobs } from './pool.ts'
import { evenCuts } from './even-cuts.ts'
import { addNumbers, noNumbers, type NumberList } from './number-list.ts'

/** How the rings lie to one another: where they cross, and what covers the vertex at which each begins. */
export type Arrangement = {
  readonly rings: Rings
  readonly crossings: Crossings
  readonly events: Events
  readonly covers: Covers
  /** 1 where the ground on the left of a ring's first vertex is inside that ring. */
  readonly insideLeft: Uint8Array
}

/** The other rings around the first vertex of each ring: those of ring n from `start[n]` to `start[n + 1]` - 1. */
type Covers = { readonly start: Uint32Array; readonly ring: Uint32Array }

/** Most parts of each half of the search: enough to keep threads busy to the end. */
const mostParts = 48
/** Vertices that are worth a part of their own. */
const partPlaces = 1024

/** With `touches` the crossings also hold the vertices that lie on edges, and points parted by rounding are one. */
export function arrange(rings: Rings, touches = false, pool: PoolFor<OverlayJobs> = alone): Arrangement {
  const trees = ringTrees(rings, pool.isShared)
  const found = noNumbers()
  eachOverlappingPair(ringBoxes(rings, trees), rings.count, (a, b) => addNumbers(found, a, b))
  const pairs = sharedCopy(found.values.subarray(0, found.count), pool.isShared)
  const size = (ring: number): number => rings.start[ring + 1]! - rings.start[ring]!
  const parts = Math.min(mostParts, Math.ceil(rings.coordinates.length / 2 / partPlaces))
  const ringCuts = evenCuts(rings.count, size, parts)
  const pairCuts = evenCuts(pairs.length / 2, (i) => 8 + Math.min(size(pairs[2 * i]!), size(pairs[2 * i + 1]!)), parts)
  const meeting = { rings, trees, pairs, ringCuts, pairCuts, touches }
  const met = pool.runAll('meet', meeting, ringCuts.length + pairCuts.length - 2)
  const crossings = mergeCrossings(
    met.map((one) => one.crossings),
    touches,
    pool.isShared,
  )
  const insideLeft = new Uint8Array(rings.count)
  let at = 0
  for (const one of met) {
    insideLeft.set(one.insideLeft, at)
    at += one.insideLeft.length
  }
  const events = eventsAlongRings(rings, crossings)
  if (touches) snapPoints(rings, crossings, events)
  const covers = coversByRing(
    met.map((one) => one.covers),
    rings.count,
  )
  return {
    rings,
    crossings,
    events: { list: sharedCopy(events.list, pool.isShared), start: sharedCopy(events.start, pool.isShared) },
    covers: { start: sharedCopy(covers.start, pool.isShared), ring: sharedCopy(covers.ring, pool.isShared) },
    insideLeft,
  }
}

function coversByRing(lists: readonly NumberList[], rings: number): Covers {
  const start = new Uint32Array(rings + 1)
  for (const { count, values } of lists) {
    for (let i = 0; i < count; i += 2) start[values[i]! + 1]!++
  }
  for (let ring = 0; ring < rings; ring++) start[ring + 1]! += start[ring]!
  const next = start.slice()
  const ring = new Uint32Array(start[rings]!)
  for (const { count, values } of lists) {
    for (let i = 0; i < count; i += 2) ring[next[values[i]!]!++] = values[i + 1]!
  }
  return { start, ring }
}
