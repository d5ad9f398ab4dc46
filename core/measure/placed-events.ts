import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { isPlausible } from '../time/days.ts'
import { columnDates } from './column-dates.ts'
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

/** Spreadsheets write an empty date as day 0 of their clock. */
const emptyClock = '1970-01-01'
const msPerDay = 86_400_000

/**
 * The events of a list. `columns` is `null` for a list without dates. Refuses a date column in which day and month may
 * be exchanged throughout.
 */
export function placedEvents({ shapes, attributes }: Features, columns: EventColumns | null): Outcome<PlacedEvent[]> {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  const positions: PlacedEvent['position'][] = attributes.map(() => null)
  for (let part = 0; part < partPolygon.length; part++) {
    const feature = polygonFeature[partPolygon[part]!]!
    const at = 2 * partStart[part]!
    positions[feature] ??= [coordinates[at]!, coordinates[at + 1]!]
  }
  const sharing = new Map<string, number>()
  for (const position of positions) if (position) sharing.set(position.join(), (sharing.get(position.join()) ?? 0) + 1)
  const reading =
    columns &&
    columnDates(
      attributes.flatMap((own) => [own[columns.from], columns.to === undefined ? null : own[columns.to]]),
      columns.from,
    )
  if (reading && !reading.ok) return reading
  return done(
    attributes.map((own, feature): PlacedEvent => {
      const position = positions[feature]!
      const from = columns ? reading!.value(own[columns.from]) : null
      const to = columns?.to === undefined ? null : reading!.value(own[columns.to])
      return {
        feature,
        position,
        days: from
          ? daysOf(from, to, columns!.dateSlack(own[columns!.slackField ?? '']))
          : from === null
            ? null
            : undefined,
        level: columns?.placeLevel(own[columns.placeField ?? '']) ?? 'site',
        sharing: position ? sharing.get(position.join())! : 0,
      }
    }),
  )
}

function daysOf(from: string, to: string | null | undefined, slack: number | 'month'): PlacedEvent['days'] {
  if (
    to === undefined ||
    (to !== null && to < from) ||
    from === emptyClock ||
    !isPlausible(from) ||
    !isPlausible(to ?? from)
  )
    return undefined
  const last = to ?? from
  if (slack !== 'month') return { from: moved(from, -slack), to: moved(last, slack) }
  const nextMonth = Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1)
  return { from: `${from.slice(0, 8)}01`, to: new Date(nextMonth - msPerDay).toISOString().slice(0, 10) }
}

const moved = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10)
