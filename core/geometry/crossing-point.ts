import { exactSide } from './orientation.ts'

const splitter = 134217729

/**
 * Where the edges from places e and f cross, given that they do under the symbolic rules and that plain arithmetic
 * cannot place it well: ends that touch, edges on one line or nearly so. `j` and `l` are the numbers of their far ends.
 * Written to `point`.
 *
 * It is the limit of the crossing as the symbolic shifts vanish, so that crossings lie along every edge in the order in
 * which the walk must meet them: an end that lies on the other edge is the crossing; of edges on one line the crossing
 * is the far end of the edge whose other end has the smallest number, since that end moves most. Else the ratio is
 * formed from determinants in doubled precision.
 */
export function placeCrossing(
  coordinates: Float64Array,
  e: number,
  j: number,
  f: number,
  l: number,
  point: Float64Array,
): void {
  const aTouches = exactSide(coordinates, f, f + 1, e) === 0
  const bTouches = exactSide(coordinates, f, f + 1, e + 1) === 0
  const cTouches = exactSide(coordinates, e, e + 1, f) === 0
  const dTouches = exactSide(coordinates, e, e + 1, f + 1) === 0
  if (aTouches && bTouches && cTouches && dTouches) {
    const smallest = Math.min(e, j, f, l)
    const meeting = smallest === e ? e + 1 : smallest === j ? e : smallest === f ? f + 1 : f
    setTo(point, coordinates, meeting)
  } else if (aTouches) setTo(point, coordinates, e)
  else if (bTouches) setTo(point, coordinates, e + 1)
  else if (cTouches) setTo(point, coordinates, f)
  else if (dTouches) setTo(point, coordinates, f + 1)
  else {
    const a = preciseCross(coordinates, f, f + 1, e)
    const b = preciseCross(coordinates, f, f + 1, e + 1)
    const t = a / (a - b)
    for (let axis = 0; axis < 2; axis++) {
      const from = coordinates[2 * e + axis]!
      point[axis] = from + t * (coordinates[2 * e + 2 + axis]! - from)
    }
  }
  for (let axis = 0; axis < 2; axis++) clampTo(point, coordinates, axis, e, f)
}

function setTo(point: Float64Array, coordinates: Float64Array, place: number): void {
  point[0] = coordinates[2 * place]!
  point[1] = coordinates[2 * place + 1]!
}

/** Brings one coordinate of the point into what the boxes of both edges share. */
function clampTo(point: Float64Array, coordinates: Float64Array, axis: number, e: number, f: number): void {
  const a = coordinates[2 * e + axis]!
  const b = coordinates[2 * e + 2 + axis]!
  const c = coordinates[2 * f + axis]!
  const d = coordinates[2 * f + 2 + axis]!
  const low = Math.max(Math.min(a, b), Math.min(c, d))
  const high = Math.min(Math.max(a, b), Math.max(c, d))
  point[axis] = Math.max(low, Math.min(high, point[axis]!))
}

/** The cross product (b - a) x (c - a) of the vertices at three places in doubled precision (Dekker 1971). */
function preciseCross(coordinates: Float64Array, a: number, b: number, c: number): number {
  const ax = coordinates[2 * a]!
  const ay = coordinates[2 * a + 1]!
  const bx = coordinates[2 * b]!
  const by = coordinates[2 * b + 1]!
  const cx = coordinates[2 * c]!
  const cy = coordinates[2 * c + 1]!
  const ux = bx - ax
  const uy = by - ay
  const vx = cx - ax
  const vy = cy - ay
  const left = ux * vy
  const right = uy * vx
  const high = left - right
  const grown = left - high
  const low = left - (high + grown) + (grown - right)
  const tails = ux * lost(cy, ay, vy) + lost(bx, ax, ux) * vy - uy * lost(cx, ax, vx) - lost(by, ay, uy) * vx
  return high + (low + productError(ux, vy, left) - productError(uy, vx, right) + tails)
}

/** What rounding took from p - q = difference. */
function lost(p: number, q: number, difference: number): number {
  const grown = p - difference
  return p - (difference + grown) + (grown - q)
}

/** What rounding took from u * v = product. */
function productError(u: number, v: number, product: number): number {
  const uSplit = splitter * u
  const uHigh = uSplit - (uSplit - u)
  const uLow = u - uHigh
  const vSplit = splitter * v
  const vHigh = vSplit - (vSplit - v)
  const vLow = v - vHigh
  return uLow * vLow - (product - uHigh * vHigh - uLow * vHigh - uHigh * vLow)
}
