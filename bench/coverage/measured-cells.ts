import {
  differenceInterval,
  drawnInterval,
  percentileInterval,
  type DrawnArea,
} from '../../core/montecarlo/drawn-interval.ts'
import { rowsOf, type DrawnMap } from './drawn-map.ts'
import type { Situation } from './situations.ts'

export const quantities = ['overlap', 'not covered', 'several', 'share', 'difference'] as const
type Quantity = (typeof quantities)[number]

/** Sums over maps of one cell: square metres, or parts of the plan for shares. */
export type CellSums = {
  readonly maps: number
  /** Intervals that hold the truth: ours, and that of the percentiles alone. */
  readonly holding: number
  readonly percentileHolding: number
  readonly width: number
  readonly percentileWidth: number
  /** Of the draws, and how far the truth lies from nothing and everything. */
  readonly sd: number
  readonly inside: number
}

export type Cells = Readonly<Partial<Record<Quantity, CellSums>>>

type Interval = { readonly low: number; readonly high: number }

/** The cells of one map. */
export function cellsOf(situation: Situation, { truthM2, rows }: DrawnMap): Cells {
  const { plan, overlap, several, uncovered, later } = rowsOf(situation)
  const [whole, inside, outside, then] = [rows[plan]!, rows[overlap]!, rows[uncovered]!, rows[later]!]
  const area = (own: DrawnArea, truth: number): CellSums => cell(drawnInterval(own, whole), own, truth, truthM2[plan]!)
  const share: DrawnArea = {
    areaM2: inside.areaM2 / whole.areaM2,
    stillM2: inside.stillM2 / whole.stillM2,
    draws: inside.draws.map((drawn, i) => drawn / whole.draws[i]!),
  }
  const { shareLow, shareHigh } = drawnInterval(inside, whole)
  const change: DrawnArea = {
    areaM2: then.areaM2 - inside.areaM2,
    stillM2: then.stillM2 - inside.stillM2,
    draws: then.draws.map((drawn, i) => drawn - inside.draws[i]!),
  }
  return {
    overlap: area(inside, truthM2[overlap]!),
    'not covered': area(outside, truthM2[uncovered]!),
    ...(several === null ? {} : { several: area(rows[several]!, truthM2[several]!) }),
    share: cell({ low: shareLow, high: shareHigh }, share, truthM2[overlap]! / truthM2[plan]!, 1),
    difference: {
      ...cell(differenceInterval(then, inside), change, truthM2[later]! - truthM2[overlap]!, truthM2[plan]!),
      inside: truthM2[plan]!,
    },
  }
}

/** Of the whole: what rounding makes of nothing is nothing. */
const rounding = 1e-9

function cell(interval: Interval, area: DrawnArea, truth: number, whole: number): CellSums {
  const percentile = percentileInterval(area.draws)
  const mean = area.draws.reduce((sum, drawn) => sum + drawn, 0) / area.draws.length
  const sd = Math.sqrt(area.draws.reduce((sum, drawn) => sum + (drawn - mean) ** 2, 0) / (area.draws.length - 1))
  const holds = ({ low, high }: Interval): number =>
    low - rounding * whole <= truth && truth <= high + rounding * whole ? 1 : 0
  return {
    maps: 1,
    holding: holds(interval),
    percentileHolding: holds(percentile),
    width: interval.high - interval.low,
    percentileWidth: percentile.high - percentile.low,
    sd,
    inside: Math.min(truth, whole - truth),
  }
}

export function addCells(a: Cells, b: Cells): Cells {
  const sums: Partial<Record<Quantity, CellSums>> = {}
  for (const quantity of quantities) {
    const [one, other] = [a[quantity], b[quantity]]
    const sum = one && other ? added(one, other) : (one ?? other)
    if (sum) sums[quantity] = sum
  }
  return sums
}

const added = (a: CellSums, b: CellSums): CellSums => ({
  maps: a.maps + b.maps,
  holding: a.holding + b.holding,
  percentileHolding: a.percentileHolding + b.percentileHolding,
  width: a.width + b.width,
  percentileWidth: a.percentileWidth + b.percentileWidth,
  sd: a.sd + b.sd,
  inside: a.inside + b.inside,
})
