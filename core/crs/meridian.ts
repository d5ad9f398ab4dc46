/** Coefficients of the meridian's length by multiples of the latitude. */
export type MeridianSeries = readonly [number, number, number, number, number]

/** For an ellipsoid of semi-major axis `a` and squared eccentricity `es`; series of IOGP guidance note 7-2. */
export function meridianSeries(a: number, es: number): MeridianSeries {
  const n = (1 - Math.sqrt(1 - es)) / (1 + Math.sqrt(1 - es))
  return [
    a * (1 - n + (5 * (n ** 2 - n ** 3)) / 4 + (81 * (n ** 4 - n ** 5)) / 64),
    (3 * a * (n - n ** 2 + (7 * (n ** 3 - n ** 4)) / 8 + (55 * n ** 5) / 64)) / 2,
    (15 * a * (n ** 2 - n ** 3 + (3 * (n ** 4 - n ** 5)) / 4)) / 16,
    (35 * a * (n ** 3 - n ** 4 + (11 * n ** 5) / 16)) / 48,
    (315 * a * (n ** 4 - n ** 5)) / 512,
  ]
}

/** Length of the meridian from the equator to `latitude` (radians). */
export const meridianM = ([a, b, c, d, e]: MeridianSeries, latitude: number): number =>
  a * latitude -
  b * Math.sin(2 * latitude) +
  c * Math.sin(4 * latitude) -
  d * Math.sin(6 * latitude) +
  e * Math.sin(8 * latitude)

/** The latitude (radians) whose meridian from the equator is `lengthM` long. */
export function latitudeOfMeridianM(series: MeridianSeries, lengthM: number): number {
  let latitude = lengthM / series[0]
  for (let i = 0; i < 12; i++) latitude += (lengthM - meridianM(series, latitude)) / series[0]
  return latitude
}

/** Radius of curvature along the meridian. */
export const meridianRadiusM = (a: number, es: number, latitude: number): number =>
  (a * (1 - es)) / (1 - es * Math.sin(latitude) ** 2) ** 1.5

/** Radius of curvature across the meridian. */
export const normalRadiusM = (a: number, es: number, latitude: number): number =>
  a / Math.sqrt(1 - es * Math.sin(latitude) ** 2)

/** What proj4 gives a projection of ours as `this`: its own parameters, in metres and radians, and what `init` adds. */
export type ProjectionConstants = {
  a: number
  es: number
  lat0: number
  long0: number
  x0: number
  y0: number
  series: MeridianSeries
}
