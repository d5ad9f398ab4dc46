import { eccentricity, eccentricity2, radiansPerDegree, semiMajorM } from './ellipsoid.ts'

/**
 * The authalic function q of the WGS 84 ellipsoid (Snyder 1987, eq. 3-12), measured from a reference latitude.
 *
 * The area on the left of a closed line is `-(a^2/2)` times the integral of q(latitude) over longitude; a constant
 * taken off q changes nothing for a closed line. Every term below is a multiple of the difference of the sines, so that
 * nothing cancels: a parcel of 1 m is measured as precisely as a country.
 */
export type Authalic = {
  readonly referenceDegrees: number
  readonly sine: number
  readonly cosine: number
}

/** Square metres for one unit of q times one degree of longitude; the left side of a line runs the other way round. */
export const m2PerTerm = (semiMajorM * semiMajorM * radiansPerDegree) / 2

export function authalicFrom(referenceDegrees: number): Authalic {
  const radians = referenceDegrees * radiansPerDegree
  return { referenceDegrees, sine: Math.sin(radians), cosine: Math.cos(radians) }
}

/**
 * q, and its slope per degree, at every second number of `coordinates` (lon, lat, lon, lat …), written to `heights` in
 * the same order: q, slope, q, slope …
 */
export function fillHeights(origin: Authalic, coordinates: Float64Array, heights: Float64Array, count: number): void {
  const { referenceDegrees, sine, cosine } = origin
  const w0 = 1 - eccentricity2 * sine * sine
  const slopeScale = 2 * (1 - eccentricity2) * radiansPerDegree
  for (let i = 1; i < 2 * count; i += 2) {
    const d = (coordinates[i]! - referenceDegrees) * radiansPerDegree
    let sineD: number
    let lessD: number
    if (d < 0.05 && d > -0.05) {
      const d2 = d * d
      sineD = d * (1 - (d2 / 6) * (1 - (d2 / 20) * (1 - (d2 / 42) * (1 - d2 / 72))))
      lessD = -(d2 / 2) * (1 - (d2 / 12) * (1 - (d2 / 30) * (1 - d2 / 56)))
    } else {
      const half = Math.sin(d / 2)
      sineD = Math.sin(d)
      lessD = -2 * half * half
    }
    const ds = sine * lessD + cosine * sineD
    const s = sine + ds
    const w = 1 - eccentricity2 * s * s
    const mixed = eccentricity2 * s * sine
    const ratio = ds / (1 - mixed)
    const x = eccentricity * ratio
    const x2 = x * x
    const artanh = x2 < 2e-5 ? 1 + x2 * (1 / 3 + x2 * (1 / 5 + x2 / 7)) : Math.atanh(x) / x
    heights[i - 1] = (1 - eccentricity2) * ((ds * (1 + mixed)) / (w * w0) + ratio * artanh)
    heights[i] = (slopeScale * (cosine + (cosine * lessD - sine * sineD))) / (w * w)
  }
}
