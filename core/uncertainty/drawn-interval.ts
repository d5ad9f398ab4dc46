/** A 95 % interval of an area in square metres and of its share of the plan, 0 to 1. */
export type DrawnInterval = { readonly low: number; readonly high: number; readonly shareLow: number; readonly shareHigh: number }

/** An area, or the plan, as it stands on the map and in every draw, in square metres. */
export type Drawn = {
  /** As measured. */
  readonly areaM2: number
  /** On the map that the draws lie around: lines that coincide across files are one there. */
  readonly stillM2: number
  readonly draws: Float64Array
}

const tail = 0.025
/** Nothing reaches beyond this quantile of the plan's own draws. */
const mostOfPlan = 0.995

/**
 * The 95 % interval of an area from its draws about a map that errs itself: where lines run along each other the draws
 * are farther from nothing, or from the whole, than the map is, and the map than the truth. So the interval is the hull
 * of four: the quantiles of the draws, these reflected at the map (2 o - q, the basic bootstrap interval), the same
 * reflection of squares where the area or what is left of the plan nears nothing (its variance then grows with it), and
 * what was measured. `docs/coverage.md` has what it covers. Never below 0 or above the plan's draws.
 */
export function drawnInterval(area: Drawn, plan: Drawn): DrawnInterval {
  if (area.areaM2 === 0 && area.draws.every((drawn) => drawn === 0)) return nothing
  const rest: Drawn = {
    areaM2: plan.areaM2 - area.areaM2,
    stillM2: plan.stillM2 - area.stillM2,
    draws: plan.draws.map((drawn, i) => drawn - area.draws[i]!),
  }
  const shares = area.draws.map((drawn, i) => drawn / plan.draws[i]!)
  const share = shareInterval({ areaM2: area.areaM2 / plan.areaM2, stillM2: area.stillM2 / plan.stillM2, draws: shares })
  const planEnds = endsOf(plan.draws)
  const ends = endsOf(area.draws)
  const most = Math.max(planEnds.most, plan.areaM2)
  const low = Math.min(ends.low, 2 * area.stillM2 - ends.high, squareLow(area.stillM2, ends.high), area.areaM2)
  const reflectedHigh = 2 * area.stillM2 - ends.low
  const restHigh = endsOf(rest.draws).high
  const restLow = 2 * rest.stillM2 - restHigh
  const high = Math.max(
    ends.high,
    reflectedHigh + (restLow > 0 ? restLow - squareLow(rest.stillM2, restHigh) : 0),
    share.high >= 1 ? 2 * plan.stillM2 - planEnds.low : 0,
    area.areaM2,
  )
  return {
    low: Math.max(0, low),
    high: Math.min(most, high),
    shareLow: Math.max(0, share.low),
    shareHigh: Math.min(1, share.high),
  }
}

/** The plan's own: its draws and their reflection. */
export function planInterval({ areaM2, stillM2, draws }: Drawn): { readonly low: number; readonly high: number } {
  const { low, high } = endsOf(draws)
  return { low: Math.max(0, Math.min(low, 2 * stillM2 - high, areaM2)), high: Math.max(high, 2 * stillM2 - low, areaM2) }
}

const nothing: DrawnInterval = { low: 0, high: 0, shareLow: 0, shareHigh: 0 }

function shareInterval({ areaM2: measured, stillM2: still, draws }: Drawn) {
  const { low, high } = endsOf(draws)
  return {
    low: Math.min(low, 2 * still - high, squareLow(still, high), measured),
    high: Math.max(high, 2 * still - low, 1 - squareLow(1 - still, 1 - low), measured),
  }
}

/** The upper quantile reflected at the map, on squares. */
const squareLow = (still: number, high: number): number => Math.sqrt(Math.max(0, 2 * still ** 2 - high ** 2))

/** Quantiles at place p (N + 1), so that a new draw lies outside with probability 2 p whatever the number of draws. */
function endsOf(draws: Float64Array) {
  const ascending = draws.toSorted()
  const at = (p: number): number => {
    const place = Math.min(Math.max(p * (ascending.length + 1) - 1, 0), ascending.length - 1)
    const below = Math.floor(place)
    const [lower, upper] = [ascending[below]!, ascending[Math.min(below + 1, ascending.length - 1)]!]
    return lower + (place - below) * (upper - lower)
  }
  return { low: at(tail), high: at(1 - tail), most: at(mostOfPlan) }
}
