import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { containment } from '../geometry/contains.ts'
import type { Features } from '../geometry/shapes.ts'
import type { PlacedEvent } from '../measure/placed-events.ts'

/** Events in a parcel, sector or neighbourhood; `id` is `null` for those outside all of them. */
export type UnitEvents = { readonly id: string | null; readonly count: number }

/**
 * How many of the events lie in each feature of `units`, and outside all. Give only events whose place is known better
 * than the units are wide (`chosenEvents`): the middle of a town lies in some parcel by chance.
 */
export function eventsByUnit(units: Features, ids: readonly string[], events: readonly PlacedEvent[]): UnitEvents[] {
  const { polygonFeature } = units.shapes
  const within = ids.map((_, unit) =>
    containment(chosenPolygons(units.shapes, (polygon) => polygonFeature[polygon] === unit)),
  )
  const counts = ids.map(() => 0)
  let outside = 0
  for (const { position } of events) {
    const holding = position ? within.flatMap((isInside, unit) => (isInside(...position) ? [unit] : [])) : []
    for (const unit of holding) counts[unit]!++
    if (holding.length === 0) outside++
  }
  return [...ids.map((id, unit) => ({ id, count: counts[unit]! })), { id: null, count: outside }]
}
