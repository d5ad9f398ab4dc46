import { comesFirst, linkRings, type LinkedRing } from '../geometry/link-rings.ts'
import { nestLinked } from '../geometry/nest-linked.ts'
import type { Place, Ring } from './region.ts'

type Segment = readonly [from: Place, to: Place]

/**
 * The polygons into which ground falls: `boundary` runs with the ground on its left, `cuts` lie inside it and are taken in both
 * directions. Segments must meet at their ends only. Each walk goes on with the first segment clockwise from where it came, so that
 * it stays around one connected piece of ground; what a cut leaves hanging cancels.
 */
export function cutFaces(boundary: readonly Segment[], cuts: readonly Segment[]): (readonly Ring[])[] {
  const segments = [...boundary, ...cuts, ...cuts.map(([from, to]): Segment => [to, from])]
  const places: Place[] = []
  const numbers = new Map<string, number>()
  const numberOf = (place: Place): number => {
    const key = place.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, places.length)
    return places.push(place) - 1
  }
  const ends = segments.map(([from, to]) => [numberOf(from), numberOf(to)] as const)
  const coordinates = Float64Array.from(places.flat())
  const leaving = new Map<number, number[]>()
  for (const [segment, [from]] of ends.entries()) leaving.set(from, [...(leaving.get(from) ?? []), segment])
  const used = new Set<number>()
  const rings: LinkedRing[] = []
  for (const first of ends.keys()) {
    if (used.has(first)) continue
    const walk: number[] = []
    for (let segment = first; !used.has(segment);) {
      used.add(segment)
      walk.push(segment)
      const [from, here] = ends[segment]!
      const onward = (leaving.get(here) ?? []).filter((next) => !used.has(next) || next === first)
      if (onward.length === 0) throw new Error(`a cut does not go on at ${places[here]!.join()}`)
      segment = onward.reduce((best, next) =>
        comesFirst(coordinates, here, from, ends[next]![1], ends[best]![1]) ? next : best,
      )
    }
    const flat = Float64Array.from(
      walk.flatMap((segment) => [...places[ends[segment]![0]]!, ...places[ends[segment]![1]]!]),
    )
    for (const { points } of linkRings(flat, walk.length)) rings.push({ points, trace: first })
  }
  return nestLinked(rings).map((shellWithHoles) => shellWithHoles.map(ringOf))
}

function ringOf(points: Float64Array): Ring {
  return Array.from({ length: points.length / 2 }, (_, i): Place => [points[2 * i]!, points[2 * i + 1]!])
}
