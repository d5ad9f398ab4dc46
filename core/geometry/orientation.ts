import { orient2d } from 'robust-predicates'

/**
 * On which side of the line from vertex i to vertex j vertex k lies: 1 left, -1 right, never 0.
 *
 * Exact (Shewchuk 1997), and where the three lie on one line decided by simulation of simplicity (Edelsbrunner and
 * Muecke 1990): every vertex is thought to be moved by an infinitely small amount, larger for smaller numbers and larger
 * in y than in x. The numbers of the three must differ.
 */
export function sideOf(
  ax: number, ay: number, i: number,
  bx: number, by: number, j: number,
  cx: number, cy: number, k: number,
): 1 | -1 {
  const exact = exactSide(ax, ay, bx, by, cx, cy)
  if (exact > 0) return 1
  if (exact < 0) return -1
  return i < j
    ? j < k ? firstSign(ax, bx, by, cx, cy)
    : i < k ? flip(firstSign(ax, cx, cy, bx, by))
    : firstSign(cx, ax, ay, bx, by)
    : i < k ? flip(firstSign(bx, ax, ay, cx, cy))
    : j < k ? firstSign(bx, cx, cy, ax, ay)
    : flip(firstSign(cx, bx, by, ax, ay))
}

/** The exact sign of the same without any tie-breaking: positive left, negative right, 0 on the line. */
export function exactSide(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  if ((cx === ax && cy === ay) || (cx === bx && cy === by) || (ax === bx && ay === by)) return 0
  return -orient2d(ax, ay, bx, by, cx, cy)
}

/** For three vertices on one line in the order of their numbers: the sign of the first shift that decides. */
function firstSign(ix: number, jx: number, jy: number, kx: number, ky: number): 1 | -1 {
  if (kx !== jx) return kx > jx ? 1 : -1
  if (jy !== ky) return jy > ky ? 1 : -1
  if (ix !== kx) return ix > kx ? 1 : -1
  return 1
}

const flip = (sign: 1 | -1): 1 | -1 => (sign > 0 ? -1 : 1)

/** Whether the vertex of number i lies above that of number j; of two at one height the smaller number does. */
export const isAbove = (iy: number, i: number, jy: number, j: number): boolean => iy > jy || (iy === jy && i < j)
