import { addCrossing, type Crossings } from './crossings.ts'
import type { Rings } from './rings.ts'
import { nearRelative, nearTo } from './snap-points.ts'

/** Adds the ends of either of two edges that lie on the other one. */
export function touchEdges(
  coordinates: Float64Array,
  crossings: Crossings,
  e: number,
  r: number,
  f: number,
  s: number,
): void {
  addTouch(coordinates, crossings, f, s, e)
  addTouch(coordinates, crossings, f, s, e + 1)
  addTouch(coordinates, crossings, e, r, f)
  addTouch(coordinates, crossings, e, r, f + 1)
}

/** Adds the touches of neighbouring edges of a ring: where it turns back upon itself, an end lies on the other edge. */
export function touchSpikes(rings: Rings, ring: number, crossings: Crossings): void {
  const { coordinates, start } = rings
  const first = start[ring]!
  const last = start[ring + 1]! - 1
  for (let edge = first; edge < last; edge++) {
    const next = edge + 1 === last ? first : edge + 1
    addTouch(coordinates, crossings, edge, ring, next + 1)
    addTouch(coordinates, crossings, next, ring, edge)
  }
}

/** Adds the vertex at a place to an edge of a ring where it lies on that edge, but for rounding, between the ends. */
function addTouch(coordinates: Float64Array, crossings: Crossings, edge: number, ring: number, place: number): void {
  const x = coordinates[2 * place]!
  const y = coordinates[2 * place + 1]!
  const ax = coordinates[2 * edge]!
  const ay = coordinates[2 * edge + 1]!
  const bx = coordinates[2 * edge + 2]!
  const by = coordinates[2 * edge + 3]!
  if ((x === ax && y === ay) || (x === bx && y === by)) return
  const ux = bx - ax
  const uy = by - ay
  const along = (x - ax) * ux + (y - ay) * uy
  const length2 = ux * ux + uy * uy
  if (along <= 0 || along >= length2) return
  const off = Math.abs(ux * (y - ay) - uy * (x - ax))
  if (off > nearRelative * Math.max(Math.abs(x), Math.abs(y)) * Math.sqrt(length2)) return
  if ((nearTo(x, ax) && nearTo(y, ay)) || (nearTo(x, bx) && nearTo(y, by))) return
  addCrossing(crossings, edge, ring, edge, ring, x, y)
}
