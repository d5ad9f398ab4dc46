import { noCrossings, type Crossings } from '../geometry/crossings.ts'
import { eventsAlongRings, type Events } from '../geometry/events.ts'
import { eachOverlappingPair } from '../geometry/overlapping-boxes.ts'
import { isInside, startsInsideLeft } from '../geometry/ring-cover.ts'
import { crossItself, crossRings, crossSmallRing } from '../geometry/ring-crossings.ts'
import { ringBoxes, ringTrees, type RingTrees } from '../geometry/ring-trees.ts'
import type { Rings } from '../geometry/rings.ts'
import { snapPoints } from '../geometry/snap-points.ts'
import { touchSpikes } from '../geometry/touches.ts'

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
export type Covers = { readonly start: Uint32Array; readonly ring: Uint32Array }

/** With `touches` the crossings also hold the vertices that lie on edges, and points parted by rounding are one. */
export function arrange(rings: Rings, touches = false): Arrangement {
  const trees = ringTrees(rings)
  const boxes = ringBoxes(rings, trees)
  const crossings = noCrossings(touches)
  const insideLeft = new Uint8Array(rings.count)
  for (let ring = 0; ring < rings.count; ring++) {
    crossItself(rings, trees, ring, crossings)
    if (touches) touchSpikes(rings, ring, crossings)
    insideLeft[ring] = startsInsideLeft(rings, ring) ? 1 : 0
  }
  const found: PairList = { count: 0, pairs: new Uint32Array(1024) }
  eachOverlappingPair(boxes, rings.count, (a, b) => {
    if (isSmall(trees, a) || isSmall(trees, b)) {
      const small = isSmall(trees, b) ? b : a
      const other = small === b ? a : b
      if (crossSmallRing(rings, trees, small, other, crossings)) addPair(found, small, other)
      if (isInside(rings, trees, small, rings.start[other]!)) addPair(found, other, small)
      return
    }
    crossRings(rings, trees, a, b, crossings)
    if (isInside(rings, trees, a, rings.start[b]!)) addPair(found, b, a)
    if (isInside(rings, trees, b, rings.start[a]!)) addPair(found, a, b)
  })
  const events = eventsAlongRings(rings, crossings)
  if (touches) snapPoints(rings, crossings, events)
  return { rings, crossings, events, covers: coversByRing(found, rings.count), insideLeft }
}

/** Whether a ring has a single leaf. */
const isSmall = ({ start }: RingTrees, ring: number): boolean => start[ring]! + 1 === start[ring + 1]

type PairList = { count: number; pairs: Uint32Array }

function addPair(list: PairList, covered: number, covering: number): void {
  const at = 2 * list.count++
  if (at === list.pairs.length) {
    const larger = new Uint32Array(2 * at)
    larger.set(list.pairs)
    list.pairs = larger
  }
  list.pairs[at] = covered
  list.pairs[at + 1] = covering
}

function coversByRing({ count, pairs }: PairList, rings: number): Covers {
  const start = new Uint32Array(rings + 1)
  for (let i = 0; i < count; i++) start[pairs[2 * i]! + 1]!++
  for (let ring = 0; ring < rings; ring++) start[ring + 1]! += start[ring]!
  const next = start.slice()
  const ring = new Uint32Array(count)
  for (let i = 0; i < count; i++) ring[next[pairs[2 * i]!]!++] = pairs[2 * i + 1]!
  return { start, ring }
}
