import { orient2d } from 'robust-predicates'
import type { Shapes } from './shapes.ts'

/**
 * Tells whether a position lies in the ground of `shapes`: inside an odd number of rings of at least one polygon.
 * On a boundary, ground that lies above or right of it counts, so that of two neighbours one has the position.
 */
export function containment(shapes: Shapes): (lonDegrees: number, latDegrees: number) => boolean {
  const { coordinates, partStart, partPolygon } = shapes
  const boxes = Array.from(partPolygon, (_, part) => boxOf(coordinates, partStart[part]!, partStart[part + 1]!))
  return (lon, lat) => {
    let polygon = -1
    let inside = false
    for (let part = 0; part < partPolygon.length; part++) {
      if (partPolygon[part] !== polygon) {
        if (inside) return true
        polygon = partPolygon[part]!
        inside = false
      }
      const [west, south, east, north] = boxes[part]!
      if (lon < west || lon > east || lat < south || lat > north) continue
      if (crossesOddly(coordinates, partStart[part]!, partStart[part + 1]!, lon, lat)) inside = !inside
    }
    return inside
  }
}

/** Whether a ray from the position eastwards crosses the ring's edges an odd number of times. */
function crossesOddly(xy: Float64Array, start: number, end: number, lon: number, lat: number): boolean {
  let odd = false
  for (let i = start, j = end - 1; i < end; j = i++) {
    const ay = xy[j * 2 + 1]!
    const by = xy[i * 2 + 1]!
    if (ay > lat === by > lat) continue
    const side = orient2d(xy[j * 2]!, ay, xy[i * 2]!, by, lon, lat)
    // orient2d is positive where the position lies right of the edge, y counted upwards.
    if (by > ay ? side < 0 : side > 0) odd = !odd
  }
  return odd
}

function boxOf(xy: Float64Array, start: number, end: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = start; i < end; i++) {
    box[0] = Math.min(box[0], xy[i * 2]!)
    box[1] = Math.min(box[1], xy[i * 2 + 1]!)
    box[2] = Math.max(box[2], xy[i * 2]!)
    box[3] = Math.max(box[3], xy[i * 2 + 1]!)
  }
  return box
}
