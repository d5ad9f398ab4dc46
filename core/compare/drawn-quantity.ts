import { differenceInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'

/** A quantity as it is on the map, with its 95 % interval, on the map that the draws lie around, and in each draw by number. */
export type DrawnQuantity = Ends & { readonly observed: number; readonly still: number; readonly draws: Float64Array }

export type Ends = { readonly low: number; readonly high: number }

/**
 * The 95 % interval of how much a is more than b: that of the draws' differences and, where the errors have nothing in
 * common, what the intervals of both make of it as well (MOVER, Zou and Donner 2008). With `isCommon` draws of one number
 * are one error, of one plan on one base. Without it draws of different numbers are taken: two studies may call
 * their sources alike by chance, which draws of one number would take for a common error. `null` where no draw has both.
 */
export function intervalBetween(a: DrawnQuantity, b: DrawnQuantity, isCommon: boolean): Ends | null {
  const count = Math.min(a.draws.length, b.draws.length)
  const apart = isCommon ? 0 : 1
  const paired = Array.from({ length: count }, (_, i) => [a.draws[i]!, b.draws[(i + apart) % count]!] as const)
  const both = paired.filter(([one, other]) => !Number.isNaN(one - other))
  if (both.length === 0) return null
  const area = ({ observed, still }: DrawnQuantity, which: 0 | 1): DrawnArea => ({
    areaM2: observed,
    stillM2: still,
    draws: Float64Array.from(both, (pair) => pair[which]),
  })
  const drawn = differenceInterval(area(a, 0), area(b, 1))
  if (isCommon) return drawn
  const observed = a.observed - b.observed
  const down = Math.hypot(Math.max(0, a.observed - a.low), Math.max(0, b.high - b.observed))
  const up = Math.hypot(Math.max(0, a.high - a.observed), Math.max(0, b.observed - b.low))
  return { low: Math.min(drawn.low, observed - down), high: Math.max(drawn.high, observed + up) }
}

/** The 95 % interval of how many times b is a, both more than nothing: the same on the logarithmic scale. */
export function factorInterval(a: DrawnQuantity, b: DrawnQuantity, isCommon: boolean): Ends | null {
  const log = ({ observed, still, low, high, draws }: DrawnQuantity): DrawnQuantity => ({
    observed: Math.log(observed),
    still: Math.log(still),
    low: Math.log(low),
    high: Math.log(high),
    draws: draws.map(Math.log),
  })
  const found = a.low > 0 && b.low > 0 ? intervalBetween(log(a), log(b), isCommon) : null
  return found && { low: Math.exp(found.low), high: Math.exp(found.high) }
}
