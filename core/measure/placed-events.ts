import type { Attributes, Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { lastDayOf } from '../time/days.ts'
import { dateColumn, type DateOrder, type DateReading } from '../time/date-column.ts'
import { refused } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { datesRead, type DatesRead } from './dates-read.ts'
import { emptyClocks } from './feature-periods.ts'
import type { EventColumns, PlaceLevel } from './event-columns.ts'

/** An event of a list: when it happened, where, and how exactly either is known. */
export type PlacedEvent = {
  /** Number of its feature, from 0. */
  readonly feature: number
  /** Longitude and latitude of its first vertex; `null` where it has no place. */
  readonly position: readonly [lonDegrees: number, latDegrees: number] | null
  /** First and last day on which it may have happened; `null` where none is given, `undefined` where it cannot be used. */
  readonly days: { readonly from: string; readonly to: string } | null | undefined
  readonly level: PlaceLevel
  /** Events of the list, itself included, on the very same position. */
  readonly sharing: number
}

const msPerDay = 86_400_000

/**
 * The events of a list, and how their dates were read. `columns` is `null` for a list without dates. Refuses a date column
 * in which day and month may be exchanged, unless `order` says which is first.
 */
export function placedEvents(
  { shapes, attributes }: Features,
  columns: EventColumns | null,
  order?: DateOrder,
): Outcome<{ readonly events: PlacedEvent[]; readonly read: DatesRead }> {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  const positions: PlacedEvent['position'][] = attributes.map(() => null)
  for (let part = 0; part < partPolygon.length; part++) {
    const feature = polygonFeature[partPolygon[part]!]!
    const at = 2 * partStart[part]!
    positions[feature] ??= [coordinates[at]!, coordinates[at + 1]!]
  }
  const sharing = new Map<string, number>()
  for (const position of positions) if (position) sharing.set(position.join(), (sharing.get(position.join()) ?? 0) + 1)
  const read = datesRead()
  const fields = columns === null ? [] : [columns.from, ...(columns.to === undefined ? [] : [columns.to])]
  const values = attributes.flatMap((own) => fields.map((field) => own[field]))
  const column = dateColumn(values, order)
  if (column.open !== undefined)
    return refused(problem('dates-day-or-month', { field: columns!.from, value: String(column.open) }))
  const dayOf = (own: Attributes, field: string | undefined): DateReading => {
    const reading = field === undefined ? ({ kind: 'empty' } as const) : column.read(own[field])
    read.add(field === undefined ? null : own[field], reading)
    return reading
  }
  const events = attributes.map((own, feature): PlacedEvent => {
    const position = positions[feature]!
    const slack = columns?.dateSlack(own[columns.slackField ?? '']) ?? 0
    return {
      feature,
      position,
      days: columns === null ? null : daysOf(dayOf(own, columns.from), dayOf(own, columns.to), slack),
      level: columns?.placeLevel(own[columns.placeField ?? '']) ?? 'site',
      sharing: position ? sharing.get(position.join())! : 0,
    }
  })
  return done({ events, read })
}

function daysOf(first: DateReading, second: DateReading, slack: number | 'month'): PlacedEvent['days'] {
  if (first.kind === 'empty') return null
  if (first.kind !== 'days' || emptyClocks.has(first.from)) return undefined
  const isEmpty = second.kind === 'empty' || (second.kind === 'days' && emptyClocks.has(second.to))
  if (second.kind !== 'days' && !isEmpty) return undefined
  const [from, to] = [first.from, second.kind === 'days' && !isEmpty ? second.to : first.to]
  if (to < from) return undefined
  if (slack !== 'month') return { from: moved(from, -slack), to: moved(to, slack) }
  return { from: `${from.slice(0, 8)}01`, to: lastDayOf(to.slice(0, 7)) }
}

const moved = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10)
