import { orient2d } from 'robust-predicates'
import { containment } from './contains.ts'
import { boxAround } from './extent.ts'
import type { Extent, Shapes } from './shapes.ts'

/** Which features have a point in the box, its border included; edges run straight in longitude and latitude. */
export function featuresMeeting(shapes: Shapes, box: Extent, featureCount: number): Uint8Array {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  const meets = new Uint8Array(featureCount)
  const about: { polygon: number; from: number; to: number }[] = []
  for (let part = 0; part < partPolygon.length; part++) {
    const polygon = partPolygon[part]!
    const feature = polygonFeature[polygon]!
    if (meets[feature] === 1) continue
    const vertices = coordinates.subarray(2 * partStart[part]!, 2 * partStart[part + 1]!)
    const own = boxAround(vertices)
    if (own[0] > box[2] || own[2] < box[0] || own[1] > box[3] || own[3] < box[1]) continue
    if (lineMeets(vertices, shapes.kind, box)) meets[feature] = 1
    else if (shapes.kind === 'polygon') {
      const last = about.at(-1)
      if (last?.polygon === polygon) last.to = part + 1
      else about.push({ polygon, from: part, to: part + 1 })
    }
  }
  // A polygon whose edges all pass the box by has either all of it or nothing.
  for (const { polygon, from, to } of about) {
    const feature = polygonFeature[polygon]!
    if (meets[feature] === 1) continue
    const isInside = containment({
      ...shapes,
      partStart: partStart.subarray(from, to + 1),
      partPolygon: partPolygon.subarray(from, to),
    })
    if (isInside(box[0], box[1])) meets[feature] = 1
  }
  return meets
}

function lineMeets(xy: Float64Array, kind: Shapes['kind'], box: Extent): boolean {
  const count = xy.length / 2
  if (kind === 'point' || count === 1) {
    for (let i = 0; i < count; i++) if (holds(box, xy[2 * i]!, xy[2 * i + 1]!)) return true
    return false
  }
  for (let i = 0, j = kind === 'polygon' ? count - 1 : 0; i < count; j = i++) {
    if (segmentMeets(xy[2 * j]!, xy[2 * j + 1]!, xy[2 * i]!, xy[2 * i + 1]!, box)) return true
  }
  return false
}

const holds = ([west, south, east, north]: Extent, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north

function segmentMeets(ax: number, ay: number, bx: number, by: number, box: Extent): boolean {
  const [west, south, east, north] = box
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || Math.max(ay, by) < south || Math.min(ay, by) > north)
    return false
  if (holds(box, ax, ay) || holds(box, bx, by)) return true
  const sides = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x, y]) => orient2d(ax, ay, bx, by, x!, y!))
  return !(sides.every((side) => side > 0) || sides.every((side) => side < 0))
}
