import { metresPerRadian } from '../geometry/local-radii.ts'
import { addRing, builtRings, ringsBuilder } from '../geometry/rings.ts'
import { numbers } from '../geometry/shared-copy.ts'
import type { Extent, Shapes } from '../geometry/shapes.ts'

const radian = Math.PI / 180

/**
 * The same ground within `near`, with vertices at most `longestM` metres apart there, so that a displacement can bend
 * long edges: the vertices of an edge depend on its ends and not on its direction, so neighbours that share an edge
 * share them too. Rings beside `near` are left out and what runs outside of it is shortened; neither comes near the plan.
 */
export function densify(shapes: Shapes, longestM: number, near: Extent, isShared = false): Shapes {
  const { rings, partPolygon } = nearRings(shapes, near)
  const { coordinates, start, count } = rings
  const dense: number[] = []
  const partStart = new Uint32Array(count + 1)
  for (let ring = 0; ring < count; ring++) {
    for (let i = start[ring]!; i + 1 < start[ring + 1]!; i++) {
      const ax = coordinates[2 * i]!
      const ay = coordinates[2 * i + 1]!
      dense.push(ax, ay)
      addBetween(dense, ax, ay, coordinates[2 * i + 2]!, coordinates[2 * i + 3]!, longestM, near)
    }
    partStart[ring + 1] = dense.length / 2
  }
  const shared = numbers(dense.length, isShared)
  shared.set(dense)
  return { kind: 'polygon', coordinates: shared, partStart, partPolygon, polygonFeature: shapes.polygonFeature }
}

function nearRings(shapes: Shapes, near: Extent) {
  const parts = shapes.partPolygon.length
  const builder = ringsBuilder(shapes.coordinates.length / 2, parts)
  const window = Float64Array.from(near)
  for (let part = 0; part < parts; part++) addRing(builder, shapes, part, shapes.partPolygon[part]!, window)
  const rings = builtRings(builder)
  return { rings, partPolygon: rings.polygon.slice() }
}

function addBetween(
  dense: number[],
  ax: number,
  ay: number,
  bx: number,
  by: number,
  longestM: number,
  [west, south, east, north]: Extent,
): void {
  if ((ax < west && bx < west) || (ax > east && bx > east) || (ay < south && by < south) || (ay > north && by > north))
    return
  const forward = ax < bx || (ax === bx && ay <= by)
  const [x0, y0, x1, y1] = forward ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const { eastM, northM } = metresPerRadian((y0 + y1) / 2)
  const pieces = Math.ceil((Math.hypot((x1 - x0) * eastM, (y1 - y0) * northM) * radian) / longestM)
  for (let k = 1; k < pieces; k++) {
    const t = (forward ? k : pieces - k) / pieces
    const x = x0 + (x1 - x0) * t
    const y = y0 + (y1 - y0) * t
    if (x >= west && x <= east && y >= south && y <= north) dense.push(x, y)
  }
}
