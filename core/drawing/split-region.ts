import { orient2d } from 'robust-predicates'
import { containment } from '../geometry/contains.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { cutFaces } from './cut-faces.ts'
import { nearestOnEdge, touchDegrees } from './along-edge.ts'
import { edgesOf, isSamePlace, regionM2, shapesOf, type Drawing, type Place, type Region, type Ring } from './region.ts'
import { placesOn, withSharedPlaces } from './shared-places.ts'

type Segment = readonly [from: Place, to: Place]

/** Rounding may move the whole by so much of it. */
const mostLost = 1e-9

/**
 * The drawing with the region at place `number` cut along a line: its parts stand in its place with what was said of it. Parts share the line
 * to the last digit, and neighbours get the places at which it meets theirs. Refuses a line that leaves the region whole.
 */
export function splitRegion(drawing: Drawing, number: number, line: readonly Place[]): Outcome<Drawing> {
  const region = drawing[number]!
  const parts = partsOf(region, line)
  if (parts.length < 2) return refused(problem('split-misses'))
  const lostM2 = Math.abs(parts.reduce((sum, part) => sum + regionM2(part), 0) - regionM2(region))
  if (lostM2 > mostLost * regionM2(region)) return refused(problem('split-unclear'))
  return done(withSharedPlaces(drawing.toSpliced(number, 1, ...parts)))
}

function partsOf(region: Region, line: readonly Place[]): Region[] {
  const rings = region.polygons.flatMap((polygon) => polygon.map((ring, i) => wound(ring, i === 0)))
  const corners = rings.flat()
  const path = line.map((place) => corners.find((corner) => isNear(corner, place)) ?? place)
  const boundary = rings.flatMap((ring) => [...edgesOf(ring)].map(([from, to]): Segment => [from, to]))
  const cuts = path.slice(1).flatMap((to, i): Segment[] => (isSamePlace(path[i]!, to) ? [] : [[path[i]!, to]]))
  const meeting = crossings(boundary, cuts)
  const ends = [...path, ...corners, ...meeting.keys()]
  const pieces = (segments: readonly Segment[], own: (segment: Segment) => readonly Place[]): Segment[] =>
    segments.flatMap((segment) => {
      const [from, to] = segment
      const between = inOrder(from, [...placesOn(from, to, ends), ...own(segment)])
      const stops = [from, ...between, to]
      return stops.slice(1).map((stop, i): Segment => [stops[i]!, stop])
    })
  const met = (segment: Segment): Place[] =>
    [...meeting].flatMap(([place, both]) => (both.includes(segment) ? [place] : []))
  const outline = pieces(boundary, met)
  const outlined = new Set(outline.flatMap(([from, to]) => [keyOf(from, to), keyOf(to, from)]))
  const holds = containment(shapesOf([region]))
  const inner = pieces(cuts, met).filter(
    ([from, to], i, all) =>
      !outlined.has(keyOf(from, to)) &&
      all.findIndex((own) => isSameSegment(own, [from, to])) === i &&
      holds((from[0] + to[0]) / 2, (from[1] + to[1]) / 2),
  )
  return cutFaces(outline, inner).map((polygon): Region => ({ properties: region.properties, polygons: [polygon] }))
}

const keyOf = (from: Place, to: Place): string => [...from, ...to].join()

const isNear = (a: Place, b: Place): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) <= touchDegrees

const isSameSegment = ([a, b]: Segment, [c, d]: Segment): boolean =>
  (isSamePlace(a, c) && isSamePlace(b, d)) || (isSamePlace(a, d) && isSamePlace(b, c))

/** Places along a segment from its beginning, each once. */
function inOrder(from: Place, places: readonly Place[]): Place[] {
  const far = ([lon, lat]: Place): number => Math.hypot(lon - from[0], lat - from[1])
  return places
    .toSorted((a, b) => far(a) - far(b))
    .filter((place, i, all) => !isSamePlace(place, from) && (i === 0 || !isSamePlace(place, all[i - 1]!)))
}

/** Where cuts cross the boundary or one another inside of both, and which two cross there. */
function crossings(boundary: readonly Segment[], cuts: readonly Segment[]): Map<Place, readonly Segment[]> {
  const found = new Map<Place, readonly Segment[]>()
  for (const [i, cut] of cuts.entries())
    for (const other of [...boundary, ...cuts.slice(0, i)]) {
      const place = crossing(cut, other)
      if (place) found.set(place, [cut, other])
    }
  return found
}

/** Where two segments cross; none where an end of one lies on the other. */
function crossing([a, b]: Segment, [c, d]: Segment): Place | null {
  const ends = [a, b].some((end) => touches(end, c, d)) || [c, d].some((end) => touches(end, a, b))
  if (ends) return null
  const [overC, overD] = [orient2d(...a, ...b, ...c), orient2d(...a, ...b, ...d)]
  const [overA, overB] = [orient2d(...c, ...d, ...a), orient2d(...c, ...d, ...b)]
  if (overC > 0 === overD > 0 || overA > 0 === overB > 0) return null
  const t = overA / (overA - overB)
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

const touches = (place: Place, from: Place, to: Place): boolean =>
  nearestOnEdge(place, from, to).distance <= touchDegrees

/** A shell anticlockwise, a hole clockwise: the ground on its left. */
function wound(ring: Ring, isShell: boolean): Ring {
  const [x, y] = ring[0]!
  const turning = [...edgesOf(ring)].reduce((sum, [a, b]) => sum + (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y), 0)
  return turning > 0 === isShell ? ring : ring.toReversed()
}
