import { exactSide } from './orientation.ts'

const splitter = 134217729

/**
 * Where the edges a-b and c-d cross, given that they do under the symbolic rules and that plain arithmetic cannot place
 * it well: ends that touch, edges on one line or nearly so. Written to `point`.
 *
 * It is the limit of the crossing as the symbolic shifts vanish, so that crossings lie along every edge in the order in
 * which the walk must meet them: an end that lies on the other edge is the crossing; of edges on one line the crossing
 * is the far end of the edge whose other end has the smallest number, since that end moves most. Else the ratio is
 * formed from determinants in doubled precision.
 */
export function placeCrossing(
  ax: number, ay: number, i: number, bx: number, by: number, j: number,
  cx: number, cy: number, k: number, dx: number, dy: number, l: number,
  point: Float64Array,
): void {
  const aZero = exactSide(cx, cy, dx, dy, ax, ay) === 0
  const bZero = exactSide(cx, cy, dx, dy, bx, by) === 0
  const cZero = exactSide(ax, ay, bx, by, cx, cy) === 0
  const dZero = exactSide(ax, ay, bx, by, dx, dy) === 0
  if (aZero && bZero && cZero && dZero) {
    const smallest = Math.min(i, j, k, l)
    if (smallest === i) set(point, bx, by)
    else if (smallest === j) set(point, ax, ay)
    else if (smallest === k) set(point, dx, dy)
    else set(point, cx, cy)
  } else if (aZero) set(point, ax, ay)
  else if (bZero) set(point, bx, by)
  else if (cZero) set(point, cx, cy)
  else if (dZero) set(point, dx, dy)
  else {
    const a = preciseCross(cx, cy, dx, dy, ax, ay)
    const b = preciseCross(cx, cy, dx, dy, bx, by)
    const t = a / (a - b)
    set(point, ax + t * (bx - ax), ay + t * (by - ay))
  }
  point[0] = clamp(point[0]!, Math.max(Math.min(ax, bx), Math.min(cx, dx)), Math.min(Math.max(ax, bx), Math.max(cx, dx)))
  point[1] = clamp(point[1]!, Math.max(Math.min(ay, by), Math.min(cy, dy)), Math.min(Math.max(ay, by), Math.max(cy, dy)))
}

function set(point: Float64Array, x: number, y: number): void {
  point[0] = x
  point[1] = y
}

const clamp = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value)

/** The cross product (b - a) x (c - a) in doubled precision (Dekker 1971), rounded at the end. */
function preciseCross(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
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
