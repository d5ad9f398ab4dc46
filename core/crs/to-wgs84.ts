import proj4 from 'proj4'
import type { Extent } from '../geometry/shapes.ts'
import type { DatumOperation } from './datums.ts'
import { cassiniSoldner } from './cassini-soldner.ts'
import { lambertNearConformal } from './lambert-near-conformal.ts'
import { projString, type CoordinateSystem } from './system.ts'

const projections = proj4.Proj.projections as unknown as { add(projection: object): unknown }
projections.add(lambertNearConformal)
projections.add(cassiniSoldner)

/** Takes a position of a system to `[lon, lat]` on WGS 84; `null` where the projection has no such place. */
export type ToWgs84 = (x: number, y: number) => readonly [lon: number, lat: number] | null

const wgs84String = '+proj=longlat +datum=WGS84 +no_defs'
const noShiftString = (system: CoordinateSystem) =>
  `+proj=longlat +a=${system.datum.semiMajorM} +rf=${system.datum.inverseFlattening} +no_defs`

function checked(forward: (place: [number, number]) => unknown): ToWgs84 {
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null
    const place = forward([x, y])
    if (!Array.isArray(place)) return null
    const [lon, lat] = place as [number, number]
    return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90 ? [lon, lat] : null
  }
}

/** Within these, in metres, every system holds: from the middle of its zone, and from the equator past the pole. */
const surelyM = { x: 5e6, y: 1.2e7 } as const
const nearM = 1_000

/**
 * The way from one system to another. Far out a projection's formulas go on round the earth (a northing of 1e200 has a
 * latitude): there a position has a place only where that place leads back to it.
 */
function converter(from: string, to: string, unitM: number): ToWgs84 {
  const { forward, inverse } = proj4(from, to)
  const convert = checked(forward)
  const back = checkedFinite(inverse)
  return (x, y) => {
    const place = convert(x, y)
    if (place === null || (Math.abs(x * unitM) <= surelyM.x && Math.abs(y * unitM) <= surelyM.y)) return place
    const again = back([place[0], place[1]])
    return again && Math.hypot(again[0] - x, again[1] - y) * unitM <= nearM ? place : null
  }
}

function checkedFinite(inverse: (place: [number, number]) => unknown) {
  return (place: [number, number]): readonly [number, number] | null => {
    const position = inverted(inverse, place)
    if (!Array.isArray(position)) return null
    const [x, y] = position as [number, number]
    return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
  }
}

function inverted(inverse: (place: [number, number]) => unknown, place: [number, number]): unknown {
  try {
    return inverse(place)
  } catch (error) {
    // proj4 stumbles over its own answer where a step between datums has none.
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Whether positions of the system are already longitude and latitude on WGS 84. */
export const isWgs84 = (system: CoordinateSystem): boolean =>
  system.method === 'longlat' && system.datum.operations.length === 0

/** The way from `system` to WGS 84 by `operation`, which is `null` where its datum is WGS 84. */
export function toWgs84(system: CoordinateSystem, operation: DatumOperation | null): ToWgs84 {
  if (isWgs84(system)) return checked((place) => place)
  return converter(projString(system, operation ?? wgs84Operation), wgs84String, metresOf(system))
}

/** Metres of one unit of the system; of degrees so few that none of them is far out. */
const metresOf = ({ method, unitM }: CoordinateSystem): number => (method === 'longlat' ? 0 : unitM)

/** The way to longitude and latitude on the system's own datum, without any datum operation. */
export const toOwnDatum = (system: CoordinateSystem): ToWgs84 =>
  converter(projString(system, null), noShiftString(system), metresOf(system))

const wgs84Operation: DatumOperation = {
  code: '',
  name: '',
  accuracyM: 0,
  toWgs84: [0, 0, 0],
  area: [-180, -90, 180, 90],
}

export const isInside = ([west, south, east, north]: Extent, lon: number, lat: number): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** The published operation for data round a place: the first whose area of use holds it, else the first. */
export function operationAt(system: CoordinateSystem, lon: number, lat: number): DatumOperation | null {
  const { operations } = system.datum
  return operations.find(({ area }) => isInside(area, lon, lat)) ?? operations[0] ?? null
}
