import { noCrossings, type Crossings } from '../geometry/crossings.ts'
import { isInside, startsInsideLeft } from '../geometry/ring-cover.ts'
import { crossItself, crossRings, crossSmallRing } from '../geometry/ring-crossings.ts'
import type { RingTrees } from '../geometry/ring-trees.ts'
import type { Rings } from '../geometry/rings.ts'
import { touchSpikes } from '../geometry/touches.ts'
import { addNumbers, noNumbers, type NumberList } from './number-list.ts'

/** The search for what rings have to do with one another, cut into parts: rings by themselves first, then pairs. */
export type Meeting = {
  readonly rings: Rings
  readonly trees: RingTrees
  /** Two rings whose boxes overlap, of each pair. */
  readonly pairs: Uint32Array
  /** First ring of each part that is about single rings, and the end. */
  readonly ringCuts: readonly number[]
  /** First pair of each part that is about pairs, and the end. */
  readonly pairCuts: readonly number[]
  readonly touches: boolean
}

/** What one part finds. */
export type Met = {
  readonly crossings: Crossings
  /** Pairs of a ring and another one that its first vertex lies in. */
  readonly covers: NumberList
  /** For the rings of the part, 1 where the ground on the left of the first vertex is inside the ring. */
  readonly insideLeft: Uint8Array
}

export function meet(meeting: Meeting, part: number): Met {
  const crossings = noCrossings(meeting.touches)
  const covers = noNumbers()
  const ringParts = meeting.ringCuts.length - 1
  if (part < ringParts) {
    const [first, end] = [meeting.ringCuts[part]!, meeting.ringCuts[part + 1]!]
    return { crossings, covers, insideLeft: meetThemselves(meeting, first, end, crossings) }
  }
  const { pairs, pairCuts } = meeting
  for (let i = pairCuts[part - ringParts]!; i < pairCuts[part - ringParts + 1]!; i++) {
    meetPair(meeting, pairs[2 * i]!, pairs[2 * i + 1]!, crossings, covers)
  }
  return { crossings, covers, insideLeft: new Uint8Array(0) }
}

function meetThemselves(
  { rings, trees, touches }: Meeting,
  first: number,
  end: number,
  crossings: Crossings,
): Uint8Array {
  const insideLeft = new Uint8Array(end - first)
  for (let ring = first; ring < end; ring++) {
    crossItself(rings, trees, ring, crossings)
    if (touches) touchSpikes(rings, ring, crossings)
    insideLeft[ring - first] = startsInsideLeft(rings, ring) ? 1 : 0
  }
  return insideLeft
}

function meetPair({ rings, trees }: Meeting, a: number, b: number, crossings: Crossings, covers: NumberList): void {
  if (isSmall(trees, a) || isSmall(trees, b)) {
    const small = isSmall(trees, b) ? b : a
    const other = small === b ? a : b
    if (crossSmallRing(rings, trees, small, other, crossings)) addNumbers(covers, small, other)
    if (isInside(rings, trees, small, rings.start[other]!)) addNumbers(covers, other, small)
    return
  }
  crossRings(rings, trees, a, b, crossings)
  if (isInside(rings, trees, a, rings.start[b]!)) addNumbers(covers, b, a)
  if (isInside(rings, trees, b, rings.start[a]!)) addNumbers(covers, a, b)
}

/** Whether a ring has a single leaf. */
const isSmall = ({ start }: RingTrees, ring: number): boolean => start[ring]! + 1 === start[ring + 1]
