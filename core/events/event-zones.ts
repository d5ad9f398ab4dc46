import type { Polygon } from 'geojson'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../note.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { problem } from '../problem.ts'
import { bufferFeatures } from '../study/buffer.ts'
import { chosenEvents, defaultSharedFrom, type ChosenEvents, type EventChoice } from './chosen-events.ts'
import { recogniseEvents } from './event-columns.ts'
import { cellRing, countByCell, gridNear } from './grid.ts'
import { placedEvents, type PlacedEvent } from './placed-events.ts'

/** How events become ground: a circle round each, or the cells of a grid that hold at least so many. */
export type EventRule =
  | { readonly by: 'radius'; readonly radiusM: number }
  | { readonly by: 'grid'; readonly cellM: number; readonly least: number }

export type EventZones = ChosenEvents & {
  readonly rule: EventRule
  /** Polygons: one for each event with its attributes, or one for each cell with its number of `events`. */
  readonly zones: Features
}

/**
 * Ground made of the points or lines of an event list by a stated rule. Areas depend on the rule: show it beside them,
 * with `zoneSensitivity`. Refuses a window where no column is a date, and a grid of lines.
 */
export function eventZones(features: Features, rule: EventRule, choice: EventChoice = {}): Outcome<EventZones> {
  const fields = [...new Set(features.attributes.slice(0, 100).flatMap((own) => Object.keys(own)))]
  const columns = recogniseEvents(fields)
  const isDated = choice.window?.from !== undefined || choice.window?.to !== undefined
  if (isDated && columns === null && features.attributes.length > 0) {
    return refused(problem('events-without-date', { fields: fields.join(', ') }, { fields }))
  }
  if (rule.by === 'grid' && features.shapes.kind !== 'point') return refused(problem('grid-needs-points', { kind: features.shapes.kind }))
  const placed = placedEvents(features, columns)
  if (!placed.ok) return placed
  const chosen = chosenEvents(placed.value, choice)
  if (!chosen.ok) return chosen
  const zones = rule.by === 'radius' ? circles(features, chosen.value, rule.radiusM) : cells(placed.value, chosen.value, rule)
  return done({ ...chosen.value, rule, zones })
}

function circles(features: Features, { events }: ChosenEvents, radiusM: number): Features {
  const taken = new Set(events.map(({ feature }) => feature))
  const { polygonFeature } = features.shapes
  const shapes = chosenPolygons(features.shapes, (polygon) => taken.has(polygonFeature[polygon]!))
  return bufferFeatures({ shapes, attributes: features.attributes }, radiusM)
}

/** The grid is that of the whole list, so that it stays where it is when other days are chosen. */
function cells(all: readonly PlacedEvent[], { events }: ChosenEvents, { cellM, least }: Extract<EventRule, { by: 'grid' }>): Features {
  const latitudes = all.flatMap(({ position }) => (position ? [position[1]] : []))
  const grid = gridNear(latitudes.reduce((sum, lat) => sum + lat, 0) / Math.max(1, latitudes.length), cellM)
  const full = countByCell(grid, events.map(({ position }) => position!)).filter(({ count }) => count >= least)
  const geometries = full.map(({ column, row }): Polygon => ({ type: 'Polygon', coordinates: [cellRing(grid, column, row)] }))
  return { shapes: shapesFromGeoJson(geometries, 'polygon'), attributes: full.map(({ count }) => ({ events: count })) }
}

/** What a reader must know of zones that were made of a layer of events. */
export function eventNotes(layer: string, made: EventZones, all: number, sharedFrom = defaultSharedFrom): Note[] {
  const { rule, events, leftOut } = made
  const values = { layer, events: events.length, all }
  return [
    rule.by === 'radius'
      ? note('events-by-radius', { ...values, radiusM: rule.radiusM }, { layer })
      : note('events-by-grid', { ...values, cellM: rule.cellM, least: rule.least }, { layer }),
    ...leftOut.map(({ reason, count }) => note(`event-${reason}`, { layer, count, sharedFrom }, { layer })),
  ]
}
