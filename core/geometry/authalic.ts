import { eccentricity, eccentricity2, radiansPerDegree, semiMajorM } from './ellipsoid.ts'

/**
 * The authalic function q of the WGS 84 ellipsoid (Snyder 1987, eq. 3-12), measured from a reference latitude.
 *
 * The area on the left of a closed line is `-(a^2/2)` times the integral of q(latitude) over longitude; a constant
 * taken off q changes nothing for a closed line. Every term below is a multiple of the difference of the latitudes or
 * of their sines, so that nothing cancels: a parcel of 1 m is measured as precisely as a country.
 */
export type Authalic = {
  readonly referenceDegrees: number
  readonly sine: number
  readonly cosine: number
  /** Taylor coefficients of q in radians from the reference, beginning with that of the first power. */
  readonly series: Float64Array
}

/** Square metres for one unit of q times one degree of longitude; the left side of a line runs the other way round. */
export const m2PerTerm = (semiMajorM * semiMajorM * radiansPerDegree) / 2

const terms = 10
/** Within this of the reference the first ten terms are q to the last bit: what follows is under 1e-20 of it. */
const nearRadians = 0.05

export function authalicFrom(referenceDegrees: number): Authalic {
  const radians = referenceDegrees * radiansPerDegree
  const sine = Math.sin(radians)
  const cosine = Math.cos(radians)
  return { referenceDegrees, sine, cosine, series: seriesAt(sine, cosine) }
}

/** The series of q' = 2 (1 - e^2) cos(phi) / (1 - e^2 sin(phi)^2)^2, integrated term by term. */
function seriesAt(sine: number, cosine: number): Float64Array {
  const sines = [sine]
  const cosines = [cosine]
  for (let n = 1; n < terms; n++) {
    sines.push(cosines[n - 1]! / n)
    cosines.push(-sines[n - 1]! / n)
  }
  const squares = product(sines, sines)
  const inverse = [1 / (1 - eccentricity2 * squares[0]!)]
  for (let n = 1; n < terms; n++) {
    let sum = 0
    for (let k = 1; k <= n; k++) sum += eccentricity2 * squares[k]! * inverse[n - k]!
    inverse.push(sum * inverse[0]!)
  }
  const slopes = product(cosines, product(inverse, inverse))
  return Float64Array.from(slopes, (slope, n) => (2 * (1 - eccentricity2) * slope) / (n + 1))
}

const product = (p: readonly number[], r: readonly number[]): number[] =>
  p.map((_, n) => p.slice(0, n + 1).reduce((sum, value, k) => sum + value * r[n - k]!, 0))

/**
 * q, and its slope per degree, at every second number of `coordinates` (lon, lat, lon, lat …), written to `heights` in
 * the same order: q, slope, q, slope …
 */
export function fillHeights(origin: Authalic, coordinates: Float64Array, heights: Float64Array, count: number): void {
  const { referenceDegrees, series } = origin
  const [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9] = series as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 1; i < 2 * count; i += 2) {
    const d = (coordinates[i]! - referenceDegrees) * radiansPerDegree
    if (d > nearRadians || d < -nearRadians) {
      fillFarHeight(origin, coordinates[i]!, heights, i - 1)
      continue
    }
    const d2 = d * d
    const even = c0 + d2 * (c2 + d2 * (c4 + d2 * (c6 + d2 * c8)))
    const odd = c1 + d2 * (c3 + d2 * (c5 + d2 * (c7 + d2 * c9)))
    heights[i - 1] = d * (even + d * odd)
    const evenSlope = c0 + d2 * (3 * c2 + d2 * (5 * c4 + d2 * (7 * c6 + d2 * 9 * c8)))
    const oddSlope = 2 * c1 + d2 * (4 * c3 + d2 * (6 * c5 + d2 * (8 * c7 + d2 * 10 * c9)))
    heights[i] = radiansPerDegree * (evenSlope + d * oddSlope)
  }
}

/** The same in closed form at any distance from the reference. */
function fillFarHeight(
  { referenceDegrees, sine, cosine }: Authalic,
  latDegrees: number,
  heights: Float64Array,
  at: number,
): void {
  const d = (latDegrees - referenceDegrees) * radiansPerDegree
  const half = Math.sin(d / 2)
  const sineD = Math.sin(d)
  const lessD = -2 * half * half
  const ds = sine * lessD + cosine * sineD
  const s = sine + ds
  const w = 1 - eccentricity2 * s * s
  const mixed = eccentricity2 * s * sine
  const ratio = ds / (1 - mixed)
  const secant = (ds * (1 + mixed)) / (w * (1 - eccentricity2 * sine * sine))
  heights[at] = (1 - eccentricity2) * (secant + Math.atanh(eccentricity * ratio) / eccentricity)
  heights[at + 1] = (2 * (1 - eccentricity2) * radiansPerDegree * (cosine + (cosine * lessD - sine * sineD))) / (w * w)
}
