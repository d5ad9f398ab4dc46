import { noCrossings } from '../geometry/crossings.ts'
import { exactSide } from '../geometry/orientation.ts'
import { eachOverlappingPair } from '../geometry/overlapping-boxes.ts'
import { isInside } from '../geometry/ring-cover.ts'
import { crossItself, crossRings } from '../geometry/ring-crossings.ts'
import { ringBoxes, ringTrees } from '../geometry/ring-trees.ts'
import { addRing, builtRings, ringsBuilder, type Rings } from '../geometry/rings.ts'
import type { Shapes } from '../geometry/shapes.ts'

export type Place = [lonDegrees: number, latDegrees: number]

/** Two rings of one polygon, by their parts, or one ring twice: how often their edges cross, and where first. */
type RingMeeting = { readonly part: number; readonly other: number; count: number; readonly place: Place }

export type RingMeetings = {
  /** Edges that cross within both of them, beyond any doubt of rounding. */
  readonly crossings: readonly RingMeeting[]
  /** Where rings of a polygon at least touch themselves or one another, by the first of the two parts. */
  readonly touches: ReadonlyMap<number, Place>
  /** Whether the ring of a part lies in the ring of another, by most of its vertices. */
  readonly liesIn: (inner: number, outer: number) => boolean
}

const requestedVertices = 9

/** Where the rings of each polygon meet. */
export function ringMeetings(shapes: Shapes): RingMeetings {
  const parts = shapes.partPolygon.length
  const builder = ringsBuilder(shapes.coordinates.length / 2, parts)
  for (let part = 0; part < parts; part++) addRing(builder, shapes, part, part)
  const rings = builtRings(builder)
  const trees = ringTrees(rings)
  const boxes = ringBoxes(rings, trees)
  const found = noCrossings()
  const polygonOf = (ring: number): number => shapes.partPolygon[rings.polygon[ring]!]!
  for (let ring = 0; ring < rings.count;) {
    const first = ring
    for (; ring < rings.count && polygonOf(ring) === polygonOf(first); ring++) crossItself(rings, trees, ring, found)
    eachOverlappingPair(boxes.subarray(4 * first, 4 * ring), ring - first, (i, j) =>
      crossRings(rings, trees, first + i, first + j, found),
    )
  }
  const crossings = new Map<string, RingMeeting>()
  const touches = new Map<number, Place>()
  for (let c = 0; c < 2 * found.count; c += 2) {
    const part = rings.polygon[found.rings[c]!]!
    const other = rings.polygon[found.rings[c + 1]!]!
    const place: Place = [found.points[c]!, found.points[c + 1]!]
    if (!touches.has(part)) touches.set(part, place)
    if (!doCross(rings, found.edges[c]!, found.edges[c + 1]!)) continue
    const key = `${Math.min(part, other)} ${Math.max(part, other)}`
    const before = crossings.get(key)
    if (before) before.count++
    else crossings.set(key, { part: Math.min(part, other), other: Math.max(part, other), count: 1, place })
  }
  const ringOfPart = new Map(Array.from(rings.polygon, (part, ring) => [part, ring]))
  return { crossings: [...crossings.values()], touches, liesIn }

  function liesIn(inner: number, outer: number): boolean {
    const ring = ringOfPart.get(inner)
    const around = ringOfPart.get(outer)
    if (ring === undefined || around === undefined) return false
    const from = rings.start[ring]!
    const length = rings.start[ring + 1]! - 1 - from
    const requested = Math.min(requestedVertices, length)
    let inside = 0
    for (let i = 0; i < requested; i++)
      if (isInside(rings, trees, around, from + Math.floor((i * length) / requested))) inside++
    return 2 * inside > requested
  }
}

/** Whether each edge has the ends of the other on both of its sides, none of them on it. */
function doCross({ coordinates }: Rings, e: number, f: number): boolean {
  const apart = (edge: number, other: number): boolean =>
    exactSide(coordinates, edge, edge + 1, other) * exactSide(coordinates, edge, edge + 1, other + 1) < 0
  return apart(e, f) && apart(f, e)
}
