import { chainTerm, type Heights } from '../area/chain-term.ts'
import type { Arrangement } from './arrangement.ts'
import type { Gathered } from './gather.ts'
import { emptyLabels, toggled, type Labels } from './labels.ts'
import { addTerm, emptySums, type Sums } from './sums.ts'

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
 * Walks every ring once and gives the sums of q over longitude around every set of classes on the plan's ground: what
 * lies on the left of a piece gets its term added, what lies on the right gets it taken away. Throws when a ring does
 * not come back to the set with which it began.
 */
export function walk(
  gathered: Gathered, { rings, crossings, events, covers, insideLeft }: Arrangement, heights: Heights,
): { labels: Labels; sums: Sums } {
  const { polygonClass, classCount, firstClass } = gathered
  const planClasses = firstClass[1] ?? classCount
  const labels = emptyLabels()
  const sums = emptySums()
  const carried: Carried = {
    inside: new Uint8Array(polygonClass.length),
    depth: new Uint32Array(classCount),
    labels,
    label: 0,
    polygons: 0,
    planPolygons: 0,
  }
  for (let ring = 0; ring < rings.count; ring++) {
    const polygon = rings.polygon[ring]!
    const own = polygonClass[polygon]!
    const ofPlan = own < planClasses
    let left = insideLeft[ring] === 1
    for (let k = covers.start[ring]!; k < covers.start[ring + 1]!; k++) {
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
        const term = chainTerm(rings, crossings, heights, ring, from, to)
        const begin = from < 0 ? 2 * rings.start[ring]! : from & ~1
        const finish = to < 0 ? 2 * rings.start[ring]! : to & ~1
        const beginAt = from < 0 ? rings.coordinates : crossings.points
        const finishAt = to < 0 ? rings.coordinates : crossings.points
        const run = finishAt[finish]! - beginAt[begin]!
        const climb = finishAt[finish + 1]! - beginAt[begin + 1]!
        const sign = left ? -1 : 1
        addTerm(sums, toggled(labels, carried.label, own), sign * term, sign * run, sign * climb)
        if (carried.planPolygons > 0) addTerm(sums, carried.label, -sign * term, -sign * run, -sign * climb)
      }
      if (to >= 0) {
        const other = rings.polygon[crossings.rings[to ^ 1]!]!
        if (other === polygon) left = !left
        else toggle(carried, other, polygonClass[other]!, planClasses)
      }
      from = to
    }
    for (let k = covers.start[ring]!; k < covers.start[ring + 1]!; k++) {
      const other = rings.polygon[covers.ring[k]!]!
      if (other !== polygon) toggle(carried, other, polygonClass[other]!, planClasses)
    }
    if (carried.polygons !== 0 || carried.label !== 0 || left !== leftAtStart) {
      throw new Error(`ring ${ring} of polygon ${polygon} does not close: ${describe(rings.coordinates, rings.start[ring]!)}`)
    }
  }
  return { labels, sums }
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
