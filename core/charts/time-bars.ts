import type { Validity } from '../model/validity.ts'
import type { TimelineDate } from '../timeline/timeline-answer.ts'
import { layerOn, noise, type GroundShare } from './ground-shares.ts'

/** What is drawn of a series through time. Places along the axis and shares of the plan, both from 0 to 1. */
export type TimeBars = {
  readonly date: string
  readonly from: number
  readonly to: number
  /** Whether nobody says that it still held after its first day. */
  readonly isLastKnown: boolean
  /** Whether its first day is that of a snapshot. */
  readonly isSnapshot: boolean
  /** By the place of the part among all, those with ground alone, one upon the other from the bottom. */
  readonly bars: readonly { readonly part: number; readonly low: number; readonly high: number }[]
  /** How far the upper edge of a part may lie, measured from its lower one, beside those of the others. */
  readonly errors: readonly { readonly x: number; readonly low: number; readonly high: number }[]
}

type Step = { readonly date: string; readonly place: number; readonly layer: string | null; readonly holds: Validity }

/**
 * The plan as a column of 100 % on every day on which something of the series begins or ends, drawn on as a step until the next.
 * Days of other series make no step, and where no snapshot speaks nothing is drawn.
 */
export function timeBars(
  dates: readonly TimelineDate[],
  series: string,
  parts: readonly Pick<GroundShare, 'shares' | 'intervals'>[],
  xOf: (date: string) => number,
): TimeBars[] {
  const steps = stepsOf(dates, series, parts)
  return steps.flatMap(({ date, place, holds }, i): TimeBars[] => {
    if (holds === 'nothing') return []
    const from = xOf(date)
    const next = steps[i + 1]
    const to = next ? xOf(next.date) : 1
    const tops = parts.reduce((below: number[], { shares }) => [...below, below.at(-1)! + shares[place]!], [0])
    return [
      {
        date,
        from,
        to,
        isLastKnown: holds !== 'stated',
        isSnapshot: holds === 'shown',
        bars: parts.flatMap(({ shares }, part) =>
          shares[place] === 0 ? [] : [{ part, low: tops[part]!, high: tops[part + 1]! }],
        ),
        errors: parts.flatMap(({ shares, intervals }, part) => {
          const interval = intervals[place]
          if (!interval || shares[place] === 0 || interval.high - interval.low < noise) return []
          const x = from + ((to - from) * (part + 1)) / (parts.length + 1)
          return [{ x, low: tops[part]! + interval.low, high: Math.min(1, tops[part]! + interval.high) }]
        }),
      },
    ]
  })
}

function stepsOf(
  dates: readonly TimelineDate[],
  series: string,
  parts: readonly Pick<GroundShare, 'shares'>[],
): readonly Step[] {
  const all = dates.map((date, place): Step => {
    const measured = layerOn(date, series)
    return { date: date.date, place, layer: measured?.layer ?? null, holds: measured?.holds ?? 'nothing' }
  })
  return all.filter(({ layer, holds }, i) => {
    const before = all[i - 1]
    const isSame = parts.every(({ shares }) => Math.abs(shares[i]! - shares[i - 1]!) < noise)
    return !before || before.layer !== layer || !isSame || (before.holds === 'stated') !== (holds === 'stated')
  })
}
