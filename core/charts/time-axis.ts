import { daysBetween, firstDayOf } from '../time/days.ts'

/** Where days stand on the line: 0 at its start, 1 at its end. */
export type TimeAxis = {
  /** A month or a year stands on its first day. */
  readonly xOf: (date: string) => number
  /** Stretches without an event that are drawn shorter than they lasted. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[]
}

/** A stretch of more than so many times the median one is drawn as long as that, and marked. */
const longestOfMedian = 3
/** What holds on the last day has no end; the line goes on for this part of its length. */
const openEnd = 0.06

/** A line of time through `dates` (ascending), true to scale except where a stretch is marked as shortened. */
export function timeAxis(dates: readonly string[]): TimeAxis {
  const gaps = dates.slice(1).map((date, i) => daysBetween(dates[i]!, date))
  const longest = longestOfMedian * median(gaps)
  const widths = gaps.map((days) => Math.min(days, longest))
  const total = widths.reduce((sum, width) => sum + width, 0) / (1 - openEnd)
  const starts = [0]
  for (const width of widths) starts.push(starts.at(-1)! + width / total)
  return {
    xOf(given) {
      const date = firstDayOf(given)
      const next = dates.findIndex((other) => other >= date)
      if (next === 0) return 0
      if (next < 0) return dates.length > 0 ? starts[dates.length - 1]! + openEnd / 2 : 0
      const part = daysBetween(dates[next - 1]!, date) / gaps[next - 1]!
      return starts[next - 1]! + part * (starts[next]! - starts[next - 1]!)
    },
    breaks: gaps.flatMap((days, i) => (days > longest ? [{ from: starts[i]!, to: starts[i + 1]! }] : [])),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return 1
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}
