import type { Crossings } from './crossings.ts'
import { radixOrder } from './radix-order.ts'
import type { Rings } from './rings.ts'

/**
 * The crossings as each ring meets them on its way. An event is a position in `crossings.edges`: event v lies on
 * `edges[v]`, crosses a ring `rings[v ^ 1]` and has its point at `points[v & ~1]`.
 */
export type Events = {
  readonly list: Uint32Array
  /** First entry of `list` for each ring, and one more for the end. */
  readonly start: Uint32Array
}

export function eventsAlongRings(rings: Rings, crossings: Crossings): Events {
  const count = 2 * crossings.count
  const { edges } = crossings
  const list = radixOrder(edges, count)
  for (let from = 0; from < count;) {
    const edge = edges[list[from]!]!
    let to = from + 1
    for (; to < count; to++) if (edges[list[to]!] !== edge) break
    if (to - from > 1) sortAlong(rings.coordinates, crossings, edge, list, from, to)
    from = to
  }
  const start = new Uint32Array(rings.count + 1)
  for (let event = 0; event < count; event++) start[crossings.rings[event]! + 1]!++
  for (let ring = 0; ring < rings.count; ring++) start[ring + 1]! += start[ring]!
  return { list, start }
}

const keys = new Float64Array(32)

/** Sorts the events of one edge in its direction, by the coordinate in which it runs further. */
function sortAlong(
  coordinates: Float64Array,
  crossings: Crossings,
  edge: number,
  list: Uint32Array,
  from: number,
  to: number,
): void {
  const run = coordinates[2 * edge + 2]! - coordinates[2 * edge]!
  const climb = coordinates[2 * edge + 3]! - coordinates[2 * edge + 1]!
  const axis = Math.abs(run) >= Math.abs(climb) ? 0 : 1
  const sign = (axis === 0 ? run : climb) < 0 ? -1 : 1
  const { points } = crossings
  if (to - from > keys.length) {
    const along = (event: number): number => sign * points[(event & ~1) + axis]!
    list.subarray(from, to).sort((p, q) => along(p) - along(q) || p - q)
    return
  }
  for (let i = from; i < to; i++) {
    const event = list[i]!
    const value = sign * points[(event & ~1) + axis]!
    let j = i - 1
    while (j >= from && keys[j - from]! > value) {
      keys[j + 1 - from] = keys[j - from]!
      list[j + 1] = list[j]!
      j--
    }
    keys[j + 1 - from] = value
    list[j + 1] = event
  }
}
