/** A 95 % interval of an area in square metres and of its share of the plan, 0 to 1. */
export type DrawnInterval = {
  readonly low: number
  readonly high: number
  readonly shareLow: number
  readonly shareHigh: number
}

/** An area, or the plan, as it stands on the map and in every draw, in square metres. */
export type DrawnArea = {
  /** As measured. */
  readonly areaM2: number
  /** On the map that the draws lie around: lines that coincide across files are one there. */
  readonly stillM2: number
  readonly draws: Float64Array
}

const tail = 0.025
/** Fewer draws have no quantile of 2.5 %: their least and their largest stand for it. */
export const leastDraws = 1 / tail - 1
/** 1.4 by theory; the draws' bias is least where the map happens to be farthest off. */
const furtherBiases = 2

/**
 * The 95 % interval of an area from its draws about a map that errs itself. Where lines run along each other an area is
 * not differentiable, and noise moves it one way: the map lies beside the truth, and the draws lie beside the map. So the
 * interval is the hull of the quantiles of the draws, of these reflected at the map (2 o - q, the basic bootstrap
 * interval), of the reflection moved on by twice the draws' bias (mean less o), and of what was measured. Two lines with
 * the true distance nothing have the map off by c s and the draws by a further (sqrt 2 - 1) c s, 2.4 times less; the
 * reflection makes up for one of the 2.4. Where nothing runs along the bias is nothing and all four are one.
 * Never below 0 or above the plan's own interval; where the share may be everything, as high as that. `docs/coverage.md`
 * has what it covers.
 */
export function drawnInterval(area: DrawnArea, plan: DrawnArea): DrawnInterval {
  const tinyM2 = rounding * plan.areaM2
  const measured = Math.min(1, area.areaM2 / plan.areaM2)
  if (area.areaM2 <= tinyM2 && area.draws.every((drawn) => drawn <= tinyM2))
    return { low: 0, high: area.areaM2, shareLow: 0, shareHigh: measured }
  const whole = planInterval(plan)
  if (isAllOf(area, plan))
    return { low: Math.min(whole.low, area.areaM2), high: whole.high, shareLow: measured, shareHigh: 1 }
  const share = hull({
    areaM2: measured,
    stillM2: area.stillM2 / plan.stillM2,
    draws: area.draws.map((drawn, i) => drawn / plan.draws[i]!),
  })
  const { low, high } = hull(area)
  return {
    low: Math.max(0, low),
    high: Math.max(area.areaM2, share.high >= 1 - rounding ? whole.high : Math.min(whole.high, high)),
    shareLow: Math.max(0, share.low),
    shareHigh: Math.min(1, share.high),
  }
}

/** The 95 % interval of a difference of two areas that were drawn together; it may be of either sign. Draws that have none are NaN. */
export function differenceInterval(to: DrawnArea, from: DrawnArea): { readonly low: number; readonly high: number } {
  const draws = Float64Array.from(to.draws, (drawn, i) => drawn - from.draws[i]!).filter(
    (drawn) => !Number.isNaN(drawn),
  )
  return hull({ areaM2: to.areaM2 - from.areaM2, stillM2: to.stillM2 - from.stillM2, draws })
}

/** Whether an area is all of another, as measured and in every draw. */
export function isAllOf(area: DrawnArea, whole: DrawnArea): boolean {
  const tinyM2 = rounding * whole.areaM2
  return whole.areaM2 - area.areaM2 <= tinyM2 && area.draws.every((drawn, i) => whole.draws[i]! - drawn <= tinyM2)
}

/** Whether the interval of an area's share of another holds all of it. */
export const mayBeAllOf = (area: DrawnArea, whole: DrawnArea): boolean =>
  drawnInterval(area, whole).shareHigh >= 1 - rounding

function hull({ areaM2, stillM2, draws }: DrawnArea): { readonly low: number; readonly high: number } {
  const { low, high } = endsOf(draws)
  const bias = draws.reduce((sum, drawn) => sum + drawn, 0) / draws.length - stillM2
  return {
    low: Math.min(low, 2 * stillM2 - high - furtherBiases * Math.max(0, bias), areaM2),
    high: Math.max(high, 2 * stillM2 - low - furtherBiases * Math.min(0, bias), areaM2),
  }
}

/** The plan's own: its draws and their reflection. */
export function planInterval({ areaM2, stillM2, draws }: DrawnArea): { readonly low: number; readonly high: number } {
  const { low, high } = endsOf(draws)
  return {
    low: Math.max(0, Math.min(low, 2 * stillM2 - high, areaM2)),
    high: Math.max(high, 2 * stillM2 - low, areaM2),
  }
}

const leastBesideM2 = 1
/** Of the plan: less is what sums lose by rounding. */
const rounding = 1e-9

/** Whether an area, as measured, lies outside the 2.5 and 97.5 % quantiles of its own draws. */
export function isBesideDraws({ areaM2, draws }: DrawnArea): boolean {
  const { low, high } = percentileInterval(draws)
  return areaM2 < low - leastBesideM2 || areaM2 > high + leastBesideM2
}

/** The 2.5 and 97.5 % quantiles of the draws alone: what noise about the map makes of it. */
export const percentileInterval = (draws: Float64Array): { readonly low: number; readonly high: number } =>
  endsOf(draws)

/** Quantiles at place p (N + 1), so that a new draw lies outside with probability 2 p whatever the number of draws. */
function endsOf(draws: Float64Array): { readonly low: number; readonly high: number } {
  const ascending = draws.toSorted()
  const at = (p: number): number => {
    const place = Math.min(Math.max(p * (ascending.length + 1) - 1, 0), ascending.length - 1)
    const below = Math.floor(place)
    const [lower, upper] = [ascending[below]!, ascending[Math.min(below + 1, ascending.length - 1)]!]
    return lower + (place - below) * (upper - lower)
  }
  return { low: at(tail), high: at(1 - tail) }
}
