import type { Arrangement } from './arrangement.ts'
import type { PackedLayers } from './pack-layers.ts'
import { emptyLabels, toggled, type Labels } from './labels.ts'

/**
 * A piece of a ring from event `from` to event `to` (-1 for the ring's first vertex) that bounds plan ground of two
 * different sets of classes: `inner` on its left where `innerLeft`, else on its right, and `outer` on the other side;
 * -1 where that side is no plan ground.
 */
export type OnPiece = (ring: number, from: number, to: number, inner: number, outer: number, innerLeft: boolean) => void

/** What the walk carries along a ring: which polygons cover the ground beside it, the ring's own left out. */
type Carried = {
  readonly inside: Uint8Array
  /** Polygons of each class that cover the ground. */
  readonly depth: Uint32Array
  readonly labels: Labels
  /** The set of covering classes. */
  label: number
  /** Polygons, and polygons of the plan, that cover the ground. */
  polygons: number
  planPolygons: number
}

/**
 * Walks the rings from number `firstRing` to `endRing` - 1 once each and hands on every piece that bounds something;
 * returns the sets of classes by the numbers used. Throws when a ring does not come back to the set with which it began.
 */
export function walk(
  packed: PackedLayers,
  arrangement: Arrangement,
  firstRing: number,
  endRing: number,
  onPiece: OnPiece,
): Labels {
  const { rings, crossings, events, covers, insideLeft } = arrangement
  const { polygonClass, classCount, planClasses } = packed
  const carried: Carried = {
    inside: new Uint8Array(polygonClass.length),
    depth: new Uint32Array(classCount),
    labels: emptyLabels(),
    label: 0,
    polygons: 0,
    planPolygons: 0,
  }
  for (let ring = firstRing; ring < endRing; ring++) {
    const polygon = rings.polygon[ring]!
    const own = polygonClass[polygon]!
    const ofPlan = own < planClasses
    const firstCover = covers.start[ring]!
    const endCover = covers.start[ring + 1]!
    let left = insideLeft[ring] === 1
    for (let k = firstCover; k < endCover; k++) {
      const other = rings.polygon[covers.ring[k]!]!
      if (other === polygon) left = !left
      else toggle(carried, other, polygonClass[other]!, planClasses)
    }
    const leftAtStart = left
    const end = events.start[ring + 1]!
    let from = -1
    for (let k = events.start[ring]!; k <= end; k++) {
      const to = k < end ? events.list[k]! : -1
      if (carried.depth[own] === 0 && (ofPlan || carried.planPolygons > 0)) {
        const outer = carried.planPolygons > 0 ? carried.label : -1
        onPiece(ring, from, to, toggled(carried.labels, carried.label, own), outer, left)
      }
      if (to >= 0 && crossings.edges[to] !== crossings.edges[to ^ 1]) {
        const other = rings.polygon[crossings.rings[to ^ 1]!]!
        if (other === polygon) left = !left
        else toggle(carried, other, polygonClass[other]!, planClasses)
      }
      from = to
    }
    for (let k = firstCover; k < endCover; k++) {
      const other = rings.polygon[covers.ring[k]!]!
      if (other !== polygon) toggle(carried, other, polygonClass[other]!, planClasses)
    }
    if (carried.polygons !== 0 || carried.label !== 0 || left !== leftAtStart) {
      throw new Error(
        `ring ${ring} of polygon ${polygon} does not close: ${describe(rings.coordinates, rings.start[ring]!)}`,
      )
    }
  }
  return carried.labels
}

/** Puts a polygon over the ground beside the ring, or takes it away. */
function toggle(carried: Carried, polygon: number, itsClass: number, planClasses: number): void {
  const step = carried.inside[polygon] === 1 ? -1 : 1
  carried.inside[polygon]! ^= 1
  carried.polygons += step
  if (itsClass < planClasses) carried.planPolygons += step
  const depth = carried.depth[itsClass]! + step
  carried.depth[itsClass] = depth
  if (depth === (step > 0 ? 1 : 0)) carried.label = toggled(carried.labels, carried.label, itsClass)
}

const describe = (coordinates: Float64Array, place: number): string =>
  `it begins at ${coordinates[2 * place]} ${coordinates[2 * place + 1]}`
