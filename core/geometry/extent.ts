import type { Extent, Shapes } from './shapes.ts'

/** West, south, east and north of all coordinates; `null` where there are none. */
export const extentOf = ({ coordinates }: Shapes): Extent | null =>
  coordinates.length === 0 ? null : boxAround(coordinates)

/** Least x, least y, greatest x and greatest y of points x, y, x, y …; infinite the wrong way round without any. */
export function boxAround(points: ArrayLike<number>): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i]!)
    east = Math.max(east, points[i]!)
    south = Math.min(south, points[i + 1]!)
    north = Math.max(north, points[i + 1]!)
  }
  return [west, south, east, north]
}
