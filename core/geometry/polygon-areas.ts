import { noCrossings, type Crossings } from './crossings.ts'
import { eventsAlongRings, type Events } from './events.ts'
import { eachOverlappingPair } from './overlapping-boxes.ts'
import { isInside, startsInsideLeft } from './ring-cover.ts'
import { crossItself, crossRings } from './ring-crossings.ts'
import { ringBoxes, ringTrees, type RingTrees } from './ring-trees.ts'
import { addRing, builtRings, ringsBuilder, type Rings } from './rings.ts'
import type { Shapes } from './shapes.ts'
import { fillHeights, m2PerTerm } from './authalic.ts'
import { chainTerm, emptyHeights, type Heights } from './chain-term.ts'

/**
 * Area in square metres of each polygon on the WGS 84 ellipsoid, edges straight in longitude/latitude, by the even-odd
 * rule over its rings: right for holes, islands in holes, rings that cross themselves or one another, in any winding.
 */
export function polygonAreasM2(shapes: Shapes): Float64Array {
  const areas = new Float64Array(shapes.polygonFeature.length)
  const parts = shapes.partPolygon.length
  const builder = ringsBuilder(shapes.coordinates.length / 2, parts)
  for (let part = 0; part < parts; part++) addRing(builder, shapes, part, shapes.partPolygon[part]!)
  const rings = builtRings(builder)
  if (rings.count === 0) return areas
  const trees = ringTrees(rings)
  const boxes = ringBoxes(rings, trees)
  const crossings = noCrossings()
  const startsInside = new Uint8Array(rings.count)
  for (let ring = 0; ring < rings.count;) {
    const first = ring
    for (; ring < rings.count && rings.polygon[ring] === rings.polygon[first]; ring++) {
      crossItself(rings, trees, ring, crossings)
      startsInside[ring] = startsInsideLeft(rings, ring) ? 1 : 0
    }
    if (ring - first > 1) relateRings(rings, trees, boxes, first, ring, crossings, startsInside)
  }
  const heights = emptyHeights(rings, crossings, rings.coordinates[1]!, false)
  fillHeights(heights.origin, rings.coordinates, heights.atPlaces, rings.coordinates.length / 2)
  fillHeights(heights.origin, crossings.points, heights.atCrossings, crossings.count)
  const events = eventsAlongRings(rings, crossings)
  for (let ring = 0; ring < rings.count; ring++) {
    areas[rings.polygon[ring]!]! += m2PerTerm * ringShare(rings, crossings, events, heights, ring, startsInside[ring]!)
  }
  return areas.map((areaM2) => Math.max(0, areaM2))
}

/** Finds the crossings among the rings of one polygon, and which of them begin inside others. */
function relateRings(
  rings: Rings,
  trees: RingTrees,
  boxes: Float64Array,
  first: number,
  end: number,
  crossings: Crossings,
  startsInside: Uint8Array,
): void {
  eachOverlappingPair(boxes.subarray(4 * first, 4 * end), end - first, (i, j) => {
    const a = first + i
    const b = first + j
    crossRings(rings, trees, a, b, crossings)
    if (isInside(rings, trees, a, rings.start[b]!)) startsInside[b]! ^= 1
    if (isInside(rings, trees, b, rings.start[a]!)) startsInside[a]! ^= 1
  })
}

/** What a ring adds to its polygon's area: each crossing swaps the side on which the polygon lies. */
function ringShare(
  rings: Rings,
  crossings: Crossings,
  events: Events,
  heights: Heights,
  ring: number,
  startsInside: number,
): number {
  const end = events.start[ring + 1]!
  let inside = startsInside === 1
  let from = -1
  let sum = 0
  for (let k = events.start[ring]!; k <= end; k++) {
    const to = k < end ? events.list[k]! : -1
    const term = chainTerm(rings, crossings, heights, ring, from, to)
    sum += inside ? -term : term
    inside = !inside
    from = to
  }
  if (inside === (startsInside === 1)) throw new Error(`the ring at ${rings.start[ring]} of a polygon does not close`)
  return sum
}
