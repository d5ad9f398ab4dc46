import { numbers, wholeNumbers } from './shared-copy.ts'

/**
 * Crossings of edges. Crossing c is of the edges `edges[2c]` and `edges[2c + 1]` of the rings `rings[2c]` and
 * `rings[2c + 1]`, at the one point `points[2c]`, `points[2c + 1]` that both use.
 *
 * With `touches` it also holds the vertices that lie on an edge, which result geometry needs and areas do not: such an
 * entry names the edge and its ring twice, since no edge crosses itself.
 */
export type Crossings = {
  readonly touches: boolean
  count: number
  edges: Uint32Array
  rings: Uint32Array
  points: Float64Array
}

/** Room to begin with: an overlay is made a thousand times for draws, and most of its lists stay short. */
const leastRoom = 128

export const noCrossings = (touches = false): Crossings => ({
  touches,
  count: 0,
  edges: new Uint32Array(leastRoom),
  rings: new Uint32Array(leastRoom),
  points: new Float64Array(leastRoom),
})

export function addCrossing(
  crossings: Crossings,
  edge: number,
  ring: number,
  otherEdge: number,
  otherRing: number,
  x: number,
  y: number,
): void {
  const at = 2 * crossings.count
  if (at === crossings.edges.length) grow(crossings)
  crossings.edges[at] = edge
  crossings.edges[at + 1] = otherEdge
  crossings.rings[at] = ring
  crossings.rings[at + 1] = otherRing
  crossings.points[at] = x
  crossings.points[at + 1] = y
  crossings.count++
}

function grow(crossings: Crossings): void {
  const { edges, rings, points } = crossings
  crossings.edges = new Uint32Array(2 * edges.length)
  crossings.rings = new Uint32Array(2 * rings.length)
  crossings.points = new Float64Array(2 * points.length)
  crossings.edges.set(edges)
  crossings.rings.set(rings)
  crossings.points.set(points)
}

/** Several lists as one, in their order, without room to spare. */
export function mergeCrossings(lists: readonly Crossings[], touches: boolean, isShared: boolean): Crossings {
  const count = lists.reduce((sum, list) => sum + list.count, 0)
  const merged: Crossings = {
    touches,
    count,
    edges: wholeNumbers(2 * count, isShared),
    rings: wholeNumbers(2 * count, isShared),
    points: numbers(2 * count, isShared),
  }
  let at = 0
  for (const { count, edges, rings, points } of lists) {
    merged.edges.set(edges.subarray(0, 2 * count), at)
    merged.rings.set(rings.subarray(0, 2 * count), at)
    merged.points.set(points.subarray(0, 2 * count), at)
    at += 2 * count
  }
  return merged
}
