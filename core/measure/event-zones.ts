import { eventsOf, type EventRule, type GridRule } from './listed-events.ts'
import type { Polygon, Position } from 'geojson'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { bufferFeatures } from './buffer.ts'
import { defaultSharedFrom, type ChosenEvents, type EventChoice } from './chosen-events.ts'
import { datesReadNotes, type DatesRead } from './dates-read.ts'
import { cellRing, countByCell, gridNear } from './grid.ts'
import type { PlacedEvent } from './placed-events.ts'

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
  const found = eventsOf(features, rule, choice)
  if (!found.ok) return found
  const { all, chosen } = found.value
  const zones =
    rule.by === 'radius'
      ? circlesRound(features, chosen.events, rule.radiusM)
      : cellZones(denseCells(all, chosen.events, rule))
  return done({ ...chosen, rule, zones })
}

/** A zone for each of the events; the features keep their numbers and attributes. */
export function circlesRound(features: Features, events: readonly PlacedEvent[], radiusM: number): Features {
  const taken = new Set(events.map(({ feature }) => feature))
  const { polygonFeature } = features.shapes
  const shapes = chosenPolygons(features.shapes, (polygon) => taken.has(polygonFeature[polygon]!))
  return bufferFeatures({ shapes, attributes: features.attributes }, radiusM)
}

/** A cell of the grid with its number of events. */
export type DenseCell = { readonly ring: Position[]; readonly events: number }

/** The cells that hold at least `least` of `events`. The grid is that of the whole list: it stays when other days are chosen. */
export function denseCells(
  all: readonly PlacedEvent[],
  events: readonly PlacedEvent[],
  { cellM, least }: GridRule,
): DenseCell[] {
  const latitudes = all.flatMap(({ position }) => (position ? [position[1]] : []))
  const grid = gridNear(latitudes.reduce((sum, lat) => sum + lat, 0) / Math.max(1, latitudes.length), cellM)
  return countByCell(
    grid,
    events.map(({ position }) => position!),
  )
    .filter(({ count }) => count >= least)
    .map(({ column, row, count }) => ({ ring: cellRing(grid, column, row), events: count }))
}

export const cellZones = (cells: readonly DenseCell[]): Features => ({
  shapes: shapesFromGeoJson(
    cells.map(({ ring }): Polygon => ({ type: 'Polygon', coordinates: [ring] })),
    'polygon',
  ),
  attributes: cells.map(({ events }) => ({ events })),
})

/** What a reader must know of zones that were made of a layer of events. */
export function eventNotes(
  layer: string,
  rule: EventRule | null,
  { events, leftOut }: ChosenEvents,
  all: number,
  sharedFrom = defaultSharedFrom,
  read?: DatesRead,
): Note[] {
  const values = { layer, events: events.length, all }
  return [
    ruleNote(rule, values),
    ...(read ? datesReadNotes(layer, read) : []),
    ...leftOut.map(({ reason, count }) => note(`event-${reason}`, { layer, count, sharedFrom }, { layer })),
  ]
}

function ruleNote(rule: EventRule | null, values: { layer: string; events: number; all: number }): Note {
  const about = { layer: values.layer }
  if (rule === null) return note('events-counted', values, about)
  if (rule.by === 'radius') return note('events-by-radius', { ...values, radiusM: rule.radiusM }, about)
  return note('events-by-grid', { ...values, cellM: rule.cellM, least: rule.least }, about)
}
