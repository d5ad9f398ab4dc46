import type { Authalic } from './authalic.ts'
import { fillHeights } from './authalic.ts'

/** Edges that climb further than this many degrees of latitude are cut before they are integrated. */
export const longClimbDegrees = 0.02

/**
 * The integral of q over longitude (degrees) along a straight edge in longitude/latitude, from q and its slope at both
 * ends: the trapezium corrected by the slopes, exact for cubics. At `longClimbDegrees` its error is under 1e-14 of q.
 * Turning the edge round changes the sign and nothing else, to the last bit.
 */
export function shortTerm(
  runDegrees: number,
  climbDegrees: number,
  q0: number,
  slope0: number,
  q1: number,
  slope1: number,
): number {
  return runDegrees * ((q0 + q1) * 0.5 + (climbDegrees * (slope0 - slope1)) / 12)
}

/** The same for an edge of any length, cut into pieces that climb at most `longClimbDegrees`. */
export function longTerm(origin: Authalic, lon0: number, lat0: number, lon1: number, lat1: number): number {
  if (lat0 > lat1) return -longTerm(origin, lon1, lat1, lon0, lat0)
  const pieces = Math.max(1, Math.ceil((lat1 - lat0) / longClimbDegrees))
  const coordinates = new Float64Array(2 * (pieces + 1))
  for (let i = 0; i <= pieces; i++) coordinates[2 * i + 1] = i === pieces ? lat1 : lat0 + ((lat1 - lat0) * i) / pieces
  const heights = new Float64Array(coordinates.length)
  fillHeights(origin, coordinates, heights, pieces + 1)
  const run = (lon1 - lon0) / pieces
  const climb = (lat1 - lat0) / pieces
  let sum = 0
  for (let i = 0; i < pieces; i++) {
    const at = 2 * i
    sum += shortTerm(run, climb, heights[at]!, heights[at + 1]!, heights[at + 2]!, heights[at + 3]!)
  }
  return sum
}
