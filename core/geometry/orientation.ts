import { orient2d } from 'robust-predicates'

/**
 * On which side of the line from the vertex at place `a` to that at `b` the vertex at `c` lies: 1 left, -1 right,
 * never 0. `i`, `j`, `k` are the numbers of the three, all different (the last place of a ring goes by the number of its
 * first).
 *
 * Exact (Shewchuk 1997), and where the three lie on one line decided by simulation of simplicity (Edelsbrunner and
 * Muecke 1990): every vertex is thought to be moved by an infinitely small amount, larger for smaller numbers and larger
 * in y than in x.
 */
export function sideOf(
  coordinates: Float64Array,
  a: number,
  i: number,
  b: number,
  j: number,
  c: number,
  k: number,
): 1 | -1 {
  const exact = exactSide(coordinates, a, b, c)
  if (exact !== 0) return exact > 0 ? 1 : -1
  if (i < j) {
    if (j < k) return firstSign(coordinates, a, b, c)
    return i < k ? opposite(firstSign(coordinates, a, c, b)) : firstSign(coordinates, c, a, b)
  }
  if (i < k) return opposite(firstSign(coordinates, b, a, c))
  return j < k ? firstSign(coordinates, b, c, a) : opposite(firstSign(coordinates, c, b, a))
}

/** The same without any tie-breaking: positive left, negative right, 0 on the line. */
export function exactSide(coordinates: Float64Array, a: number, b: number, c: number): number {
  const ax = coordinates[2 * a]!
  const ay = coordinates[2 * a + 1]!
  const bx = coordinates[2 * b]!
  const by = coordinates[2 * b + 1]!
  const cx = coordinates[2 * c]!
  const cy = coordinates[2 * c + 1]!
  if ((cx === ax && cy === ay) || (cx === bx && cy === by) || (ax === bx && ay === by)) return 0
  return -orient2d(ax, ay, bx, by, cx, cy)
}

/** For three vertices on one line in the order of their numbers: the sign of the first shift that decides. */
function firstSign(coordinates: Float64Array, first: number, second: number, third: number): 1 | -1 {
  const run = coordinates[2 * third]! - coordinates[2 * second]!
  if (run !== 0) return run > 0 ? 1 : -1
  const fall = coordinates[2 * second + 1]! - coordinates[2 * third + 1]!
  if (fall !== 0) return fall > 0 ? 1 : -1
  const lead = coordinates[2 * first]! - coordinates[2 * third]!
  return lead < 0 ? -1 : 1
}

const opposite = (sign: 1 | -1): 1 | -1 => (sign > 0 ? -1 : 1)

/** Whether the vertex of number i lies above that of number j; of two at one height the smaller number does. */
export const isAbove = (iy: number, i: number, jy: number, j: number): boolean => iy > jy || (iy === jy && i < j)
