import { quantile } from '../uncertainty/quantiles.ts'

/** A quantity as it is on the map, with its 95 % interval, and in each draw by the draw's number (NaN where it has none). */
export type DrawnQuantity = { readonly observed: number; readonly low: number; readonly high: number; readonly draws: Float64Array }

export type Ends = { readonly low: number; readonly high: number }

/**
 * The 95 % interval of how much a is more than b, so wide that nothing outside it is held for possible: it holds the 2.5 to
 * 97.5 % quantiles of the draws, their mirror image about the difference on the map (draws add noise to a map that is noisy
 * already), and, where the errors have nothing in common, what the intervals of both make of it (MOVER, Zou and Donner 2008).
 * With `isCommon` draws of one number belong together, because a base is common to both. Without it draws of different
 * numbers are taken: two studies may call their sources alike by chance, which draws of one number would take for a common
 * error. `null` where no draw has both.
 */
export function differenceInterval(a: DrawnQuantity, b: DrawnQuantity, isCommon: boolean): Ends | null {
  const count = Math.min(a.draws.length, b.draws.length)
  const apart = isCommon ? 0 : 1
  const differences = Float64Array.from({ length: count }, (_, i) => a.draws[i]! - b.draws[(i + apart) % count]!)
    .filter((difference) => !Number.isNaN(difference))
    .sort()
  if (differences.length === 0) return null
  const observed = a.observed - b.observed
  const [low, high] = [quantile(differences, 0.025), quantile(differences, 0.975)]
  const down = Math.hypot(Math.max(0, a.observed - a.low), Math.max(0, b.high - b.observed))
  const up = Math.hypot(Math.max(0, a.high - a.observed), Math.max(0, b.observed - b.low))
  const joined = isCommon ? { low: observed, high: observed } : { low: observed - down, high: observed + up }
  return { low: Math.min(low, 2 * observed - high, joined.low), high: Math.max(high, 2 * observed - low, joined.high) }
}

/** The 95 % interval of how many times b is a, both more than nothing: the same on the logarithmic scale. */
export function factorInterval(a: DrawnQuantity, b: DrawnQuantity, isCommon: boolean): Ends | null {
  const log = ({ observed, low, high, draws }: DrawnQuantity): DrawnQuantity =>
    ({ observed: Math.log(observed), low: Math.log(low), high: Math.log(high), draws: draws.map(Math.log) })
  const found = a.low > 0 && b.low > 0 ? differenceInterval(log(a), log(b), isCommon) : null
  return found && { low: Math.exp(found.low), high: Math.exp(found.high) }
}
