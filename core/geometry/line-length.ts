import { eccentricity2, radiansPerDegree, semiMajorM } from './ellipsoid.ts'

/** Gauss and Legendre's three nodes on 0 to 1, and their weights. */
const nodes = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)] as const
const weights = [5 / 18, 8 / 18, 5 / 18] as const

/**
 * Length in metres of the line through vertices `from` to `to` - 1 of `coordinates` (lon, lat, … in degrees on WGS 84),
 * edges straight in longitude/latitude: the arc element of the ellipsoid, sqrt((M dphi)^2 + (N cos phi dlambda)^2),
 * integrated along each edge in pieces of at most one degree.
 */
export function lineLengthM(coordinates: Float64Array, from: number, to: number): number {
  let lengthM = 0
  for (let i = from + 1; i < to; i++) {
    const lat0 = coordinates[2 * i - 1]!
    const climb = coordinates[2 * i + 1]! - lat0
    const run = coordinates[2 * i]! - coordinates[2 * i - 2]!
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(climb), Math.abs(run))))
    for (let piece = 0; piece < pieces; piece++) {
      for (const [n, node] of nodes.entries()) {
        const metres = arcM(lat0 + (climb * (piece + node)) / pieces, climb / pieces, run / pieces)
        lengthM += weights[n]! * metres
      }
    }
  }
  return lengthM
}

/** Metres that a step of `climb` and `run` degrees covers at a latitude. */
function arcM(latDegrees: number, climb: number, run: number): number {
  const sine = Math.sin(latDegrees * radiansPerDegree)
  const w = Math.sqrt(1 - eccentricity2 * sine * sine)
  const north = ((semiMajorM * (1 - eccentricity2)) / (w * w * w)) * climb * radiansPerDegree
  const east = (semiMajorM / w) * Math.cos(latDegrees * radiansPerDegree) * run * radiansPerDegree
  return Math.hypot(north, east)
}
