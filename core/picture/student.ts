const normalQuantile = 1.959963984540054
/** Beyond it t is the normal distribution to three digits. */
const mostFreedom = 400

/**
 * The 97.5 % quantile of Student's t with an even number of degrees of freedom, which fits of points always have (two
 * coordinates each): by bisection of its closed form (Abramowitz and Stegun 26.7.4). `null` is the normal distribution.
 */
export function studentQuantile(freedom: number | null): number {
  if (freedom === null || freedom > mostFreedom) return normalQuantile
  let [low, high] = [normalQuantile, 100]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (within(middle, freedom) < 0.95) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that |t| is below `value`. */
function within(value: number, freedom: number): number {
  const angle = Math.atan(value / Math.sqrt(freedom))
  const square = Math.cos(angle) ** 2
  let [term, sum] = [1, 1]
  for (let k = 1; k < freedom / 2; k++) {
    term *= ((2 * k - 1) / (2 * k)) * square
    sum += term
  }
  return Math.sin(angle) * sum
}
