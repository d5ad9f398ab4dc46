import { shapesFromGeoJson } from '../../../core/geometry/geojson.ts'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import type { OverlayLayer } from '../../../core/overlay/overlay.ts'

const [lon, lat] = [36.28, 33.47]
const { eastM, northM } = metresPerRadian(lat)

type Place = readonly [east: number, north: number]

/** A layer of one class for each ring, its corners in metres east and north of 36.28 E 33.47 N. */
export function ringsInMetres(
  rings: readonly (readonly Place[])[],
  classes: readonly number[] = rings.map((_, i) => i),
): OverlayLayer {
  const at = ([x, y]: Place) => [lon + ((x / eastM) * 180) / Math.PI, lat + ((y / northM) * 180) / Math.PI]
  const geometries = rings.map((ring) => ({ type: 'Polygon' as const, coordinates: [[...ring, ring[0]!].map(at)] }))
  return {
    shapes: shapesFromGeoJson(geometries, 'polygon'),
    polygonClass: Int32Array.from(classes),
    classCount: Math.max(...classes) + 1,
  }
}

export const rectangleRing = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

export const rectangleInMetres = (
  ...sides: readonly [west: number, south: number, east: number, north: number]
): OverlayLayer => ringsInMetres([rectangleRing(...sides)])
