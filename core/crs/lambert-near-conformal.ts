import {
  latitudeOfMeridianM,
  meridianM,
  meridianRadiusM,
  meridianSeries,
  normalRadiusM,
  type ProjectionConstants,
} from './meridian.ts'

type Point = { x: number; y: number }
type Constants = ProjectionConstants & { k0: number; cubic: number; r0: number; s0: number }

/**
 * Lambert Conic Near-Conformal, the projection of the Levant Zone (EPSG:22700), which proj4 lacks: Lambert's series cut
 * after the cubic term. Formulae: IOGP guidance note 7-2, method EPSG:9817. Called by proj4 with its own definition
 * object as `this`, metres and radians.
 */
export const lambertNearConformal = {
  names: ['lcca', 'Lambert_Conic_Near-Conformal'],
  init(this: Constants): void {
    const { a, es, lat0, k0 } = this
    this.series = meridianSeries(a, es)
    const normalM = normalRadiusM(a, es, lat0)
    this.cubic = 1 / (6 * meridianRadiusM(a, es, lat0) * normalM)
    this.r0 = (k0 * normalM) / Math.tan(lat0)
    this.s0 = meridianM(this.series, lat0)
  },
  forward(this: Constants, point: Point): Point {
    const m = meridianM(this.series, point.y) - this.s0
    const scaled = this.k0 * (m + this.cubic * m ** 3)
    const theta = (point.x - this.long0) * Math.sin(this.lat0)
    const east = (this.r0 - scaled) * Math.sin(theta)
    return { x: this.x0 + east, y: this.y0 + scaled + east * Math.tan(theta / 2) }
  },
  inverse(this: Constants, point: Point): Point {
    const east = point.x - this.x0
    const south = this.r0 - (point.y - this.y0)
    const scaled = this.r0 - Math.sign(this.lat0) * Math.hypot(east, south)
    let m = scaled / this.k0
    for (let i = 0; i < 8; i++) {
      m -= (this.k0 * (m + this.cubic * m ** 3) - scaled) / (this.k0 * (1 + 3 * this.cubic * m ** 2))
    }
    const latitude = latitudeOfMeridianM(this.series, this.s0 + m)
    return { x: this.long0 + Math.atan2(east, south) / Math.sin(this.lat0), y: latitude }
  },
}
