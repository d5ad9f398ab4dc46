import type { Position } from 'geojson'
import type { Extent } from '../geometry/shapes.ts'

/** WGS 84 with longitude first, as GeoJSON has it, and as EPSG has it, with latitude first. */
const referenceSystems = {
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84': { isLatitudeFirst: false },
  'http://www.opengis.net/def/crs/EPSG/0/4326': { isLatitudeFirst: true },
} as const
export type ReferenceSystem = keyof typeof referenceSystems
export const systemUris = Object.keys(referenceSystems) as [ReferenceSystem, ...ReferenceSystem[]]
export const storedSystem: ReferenceSystem = systemUris[0]

/** A position of GeoJSON in the order of the axes of another system. */
export const inSystem = (system: ReferenceSystem, position: Position): Position =>
  referenceSystems[system].isLatitudeFirst ? [position[1]!, position[0]!, ...position.slice(2)] : position

/**
 * The rectangle of `bbox`, its corners in the order of the system's axes, with heights or without; two where it goes over
 * the 180th meridian. `null` where the numbers are none.
 */
export function rectanglesOf(numbers: readonly number[], system: ReferenceSystem): readonly Extent[] | null {
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite)) return null
  const half = numbers.length / 2
  const [a, b, c, d] = [numbers[0]!, numbers[1]!, numbers[half]!, numbers[half + 1]!]
  const [givenWest, south, givenEast, north] = referenceSystems[system].isLatitudeFirst ? [b, a, d, c] : [a, b, c, d]
  if (south > north || south < -90 || north > 90) return null
  const isAround = givenEast - givenWest >= 360
  const west = isAround ? -180 : onEarth(givenWest)
  const east = isAround ? 180 : onEarth(givenEast)
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

/** The same meridian within 180 degrees of Greenwich: maps that are moved sideways count on beyond them. */
const onEarth = (longitude: number): number =>
  Math.abs(longitude) <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180
