import { noPoints, pointNumber } from '../geometry/point-numbers.ts'
import type { Arrangement } from '../overlay/arrangement.ts'

/** The pieces of all rings between their vertices, crossings and touches, each once, whatever way it is traced. */
export type Edges = {
  /** x, y of each node. */
  readonly coordinates: Float64Array
  /** The two nodes of each edge. */
  readonly ends: Int32Array
  /** Edges that are traced more than once, and a node of the first. */
  readonly repeated: number
  readonly firstRepeated: number
}

/** `arranged` must hold touches. */
export function edgesOnce({ rings, crossings, events }: Arrangement): Edges {
  const points = noPoints(rings.coordinates.length / 2 + 2 * crossings.count)
  const ends: number[] = []
  const traced = new Map<number, number>()
  let firstRepeated = -1
  for (let ring = 0; ring < rings.count; ring++) {
    let event = events.start[ring]!
    const first = rings.start[ring]!
    const last = rings.start[ring + 1]! - 1
    let node = pointNumber(points, rings.coordinates[2 * first]!, rings.coordinates[2 * first + 1]!)
    for (let edge = first; edge < last; edge++) {
      for (; event < events.start[ring + 1]! && crossings.edges[events.list[event]!] === edge; event++) {
        const at = events.list[event]! & ~1
        step(crossings.points[at]!, crossings.points[at + 1]!)
      }
      step(rings.coordinates[2 * edge + 2]!, rings.coordinates[2 * edge + 3]!)
    }

    function step(x: number, y: number): void {
      const next = pointNumber(points, x, y)
      if (next === node) return
      const [a, b] = [Math.min(node, next), Math.max(node, next)]
      const key = a * 2 ** 26 + b
      const times = (traced.get(key) ?? 0) + 1
      traced.set(key, times)
      if (times === 1) ends.push(a, b)
      else if (firstRepeated < 0) firstRepeated = a
      node = next
    }
  }
  const repeated = [...traced.values()].filter((times) => times > 1).length
  return { coordinates: points.coordinates, ends: Int32Array.from(ends), repeated, firstRepeated }
}
