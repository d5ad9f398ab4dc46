import { exactSide, isAbove, sideOf } from './orientation.ts'
import type { Rings } from './rings.ts'
import { fan, leafEdges, leavesOf, type RingTrees } from './ring-trees.ts'

const levels = new Uint32Array(20)
const stack = new Uint32Array(256)

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
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  let top = 0
  let node = trees.start[ring]!
  levels[0] = node
  for (let width = leavesOf(rings, ring); width > 1; width = Math.ceil(width / fan)) levels[++top] = node += width
  let inside = false
  let height = 2
  stack[0] = top
  stack[1] = levels[top]!
  while (height > 0) {
    height -= 2
    const level = stack[height]!
    const nodeHere = stack[height + 1]!
    const box = 4 * nodeHere
    if (boxes[box + 1]! > y || boxes[box + 3]! < y || boxes[box + 2]! < x) continue
    const index = nodeHere - levels[level]!
    if (boxes[box]! > x) {
      const run = leafEdges * fan ** level
      const from = first + index * run
      const to = Math.min(from + run, last)
      const above = isAbove(coordinates[2 * from + 1]!, from, y, vertex)
      const then = isAbove(coordinates[2 * to + 1]!, to === last ? first : to, y, vertex)
      if (above !== then) inside = !inside
    } else if (level === 0) {
      const from = first + index * leafEdges
      if (crossesOddly(coordinates, from, Math.min(from + leafEdges, last), first, last, vertex, x, y)) inside = !inside
    } else {
      const child = levels[level - 1]! + index * fan
      const end = Math.min(child + fan, levels[level]!)
      for (let next = child; next < end; next++) {
        stack[height] = level - 1
        stack[height + 1] = next
        height += 2
      }
    }
  }
  return inside
}

function crossesOddly(
  coordinates: Float64Array, from: number, end: number, first: number, last: number, vertex: number, x: number, y: number,
): boolean {
  let odd = false
  let above = isAbove(coordinates[2 * from + 1]!, from, y, vertex)
  for (let e = from; e < end; e++) {
    const next = e + 1 === last ? first : e + 1
    const then = isAbove(coordinates[2 * e + 3]!, next, y, vertex)
    if (then === above) continue
    const ax = coordinates[2 * e]!
    const bx = coordinates[2 * e + 2]!
    if (ax >= x || bx >= x) {
      const ay = coordinates[2 * e + 1]!
      const by = coordinates[2 * e + 3]!
      const east =
        (ax > x && bx > x) ||
        (then
          ? sideOf(ax, ay, e, bx, by, next, x, y, vertex) > 0
          : sideOf(bx, by, next, ax, ay, e, x, y, vertex) > 0)
      if (east) odd = !odd
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
  const px = coordinates[2 * before]!
  const py = coordinates[2 * before + 1]!
  const x = coordinates[2 * first]!
  const y = coordinates[2 * first + 1]!
  const nx = coordinates[2 * first + 2]!
  const ny = coordinates[2 * first + 3]!
  const side = exactSide(px, py, x, y, nx, ny)
  return side === 0 ? sideOf(px, py, before, x, y, first, nx, ny, first + 1) > 0 : side > 0
}
