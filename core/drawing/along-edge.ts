import { isSamePlace, type Place } from './region.ts'

/** Some units in the last place of a longitude: places so near to an edge were put on it, and rounding moved them. */
export const touchDegrees = 2e-13

/** The place of an edge that is nearest to `place`, how far along it is (0 to 1), and how far away, in degrees of latitude. */
export function nearestOnEdge(
  place: Place,
  from: Place,
  to: Place,
): { readonly at: Place; readonly along: number; readonly distance: number } {
  // Degrees of longitude are shorter, so that near is meant as it looks on the ground.
  const narrow = Math.cos((place[1] * Math.PI) / 180)
  const [dx, dy] = [(to[0] - from[0]) * narrow, to[1] - from[1]]
  const length = dx * dx + dy * dy
  const along =
    length === 0
      ? 0
      : Math.max(0, Math.min(1, ((place[0] - from[0]) * narrow * dx + (place[1] - from[1]) * dy) / length))
  const at: Place =
    along === 0 ? from : along === 1 ? to : [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])]
  return { at, along, distance: Math.hypot((place[0] - at[0]) * narrow, place[1] - at[1]) }
}

/** Whether a place lies on an edge and is none of its ends. */
export function liesOnEdge(place: Place, from: Place, to: Place): boolean {
  if (isSamePlace(place, from) || isSamePlace(place, to)) return false
  if (
    place[0] < Math.min(from[0], to[0]) - touchDegrees ||
    place[0] > Math.max(from[0], to[0]) + touchDegrees ||
    place[1] < Math.min(from[1], to[1]) - touchDegrees ||
    place[1] > Math.max(from[1], to[1]) + touchDegrees
  )
    return false
  const { along, distance } = nearestOnEdge(place, from, to)
  return along > 0 && along < 1 && distance <= touchDegrees
}
