import { liesOnEdge, nearestOnEdge } from './along-edge.ts'
import { edgesOf, isSamePlace, type Place, type Ring } from './region.ts'
import { withPlaces } from './shared-places.ts'

/** What a place was drawn to, and whether that is a corner that stands there, or a place along an edge. */
export type Snapped = { readonly place: Place; readonly to: 'corner' | 'edge' }

/**
 * The corner nearest to a place within `within` degrees of latitude, to the last digit; else the nearest place of an edge; `null` where neither
 * is so near. A corner goes before an edge that is nearer.
 */
export function snapTo(place: Place, rings: readonly Ring[], within: number): Snapped | null {
  let corner: { readonly at: Place; readonly distance: number } | null = null
  let edge: { readonly at: Place; readonly distance: number } | null = null
  const narrow = Math.cos((place[1] * Math.PI) / 180)
  for (const ring of rings)
    for (const [from, to] of edgesOf(ring)) {
      const distance = Math.hypot((from[0] - place[0]) * narrow, from[1] - place[1])
      if (distance <= (corner?.distance ?? within)) corner = { at: from, distance }
      const near = nearestOnEdge(place, from, to)
      if (near.distance <= (edge?.distance ?? within)) edge = near
    }
  if (corner) return { place: corner.at, to: 'corner' }
  return edge ? { place: edge.at, to: 'edge' } : null
}

/**
 * The places between two along a ring that has them both, on the shorter way round; empty where none has, or nothing lies between. So a
 * line that is drawn beside another takes its places over.
 */
export function followed(rings: readonly Ring[], from: Place, to: Place): Place[] {
  const ways = rings.flatMap((own) => {
    if (!(isOn(own, from) && isOn(own, to))) return []
    const ring = withPlaces(own, [from, to])
    const [start, end] = [placeOf(ring, from), placeOf(ring, to)]
    if (start < 0 || end < 0) return []
    const onward = between(ring, start, end)
    const back = between(ring, end, start).toReversed()
    return [onward, back].map((places) => ({ places, length: lengthOf([from, ...places, to]) }))
  })
  const [shortest] = ways.toSorted((a, b) => a.length - b.length)
  return shortest?.places ?? []
}

const isOn = (ring: Ring, place: Place): boolean =>
  [...edgesOf(ring)].some(([from, to]) => isSamePlace(from, place) || liesOnEdge(place, from, to))

const placeOf = (ring: Ring, place: Place): number => ring.findIndex((own) => isSamePlace(own, place))

function between(ring: Ring, start: number, end: number): Place[] {
  const places: Place[] = []
  for (let i = (start + 1) % ring.length; i !== end && i !== start; i = (i + 1) % ring.length) places.push(ring[i]!)
  return places
}

function lengthOf(places: readonly Place[]): number {
  const narrow = Math.cos((places[0]![1] * Math.PI) / 180)
  return places
    .slice(1)
    .reduce((sum, [lon, lat], i) => sum + Math.hypot((lon - places[i]![0]) * narrow, lat - places[i]![1]), 0)
}
