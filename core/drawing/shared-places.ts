import { liesOnEdge, nearestOnEdge } from './along-edge.ts'
import { edgesOf, isSamePlace, mapRings, type Drawing, type Place, type Ring } from './region.ts'

/**
 * The drawing with every place of a ring that lies on an edge of another in that edge as well, so that neighbours have their whole
 * common line place by place and to the last digit.
 */
export function withSharedPlaces(drawing: Drawing): Drawing {
  const rings = drawing.flatMap(({ polygons }) => polygons.flat())
  const boxes = new Map(rings.map((ring) => [ring, boxOf(ring)]))
  return mapRings(drawing, (ring) => {
    const box = boxes.get(ring)!
    const others = rings.filter((other) => other !== ring && meets(box, boxes.get(other)!)).flat()
    return withPlaces(ring, others)
  })
}

/** The ring with those of the places in it that lie on its edges. */
export function withPlaces(ring: Ring, places: readonly Place[]): Ring {
  const [west, south, east, north] = boxOf(ring)
  const near = places.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north)
  if (near.length === 0) return ring
  return [...edgesOf(ring)].flatMap(([from, to]) => [from, ...placesOn(from, to, near)])
}

/** The places that lie on an edge, from its beginning to its end, each once. */
export function placesOn(from: Place, to: Place, places: readonly Place[]): Place[] {
  return places
    .filter((place) => liesOnEdge(place, from, to))
    .map((place) => ({ place, along: nearestOnEdge(place, from, to).along }))
    .toSorted((a, b) => a.along - b.along)
    .map(({ place }) => place)
    .filter((place, i, all) => i === 0 || !isSamePlace(place, all[i - 1]!))
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(ring: Ring): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
