import { exactSide } from './orientation.ts'
import { closeGaps } from './close-gaps.ts'
import { noPoints, pointNumber } from './point-numbers.ts'

/** A simple ring: x, y, x, y …, first point not repeated; and the number of the trace that it was cut from. */
export type LinkedRing = { readonly points: Float64Array; readonly trace: number }

/**
 * Links directed segments (x0, y0, x1, y1 of each) with the same ground on their left into simple rings.
 *
 * Segments that run both ways cancel. At every point as many segments end as begin; a trace goes on with the first
 * segment clockwise from where it came, so that it stays around one connected ground, and is cut wherever it comes
 * back to one of its points. No ring so visits a point twice. Segments must meet at their ends only.
 */
export function linkRings(segments: Float64Array, count: number): LinkedRing[] {
  const graph = graphOf(segments, count)
  const { to, coordinates } = graph
  const placeOnPath = new Int32Array(graph.nodes).fill(-1)
  const used = new Uint8Array(to.length)
  const rings: LinkedRing[] = []
  let trace = 0
  for (let node = 0; node < graph.nodes; node++) {
    for (let first = graph.start[node]!; first < graph.start[node + 1]!; first++) {
      if (used[first] === 1 || to[first]! < 0) continue
      const path = [node]
      placeOnPath[node] = 0
      let segment = first
      do {
        used[segment] = 1
        const from = path.at(-1)!
        const here = to[segment]!
        const place = placeOnPath[here]!
        if (place >= 0) {
          const loop = path.splice(place)
          for (const point of loop) placeOnPath[point] = -1
          if (loop.length > 2) rings.push({ points: pointsOf(coordinates, loop), trace })
        }
        placeOnPath[here] = path.length
        path.push(here)
        segment = nextSegment(graph, from, here, used, first)
      } while (segment !== first)
      for (const point of path) placeOnPath[point] = -1
      trace++
    }
  }
  return rings
}

type Graph = {
  readonly nodes: number
  readonly coordinates: Float64Array
  /** Node at which each segment ends, ordered by where they begin; -1 where it was cancelled. */
  readonly to: Int32Array
  readonly start: Uint32Array
}

function graphOf(segments: Float64Array, count: number): Graph {
  const points = noPoints(2 * count)
  const ends = new Int32Array(2 * count)
  for (let end = 0; end < 2 * count; end++) ends[end] = pointNumber(points, segments[2 * end]!, segments[2 * end + 1]!)
  const mended = closeGaps(ends, points)
  const total = mended.length / 2
  const start = new Uint32Array(points.count + 1)
  for (let s = 0; s < total; s++) start[mended[2 * s]! + 1]!++
  for (let node = 0; node < points.count; node++) start[node + 1]! += start[node]!
  const next = start.slice()
  const to = new Int32Array(total)
  for (let s = 0; s < total; s++) to[next[mended[2 * s]!]!++] = mended[2 * s + 1]!
  for (let node = 0; node < points.count; node++) {
    for (let s = start[node]!; s < start[node + 1]!; s++) cancel(to, start, node, s)
  }
  return { nodes: points.count, coordinates: points.coordinates, to, start }
}

/** Takes out a segment together with one that runs the other way, or alone where it has no length. */
function cancel(to: Int32Array, start: Uint32Array, node: number, segment: number): void {
  const far = to[segment]!
  if (far < 0) return
  if (far === node) to[segment] = -1
  for (let back = start[far]!; to[segment]! >= 0 && back < start[far + 1]!; back++) {
    if (to[back] === node) to[back] = to[segment] = -1
  }
}

/** The first segment from `here`, clockwise from the way back to `from`, that is unused or the trace's own first. */
function nextSegment(
  { to, start, coordinates }: Graph,
  from: number,
  here: number,
  used: Uint8Array,
  first: number,
): number {
  let best = -1
  for (let segment = start[here]!; segment < start[here + 1]!; segment++) {
    if (to[segment]! < 0 || (used[segment] === 1 && segment !== first)) continue
    if (best < 0 || comesFirst(coordinates, here, from, to[segment]!, to[best]!)) best = segment
  }
  if (best < 0) throw new Error(`a ring does not go on at ${coordinates[2 * here]} ${coordinates[2 * here + 1]}`)
  return best
}

/** Whether, turning clockwise around `here` from the direction of `from`, `one` is met before `other`. */
export function comesFirst(coordinates: Float64Array, here: number, from: number, one: number, other: number): boolean {
  const oneRank = turnRank(coordinates, here, from, one)
  const otherRank = turnRank(coordinates, here, from, other)
  return oneRank === otherRank ? exactSide(coordinates, here, one, other) < 0 : oneRank < otherRank
}

/** 0 for the half-turn on the right of the way back, 1 for straight on, 2 for the other half, 3 for back again. */
function turnRank(coordinates: Float64Array, here: number, from: number, to: number): number {
  const side = exactSide(coordinates, here, from, to)
  if (side !== 0) return side < 0 ? 0 : 2
  const along =
    (coordinates[2 * from]! - coordinates[2 * here]!) * (coordinates[2 * to]! - coordinates[2 * here]!) +
    (coordinates[2 * from + 1]! - coordinates[2 * here + 1]!) * (coordinates[2 * to + 1]! - coordinates[2 * here + 1]!)
  return along < 0 ? 1 : 3
}

const pointsOf = (coordinates: Float64Array, nodes: readonly number[]): Float64Array => {
  const points = new Float64Array(2 * nodes.length)
  for (const [i, node] of nodes.entries()) {
    points[2 * i] = coordinates[2 * node]!
    points[2 * i + 1] = coordinates[2 * node + 1]!
  }
  return points
}
