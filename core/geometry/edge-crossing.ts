import { placeCrossing } from './crossing-point.ts'
import { addCrossing, type Crossings } from './crossings.ts'
import { sideOf } from './orientation.ts'

/** Shewchuk's bound on the rounding of a 2 x 2 determinant, relative to the sum of its products' sizes. */
const bound = (3 + 16 * 2 ** -53) * 2 ** -53
/** Edges at a smaller angle than about this are placed in doubled precision. */
const smallAngle = 1e-4

const point = new Float64Array(2)

/**
 * Adds the crossing of edge e of ring r, from number i to j, with edge f of ring s, from number k to l, if they cross.
 * The four numbers must differ; the last place of a ring goes by the number of its first.
 */
export function crossEdges(
  coordinates: Float64Array, crossings: Crossings,
  e: number, i: number, j: number, r: number,
  f: number, k: number, l: number, s: number,
): void {
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
  const dLeft = ux * (dy - ay)
  const dRight = uy * (dx - ax)
  const d = dLeft - dRight
  const dDoubt = bound * (Math.abs(dLeft) + Math.abs(dRight))
  if ((c > cDoubt && d > dDoubt) || (c < -cDoubt && d < -dDoubt)) return
  const vx = dx - cx
  const vy = dy - cy
  const aLeft = vx * (ay - cy)
  const aRight = vy * (ax - cx)
  const a = aLeft - aRight
  const aSize = Math.abs(aLeft) + Math.abs(aRight)
  const bLeft = vx * (by - cy)
  const bRight = vy * (bx - cx)
  const b = bLeft - bRight
  const bSize = Math.abs(bLeft) + Math.abs(bRight)
  if ((a > bound * aSize && b > bound * bSize) || (a < -bound * aSize && b < -bound * bSize)) return
  const plain =
    Math.abs(a) > bound * aSize && Math.abs(b) > bound * bSize &&
    Math.abs(c) > cDoubt && Math.abs(d) > dDoubt &&
    Math.abs(a - b) > smallAngle * (aSize + bSize)
  if (plain) {
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
  if (sideOf(ax, ay, i, bx, by, j, cx, cy, k) === sideOf(ax, ay, i, bx, by, j, dx, dy, l)) return
  if (sideOf(cx, cy, k, dx, dy, l, ax, ay, i) === sideOf(cx, cy, k, dx, dy, l, bx, by, j)) return
  placeCrossing(ax, ay, i, bx, by, j, cx, cy, k, dx, dy, l, point)
  addCrossing(crossings, e, r, f, s, point[0]!, point[1]!)
}
