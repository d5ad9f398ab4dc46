import proj4 from 'proj4'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Position } from './transform.ts'
import type { PlaneKind } from '../model/picture-record.ts'

export type GroundPlane = {
  readonly kind: PlaneKind
  readonly fromPlace: (lon: number, lat: number) => Position
  readonly toPlace: (position: Position) => Position
}

const radian = Math.PI / 180
const radiusM = 6_378_137

/** The plane over ground about a place, positions in its metres, y northwards. */
export function groundPlane(kind: PlaneKind, [lon0, lat0]: Position): GroundPlane {
  if (kind === 'mercator')
    return {
      kind,
      fromPlace: (lon, lat) => [lon * radian * radiusM, radiusM * Math.asinh(Math.tan(lat * radian))],
      toPlace: ([x, y]) => [x / radiusM / radian, Math.atan(Math.sinh(y / radiusM)) / radian],
    }
  const { forward, inverse } = proj4(
    '+proj=longlat +datum=WGS84 +no_defs',
    `+proj=tmerc +lat_0=${lat0} +lon_0=${lon0} +k_0=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`,
  )
  const pair = (given: number[]): Position => [given[0]!, given[1]!]
  return {
    kind,
    fromPlace: (lon, lat) => pair(forward([lon, lat])),
    toPlace: ([x, y]) => pair(inverse([x, y])),
  }
}

/** From one place to another near it, in metres on the ground: a Web Mercator metre is less than that, by the latitude. */
export function offsetM(from: Position, to: Position): Position {
  const { eastM, northM } = metresPerRadian((from[1] + to[1]) / 2)
  return [(to[0] - from[0]) * radian * eastM, (to[1] - from[1]) * radian * northM]
}

/** The place that lies so many metres from another. */
export function movedBy([lon, lat]: Position, [east, north]: Position): Position {
  const { eastM, northM } = metresPerRadian(lat)
  return [lon + east / radian / eastM, lat + north / radian / northM]
}
