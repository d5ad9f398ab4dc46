import {
  latitudeOfMeridianM,
  meridianM,
  meridianRadiusM,
  meridianSeries,
  normalRadiusM,
  type ProjectionConstants,
} from './meridian.ts'

type Point = { x: number; y: number }
type Constants = ProjectionConstants & { m0: number }

/**
 * Cassini-Soldner, the projection of the Palestine grids. proj4's own has the sign of the fifth-order term of the
 * easting turned (0.14 m at four degrees from the central meridian) and an inverse that misses its forward by more.
 * Formulae: IOGP guidance note 7-2, method EPSG:9806. The inverse is Newton's method on the forward formulae.
 * Called by proj4 with its own definition object as `this`, metres and radians.
 */
export const cassiniSoldner = {
  names: ['cassini-soldner'],
  init(this: Constants): void {
    this.series = meridianSeries(this.a, this.es)
    this.m0 = meridianM(this.series, this.lat0)
  },
  forward(this: Constants, point: Point): Point {
    const { a, es } = this
    const tangent = Math.tan(point.y) ** 2
    const along = (point.x - this.long0) * Math.cos(point.y)
    const c = (es * Math.cos(point.y) ** 2) / (1 - es)
    const normalM = normalRadiusM(a, es, point.y)
    const east = normalM * (along - (tangent * along ** 3) / 6 - ((8 - tangent + 8 * c) * tangent * along ** 5) / 120)
    const bend = along ** 2 / 2 + ((5 - tangent + 6 * c) * along ** 4) / 24
    const north = meridianM(this.series, point.y) - this.m0 + normalM * Math.tan(point.y) * bend
    return { x: this.x0 + east, y: this.y0 + north }
  },
  inverse(this: Constants, point: Point): Point {
    const place = { x: this.long0, y: latitudeOfMeridianM(this.series, this.m0 + point.y - this.y0) }
    for (let i = 0; i < 12; i++) {
      const reached = cassiniSoldner.forward.call(this, place)
      place.x += (point.x - reached.x) / (normalRadiusM(this.a, this.es, place.y) * Math.cos(place.y))
      place.y += (point.y - reached.y) / meridianRadiusM(this.a, this.es, place.y)
    }
    return place
  },
}
