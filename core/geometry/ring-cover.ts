import { isAbove, sideOf } from './orientation.ts'
import type { Rings } from './rings.ts'
import { fan, fanBits, leafBits, leafEnd, leavesOf, nodesFor, type RingTrees } from './ring-trees.ts'

const levels = new Int32Array(20)
const stack = new Int32Array(256)

/**
 * Whether the vertex of number `vertex`, of another ring, lies inside `ring` by the even-odd rule: the parity of what
 * a line from it to the east crosses. A run of edges that lies wholly east of the vertex crosses that line oddly just
 * when its two ends lie on different sides of it, so only boxes that hold the vertex are opened.
 */
export function isInside(rings: Rings, trees: RingTrees, ring: number, vertex: number): boolean {
  const { coordinates, start } = rings
  const { boxes } = trees
  const x = coordinates[2 * vertex]!
  const y = coordinates[2 * vertex + 1]!
  const whole = 4 * (trees.start[ring + 1]! - 1)
  if (boxes[whole]! > x || boxes[whole + 1]! > y || boxes[whole + 2]! < x || boxes[whole + 3]! < y) return false
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  let top = 0
  let node = trees.start[ring]!
  levels[0] = node
  for (let width = leavesOf(rings, ring); width > 1; width = nodesFor(width)) levels[++top] = node += width
  let inside = 0
  let height = 2
  stack[0] = top
  stack[1] = levels[top]!
  while (height > 0) {
    height -= 2
    const level = stack[height]!
    const here = stack[height + 1]!
    const box = 4 * here
    if (boxes[box + 1]! > y || boxes[box + 3]! < y || boxes[box + 2]! < x) continue
    const index = here - levels[level]!
    if (boxes[box]! > x) {
      inside ^= spansOddly(coordinates, first, last, index, level, vertex)
    } else if (level === 0) {
      inside ^= leafCrossedOddly(coordinates, first, last, index, vertex)
    } else {
      const child = levels[level - 1]! + (index << fanBits)
      const end = Math.min(child + fan, levels[level]!)
      for (let next = child; next < end; next++) {
        stack[height] = level - 1
        stack[height + 1] = next
        height += 2
      }
    }
  }
  return inside === 1
}

/** 1 where the two ends of what a node holds, all of it east of a vertex, lie on different sides of its latitude. */
export function spansOddly(
  coordinates: Float64Array,
  first: number,
  last: number,
  index: number,
  level: number,
  vertex: number,
): number {
  const bits = leafBits + level * fanBits
  const from = first + (index << bits)
  const to = level === 0 ? leafEnd(from, first, last) : Math.min(from + (1 << bits), last)
  const y = coordinates[2 * vertex + 1]!
  const above = isAbove(coordinates[2 * from + 1]!, from, y, vertex)
  return above === isAbove(coordinates[2 * to + 1]!, to === last ? first : to, y, vertex) ? 0 : 1
}

/** 1 where a line from a vertex to the east crosses the edges of a leaf an odd number of times. */
export function leafCrossedOddly(
  coordinates: Float64Array,
  first: number,
  last: number,
  leaf: number,
  vertex: number,
): number {
  const x = coordinates[2 * vertex]!
  const y = coordinates[2 * vertex + 1]!
  const from = first + (leaf << leafBits)
  const end = leafEnd(from, first, last)
  let odd = 0
  let above = isAbove(coordinates[2 * from + 1]!, from, y, vertex)
  for (let e = from; e < end; e++) {
    const next = e + 1 === last ? first : e + 1
    const then = isAbove(coordinates[2 * e + 3]!, next, y, vertex)
    if (then !== above) {
      const ax = coordinates[2 * e]!
      const bx = coordinates[2 * e + 2]!
      if (ax > x && bx > x) odd ^= 1
      else if (ax >= x || bx >= x) {
        const side = sideOf(coordinates, e, e, e + 1, next, vertex, vertex)
        if (side > 0 === then) odd ^= 1
      }
    }
    above = then
  }
  return odd
}

/** Whether the ground inside a ring lies on its left at its first vertex, which is its highest. */
export function startsInsideLeft(rings: Rings, ring: number): boolean {
  const { coordinates, start } = rings
  const first = start[ring]!
  const before = start[ring + 1]! - 2
  return sideOf(coordinates, before, before, first, first, first + 1, first + 1) > 0
}
