import type { CoordinateSystem } from '../../../core/crs/system.ts'
import { isInside, toOwnDatum } from '../../../core/crs/to-wgs84.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'

/** Of a file in metres whose numbers may be kilometres: whether as metres it lies outside the area of use, or by the zero of the grid. */
type PerhapsKilometres = 'outside' | 'by-zero' | null

/**
 * Whether numbers in a system of metres lie outside its area of use and would lie in it if they were kilometres. Metres
 * that do so by chance would have to lie within kilometres of the zero of the grid. Where that zero is in the area of use itself,
 * numbers are told that all lie within a kilometre of it.
 */
export function perhapsKilometres(system: CoordinateSystem, [west, south, east, north]: Extent): PerhapsKilometres {
  if (system.method === 'longlat' || system.unitM !== 1) return null
  const isInArea = (x: number, y: number): boolean => {
    const place = toOwnDatum(system)(x, y)
    return place !== null && isInside(system.area, place[0], place[1])
  }
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  if (!isInArea(1_000 * x, 1_000 * y)) return null
  if (!isInArea(x, y)) return 'outside'
  return Math.max(Math.abs(west), Math.abs(east), Math.abs(south), Math.abs(north)) < 1_000 ? 'by-zero' : null
}
