import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { chosenEvents, type ChosenEvents, type EventChoice } from './chosen-events.ts'
import type { DatesRead } from './dates-read.ts'
import { recogniseEvents } from './event-columns.ts'
import { placedEvents, type PlacedEvent } from './placed-events.ts'

/** How events become ground: a circle round each, or the cells of a grid that hold at least so many. */
export type EventRule = { readonly by: 'radius'; readonly radiusM: number } | GridRule
export type GridRule = { readonly by: 'grid'; readonly cellM: number; readonly least: number }

/** The events of a list, and those of them that take part. */
export function eventsOf(
  features: Features,
  rule: EventRule | null,
  choice: EventChoice,
): Outcome<{ readonly all: readonly PlacedEvent[]; readonly chosen: ChosenEvents; readonly read: DatesRead }> {
  if (rule?.by === 'grid' && features.shapes.kind !== 'point')
    return refused(problem('grid-needs-points', { kind: features.shapes.kind }))
  const fields = [...new Set(features.attributes.slice(0, 100).flatMap((own) => Object.keys(own)))]
  const columns = recogniseEvents(fields)
  const isDated = choice.window?.from !== undefined || choice.window?.to !== undefined
  if (isDated && columns === null && features.attributes.length > 0) {
    return refused(problem('events-without-date', { fields: fields.join(', ') }, { fields }))
  }
  const placed = placedEvents(features, columns, choice.dateOrder)
  if (!placed.ok) return placed
  const { events: all, read } = placed.value
  const chosen = chosenEvents(all, choice)
  return chosen.ok ? done({ all, chosen: chosen.value, read }) : chosen
}
