import { placeCrossing } from './crossing-point.ts'
import { addCrossing, type Crossings } from './crossings.ts'
import { sideOf } from './orientation.ts'
import { touchEdges } from './touches.ts'

/** Shewchuk's bound on the rounding of a 2 x 2 determinant, relative to the sum of its products' sizes. */
const bound = (3 + 16 * 2 ** -53) * 2 ** -53
/** Edges at a smaller angle than about this are placed in doubled precision. */
const smallAngle = 1e-4

const point = new Float64Array(2)

/**
 * Adds the crossing of edge e of ring r with edge f of ring s, if they cross. `j` and `l` are the numbers of their far
 * ends (the last place of a ring goes by the number of its first); the edges must not share a vertex.
 */
export function crossEdges(
  coordinates: Float64Array,
  crossings: Crossings,
  e: number,
  j: number,
  r: number,
  f: number,
  l: number,
  s: number,
): void {
  if (crossings.touches) touchEdges(coordinates, crossings, e, r, f, s)
  const ax = coordinates[2 * e]!
  const ay = coordinates[2 * e + 1]!
  const bx = coordinates[2 * e + 2]!
  const by = coordinates[2 * e + 3]!
  const cx = coordinates[2 * f]!
  const cy = coordinates[2 * f + 1]!
  const dx = coordinates[2 * f + 2]!
  const dy = coordinates[2 * f + 3]!
  const ux = bx - ax
  const uy = by - ay
  const cLeft = ux * (cy - ay)
  const cRight = uy * (cx - ax)
  const c = cLeft - cRight
  const cDoubt = bound * (Math.abs(cLeft) + Math.abs(cRight))
  const cSide = c > cDoubt ? 1 : c < -cDoubt ? -1 : 0
  const dLeft = ux * (dy - ay)
  const dRight = uy * (dx - ax)
  const d = dLeft - dRight
  const dDoubt = bound * (Math.abs(dLeft) + Math.abs(dRight))
  const dSide = d > dDoubt ? 1 : d < -dDoubt ? -1 : 0
  if (cSide * dSide > 0) return
  const vx = dx - cx
  const vy = dy - cy
  const aLeft = vx * (ay - cy)
  const aRight = vy * (ax - cx)
  const a = aLeft - aRight
  const aSize = Math.abs(aLeft) + Math.abs(aRight)
  const aSide = a > bound * aSize ? 1 : a < -bound * aSize ? -1 : 0
  const bLeft = vx * (by - cy)
  const bRight = vy * (bx - cx)
  const b = bLeft - bRight
  const bSize = Math.abs(bLeft) + Math.abs(bRight)
  const bSide = b > bound * bSize ? 1 : b < -bound * bSize ? -1 : 0
  if (aSide * bSide > 0) return
  if (aSide * bSide * cSide * dSide !== 0 && Math.abs(a - b) > smallAngle * (aSize + bSize)) {
    const t = a / (a - b)
    const x = ax + t * ux
    const y = ay + t * uy
    const west = Math.max(Math.min(ax, bx), Math.min(cx, dx))
    const east = Math.min(Math.max(ax, bx), Math.max(cx, dx))
    const south = Math.max(Math.min(ay, by), Math.min(cy, dy))
    const north = Math.min(Math.max(ay, by), Math.max(cy, dy))
    addCrossing(crossings, e, r, f, s, x < west ? west : x > east ? east : x, y < south ? south : y > north ? north : y)
    return
  }
  if (crossInDoubt(coordinates, e, j, f, l, aSide, bSide, cSide, dSide)) {
    placeCrossing(coordinates, e, j, f, l, point)
    addCrossing(crossings, e, r, f, s, point[0]!, point[1]!)
  }
}

/** Whether two edges cross, given the sides on which their ends lie; 0 where rounding leaves a side open. */
function crossInDoubt(
  coordinates: Float64Array,
  e: number,
  j: number,
  f: number,
  l: number,
  a: number,
  b: number,
  c: number,
  d: number,
): boolean {
  const cSide = c === 0 ? sideOf(coordinates, e, e, e + 1, j, f, f) : c
  const dSide = d === 0 ? sideOf(coordinates, e, e, e + 1, j, f + 1, l) : d
  if (cSide === dSide) return false
  const aSide = a === 0 ? sideOf(coordinates, f, f, f + 1, l, e, e) : a
  const bSide = b === 0 ? sideOf(coordinates, f, f, f + 1, l, e + 1, j) : b
  return aSide !== bSide
}
