import type { Crossings } from './crossings.ts'
import type { Events } from './events.ts'
import type { Rings } from './rings.ts'

/** How near two points are that rounding alone may have parted, relative to their coordinates: eight last bits. */
export const nearRelative = 2 ** -49

/**
 * Gives one point to crossings that lie along an edge within the rounding of each other, that of the vertex where one
 * is as near: three edges that meet in one point must not leave a triangle of the last bit behind.
 */
export function snapPoints(rings: Rings, crossings: Crossings, events: Events): void {
  const { coordinates } = rings
  const { points, edges } = crossings
  const leader = Int32Array.from({ length: crossings.count }, (_, c) => c)
  const isVertex = Uint8Array.from({ length: crossings.count }, (_, c) => (edges[2 * c] === edges[2 * c + 1] ? 1 : 0))
  const leaderOf = (crossing: number): number => {
    let c = crossing
    while (leader[c] !== c) c = leader[c] = leader[leader[c]!]!
    return c
  }
  const pin = (crossing: number, place: number): void => {
    const c = leaderOf(crossing)
    if (isVertex[c] === 1) return
    isVertex[c] = 1
    points[2 * c] = coordinates[2 * place]!
    points[2 * c + 1] = coordinates[2 * place + 1]!
  }
  const join = (one: number, other: number): void => {
    const [a, b] = [leaderOf(one), leaderOf(other)]
    if (a === b || (isVertex[a] === 1 && isVertex[b] === 1)) return
    if (isVertex[b] === 1) leader[a] = b
    else leader[b] = a
  }
  const near = (a: Float64Array, i: number, b: Float64Array, j: number): boolean =>
    nearTo(a[2 * i]!, b[2 * j]!) && nearTo(a[2 * i + 1]!, b[2 * j + 1]!)
  for (const [k, event] of events.list.entries()) {
    const edge = edges[event]!
    const next = events.list[k + 1]
    if (near(coordinates, edge, points, event >> 1)) pin(event >> 1, edge)
    if (near(coordinates, edge + 1, points, event >> 1)) pin(event >> 1, edge + 1)
    if (next !== undefined && edges[next] === edge && near(points, event >> 1, points, next >> 1))
      join(event >> 1, next >> 1)
  }
  for (let c = 0; c < crossings.count; c++) {
    const from = leaderOf(c)
    points[2 * c] = points[2 * from]!
    points[2 * c + 1] = points[2 * from + 1]!
  }
}

export const nearTo = (p: number, q: number): boolean =>
  Math.abs(p - q) <= nearRelative * Math.max(Math.abs(p), Math.abs(q))
