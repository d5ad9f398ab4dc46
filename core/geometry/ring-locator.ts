import { exactSide } from './orientation.ts'

/** Answers of one ring (x, y, x, y …, not closed by its first point) for many points. */
export type RingLocator = {
  readonly isVertex: (x: number, y: number) => boolean
  /** Whether a point that is not on the ring lies inside, by what a line from it to the east crosses. */
  readonly holds: (x: number, y: number) => boolean
}

const entriesPerEdge = 4

/** Sorts the edges of a ring into level strips, each with the edges that reach into it, so that a point meets only few. */
export function ringLocator(ring: Float64Array): RingLocator {
  const edges = ring.length / 2
  const endOf = (edge: number): number => (edge + 1 < edges ? 2 * edge + 2 : 0)
  let [south, north, climb] = [Infinity, -Infinity, 0]
  for (let edge = 0; edge < edges; edge++) {
    const y = ring[2 * edge + 1]!
    south = Math.min(south, y)
    north = Math.max(north, y)
    climb += Math.abs(ring[endOf(edge) + 1]! - y)
  }
  // Edges that climb through many strips are entered in all of them; their number stays that of the edges, times a few.
  const affordable = climb > 0 ? Math.floor((entriesPerEdge * edges * (north - south)) / climb) : 1
  const strips = Math.max(1, Math.min(edges >> 1, affordable))
  const perDegree = north > south ? strips / (north - south) : 0
  const stripOf = (y: number): number => Math.min(strips - 1, Math.max(0, Math.floor((y - south) * perDegree)))
  const { start, entries } = entered(strips, edges, (edge) => {
    const [a, b] = [stripOf(ring[2 * edge + 1]!), stripOf(ring[endOf(edge) + 1]!)]
    return a < b ? [a, b] : [b, a]
  })

  function isVertex(x: number, y: number): boolean {
    const strip = stripOf(y)
    for (let i = start[strip]!; i < start[strip + 1]!; i++) {
      const at = 2 * entries[i]!
      if (ring[at] === x && ring[at + 1] === y) return true
    }
    return false
  }

  function holds(x: number, y: number): boolean {
    const triple = Float64Array.of(0, 0, 0, 0, x, y)
    const strip = stripOf(y)
    let inside = false
    for (let i = start[strip]!; i < start[strip + 1]!; i++) {
      const from = 2 * entries[i]!
      const to = endOf(entries[i]!)
      const upward = ring[to + 1]! > y
      if (ring[from + 1]! > y === upward) continue
      triple.set(ring.subarray(from, from + 2))
      triple.set(ring.subarray(to, to + 2), 2)
      if (exactSide(triple, 0, 1, 2) > 0 === upward) inside = !inside
    }
    return inside
  }
  return { isVertex, holds }
}

/** The edges of each strip: those of strip n from `start[n]` to `start[n + 1]` - 1. */
function entered(strips: number, edges: number, reachOf: (edge: number) => readonly [low: number, high: number]) {
  const start = new Uint32Array(strips + 1)
  for (let edge = 0; edge < edges; edge++) {
    const [low, high] = reachOf(edge)
    for (let strip = low; strip <= high; strip++) start[strip + 1]!++
  }
  for (let strip = 0; strip < strips; strip++) start[strip + 1]! += start[strip]!
  const next = start.slice()
  const entries = new Uint32Array(start[strips]!)
  for (let edge = 0; edge < edges; edge++) {
    const [low, high] = reachOf(edge)
    for (let strip = low; strip <= high; strip++) entries[next[strip]!++] = edge
  }
  return { start, entries }
}
