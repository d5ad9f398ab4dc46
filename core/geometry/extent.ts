import type { Extent, Shapes } from './shapes.ts'

/** West, south, east and north of all coordinates; `null` where there are none. */
export function extentOf({ coordinates }: Shapes): Extent | null {
  if (coordinates.length === 0) return null
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let i = 0; i < coordinates.length; i += 2) {
    west = Math.min(west, coordinates[i]!)
    east = Math.max(east, coordinates[i]!)
    south = Math.min(south, coordinates[i + 1]!)
    north = Math.max(north, coordinates[i + 1]!)
  }
  return [west, south, east, north]
}
