import type { PointNumbers } from './point-numbers.ts'

/** No gap that rounding of coordinates opens is wider, in degrees: a tenth of a millimetre. */
const widestGap = 1e-9

/**
 * Directed segments (numbers of their two ends) with as many that end as begin at every point. Where three edges cross
 * within the last bit of their coordinates, the tiny piece between two of the crossings may be missing: it is put in.
 */
export function closeGaps(ends: Int32Array, { count, coordinates }: PointNumbers): Int32Array {
  const excess = new Int32Array(count)
  for (let i = 0; i < ends.length; i += 2) {
    excess[ends[i]!]!--
    excess[ends[i + 1]!]!++
  }
  const open: number[] = []
  const wanting: number[] = []
  for (let point = 0; point < count; point++) {
    for (let k = excess[point]!; k > 0; k--) open.push(point)
    for (let k = excess[point]!; k < 0; k++) wanting.push(point)
  }
  if (open.length === 0) return ends
  const added: number[] = []
  for (const from of open) {
    const distance = (to: number): number =>
      Math.hypot(coordinates[2 * from]! - coordinates[2 * to]!, coordinates[2 * from + 1]! - coordinates[2 * to + 1]!)
    let best = 0
    for (let i = 1; i < wanting.length; i++) if (distance(wanting[i]!) < distance(wanting[best]!)) best = i
    const to = wanting.splice(best, 1)[0]!
    if (distance(to) > widestGap)
      throw new Error(`a boundary is open at ${coordinates[2 * from]} ${coordinates[2 * from + 1]}`)
    added.push(from, to)
  }
  const closed = new Int32Array(ends.length + added.length)
  closed.set(ends)
  closed.set(added, ends.length)
  return closed
}
