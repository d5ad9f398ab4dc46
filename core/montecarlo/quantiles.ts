/** The quantile `p` (0 to 1) of values in ascending order, interpolated linearly (Hyndman and Fan 1996, type 7). */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const place = p * (ascending.length - 1)
  const below = Math.floor(place)
  const low = ascending[below]!
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!
  return low + (place - below) * (high - low)
}

export type Spread = {
  readonly mean: number
  readonly sd: number
  /** Ends of the 95 % interval. */
  readonly low: number
  readonly median: number
  readonly high: number
}

/** Mean, standard deviation and 2.5, 50 and 97.5 percentiles of draws in any order. */
export function spreadOf(draws: Float64Array): Spread {
  const ascending = draws.toSorted()
  const mean = meanOf(ascending)
  const squares = ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    mean,
    sd: Math.sqrt(squares / Math.max(1, ascending.length - 1)),
    low: quantile(ascending, 0.025),
    median: quantile(ascending, 0.5),
    high: quantile(ascending, 0.975),
  }
}

/** Pearson's correlation of two quantities drawn together; NaN where one of them does not vary. */
export function correlationOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return ab / Math.sqrt(aa * bb)
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
