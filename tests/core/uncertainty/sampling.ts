import { expect } from 'vitest'
import { quantile, spreadOf } from '../../../core/montecarlo/quantiles.ts'

/** So many standard errors apart two honest simulations are once in 16,000 times. */
const errors = 4

/**
 * Holds two samples of one quantity to each other: means and standard deviations within their standard errors, ends of
 * the 95 % interval within those of the order statistics, and the whole distributions by the test of Kolmogorov and
 * Smirnov at one in ten thousand. `slackM2` is what the two measure differently, such as the ellipsoid and a plane.
 */
export function expectAlike(ours: Float64Array, theirs: readonly number[], slackM2: number): void {
  const samples = [ours.toSorted(), Float64Array.from(theirs).toSorted()] as const
  const spreads = samples.map(spreadOf)
  const [a, b] = [spreads[0]!, spreads[1]!]
  const [n, m] = samples.map(({ length }) => length) as [number, number]
  const kurtosis = ours.reduce((sum, value) => sum + ((value - a.mean) / a.sd) ** 4, 0) / n
  expect(Math.abs(a.mean - b.mean)).toBeLessThan(
    errors * Math.hypot(a.sd / Math.sqrt(n), b.sd / Math.sqrt(m)) + slackM2,
  )
  expect(Math.abs(a.sd - b.sd)).toBeLessThan(
    errors * a.sd * Math.sqrt(((kurtosis - 1) / 4) * (1 / n + 1 / m)) + slackM2,
  )
  for (const [p, end] of [
    [0.025, 'low'],
    [0.975, 'high'],
  ] as const) {
    const error = Math.hypot(...samples.map((sample) => quantileError(sample, p)))
    expect(Math.abs(a[end] - b[end])).toBeLessThan(errors * error + slackM2)
  }
  expect(farthest(...samples)).toBeLessThan(2.23 * Math.sqrt((n + m) / (n * m)))
}

/** Standard error of the quantile `p`, from the order statistics around it. */
function quantileError(ascending: Float64Array, p: number): number {
  const reach = Math.sqrt((p * (1 - p)) / ascending.length)
  return (quantile(ascending, Math.min(1, p + reach)) - quantile(ascending, Math.max(0, p - reach))) / 2
}

/** The largest difference between two empirical distributions. */
function farthest(a: Float64Array, b: Float64Array): number {
  let [i, k, most] = [0, 0, 0]
  while (i < a.length && k < b.length) {
    if (a[i]! <= b[k]!) i++
    else k++
    most = Math.max(most, Math.abs(i / a.length - k / b.length))
  }
  return most
}
