import { authalicFrom, fillHeights, m2PerTerm } from './authalic.ts'
import { longClimbDegrees, longTerm, shortTerm } from './line-term.ts'

/**
 * Area in square metres of the ring of vertices `from` to `to` - 1 of `coordinates` (lon, lat, … in degrees on WGS 84,
 * first vertex not repeated), edges straight in longitude/latitude: positive when it runs counter-clockwise. A ring
 * that crosses itself gives the sum of its turns; for its ground ask `polygonAreasM2`.
 */
export function ringAreaM2(coordinates: Float64Array, from: number, to: number): number {
  const count = to - from
  if (count < 3) return 0
  const ring = coordinates.subarray(2 * from, 2 * to)
  const origin = authalicFrom(ring[1]!)
  const heights = new Float64Array(2 * count)
  fillHeights(origin, ring, heights, count)
  let sum = 0
  let rest = 0
  for (let i = 0; i < count; i++) {
    const a = 2 * i
    const b = i + 1 < count ? a + 2 : 0
    const climb = ring[b + 1]! - ring[a + 1]!
    const term =
      Math.abs(climb) > longClimbDegrees
        ? longTerm(origin, ring[a]!, ring[a + 1]!, ring[b]!, ring[b + 1]!)
        : shortTerm(ring[b]! - ring[a]!, climb, heights[a]!, heights[a + 1]!, heights[b]!, heights[b + 1]!)
    const total = sum + term
    const grown = total - sum
    rest += sum - (total - grown) + (term - grown)
    sum = total
  }
  return -m2PerTerm * (sum + rest)
}
