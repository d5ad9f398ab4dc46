/** The solution of `matrix` x = `right` for several right sides, by elimination with the largest pivot of each column. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...right[i]!])
  for (let k = 0; k < size; k++) {
    const best = rows
      .slice(k)
      .reduce((most, row, i) => (Math.abs(row[k]!) > Math.abs(rows[most]![k]!) ? k + i : most), k)
    ;[rows[k], rows[best]] = [rows[best]!, rows[k]!]
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = rows[i]![k]! / rows[k]![k]!
      for (let j = k; j < rows[i]!.length; j++) rows[i]![j]! -= factor * rows[k]![j]!
    }
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / row[i]!))
}

/** Least squares: the coefficients of `columns` that come nearest to each of the `targets`. */
export function leastSquares(
  columns: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): number[][] {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  const solved = solveLinear(
    columns.map((a) => columns.map((b) => dot(a, b))),
    columns.map((a) => targets.map((target) => dot(a, target))),
  )
  return targets.map((_, k) => solved.map((row) => row[k]!))
}

/** Of its largest: a pivot of a covariance below this is rounding. */
const rounding = 1e-10

/**
 * Vectors whose outer products add up to a covariance: pivoted Cholesky, as many as the covariance has rank. A sum of
 * them, each times an own standard normal deviate, has that covariance.
 */
export function factorsOf(covariance: readonly (readonly number[])[]): number[][] {
  const rest = covariance.map((row) => [...row])
  const least = rounding * Math.max(...rest.map((row, i) => row[i]!))
  const factors: number[][] = []
  for (let count = 0; count < rest.length; count++) {
    const pivot = rest.reduce((best, row, i) => (row[i]! > rest[best]![best]! ? i : best), 0)
    const size = rest[pivot]![pivot]!
    if (!(size > least)) break
    const factor = rest[pivot]!.map((value) => value / Math.sqrt(size))
    factors.push(factor)
    for (let i = 0; i < rest.length; i++) for (let j = 0; j < rest.length; j++) rest[i]![j]! -= factor[i]! * factor[j]!
  }
  return factors
}
