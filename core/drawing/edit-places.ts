import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { edgesOf, isSamePlace, mapRings, type Drawing, type Place, type Region, type Ring } from './region.ts'
import { withPlaces, withSharedPlaces } from './shared-places.ts'

const leastPlaces = 3

/** Places in a row only once, also from the last to the first. */
const withoutRepeats = (ring: Ring): Ring =>
  ring.filter((place, i) => !isSamePlace(place, ring[(i + 1) % ring.length]!) || ring.length === 1)

/**
 * The drawing with one more region, last. Where it lies along lines of others they share their places; `along` are places of other layers,
 * which it takes over where they lie on its edges. Refuses a ring of fewer than three places.
 */
export function addRegion(
  drawing: Drawing,
  drawn: Ring,
  properties: Region['properties'],
  along: readonly Place[] = [],
): Outcome<Drawing> {
  const ring = withoutRepeats(drawn)
  if (new Set(ring.map(String)).size < leastPlaces) return refused(problem('ring-too-short'))
  return done(withSharedPlaces([...drawing, { properties, polygons: [[withPlaces(ring, along)]] }]))
}

export const removeRegion = (drawing: Drawing, number: number): Drawing => drawing.toSpliced(number, 1)

/** The drawing with a place moved in every ring that has it, so that neighbours keep their line. */
export function movePlace(drawing: Drawing, from: Place, to: Place): Outcome<Drawing> {
  const moved = mapRings(drawing, (ring) =>
    withoutRepeats(ring.map((place) => (isSamePlace(place, from) ? to : place))),
  )
  return isDrawn(moved) ? done(withSharedPlaces(moved)) : refused(problem('ring-too-short'))
}

/** The drawing with a place put into the edge from `from` to `to`, in every ring that has it. */
export const insertPlace = (drawing: Drawing, from: Place, to: Place, place: Place): Drawing =>
  mapRings(drawing, (ring) =>
    [...edgesOf(ring)].flatMap(([a, b]) => {
      const isMeant = (isSamePlace(a, from) && isSamePlace(b, to)) || (isSamePlace(a, to) && isSamePlace(b, from))
      return isMeant ? [a, place] : [a]
    }),
  )

/** The drawing without a place. Refuses to leave a ring of fewer than three. */
export function removePlace(drawing: Drawing, place: Place): Outcome<Drawing> {
  const without = mapRings(drawing, (ring) => withoutRepeats(ring.filter((own) => !isSamePlace(own, place))))
  return isDrawn(without) ? done(without) : refused(problem('ring-too-short'))
}

const isDrawn = (drawing: Drawing): boolean =>
  drawing.every(({ polygons }) =>
    polygons.every((rings) => rings.every((ring) => new Set(ring.map(String)).size >= leastPlaces)),
  )
