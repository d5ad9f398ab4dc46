import { eventsOf } from './listed-events.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Note } from '../result/note.ts'
import type { Layer } from '../model/layer.ts'
import { featurePeriods } from './feature-periods.ts'
import { nextDay } from '../time/days.ts'

/** More days on which features begin or end than this are thinned to one a month, then to one a year. */
const mostFeatureDates = 120

/** The days on which what the layer's features say changes, and what of their dates a reader must be told. */
export function featureDates(
  layer: Layer,
  features: Features | undefined,
): { kept: string[]; count: number; notes: readonly Note[] } {
  if (features && layer.events) return eventDates(layer, features)
  const dated = features ? featurePeriods(layer, features.attributes) : null
  const days = new Set<string>()
  for (const period of dated?.periods ?? []) {
    if (period?.from) days.add(period.from)
    if (period?.to) days.add(nextDay(period.to))
  }
  return { kept: thinned([...days].sort()), count: days.size, notes: dated?.notes ?? [] }
}

/** The days by which the events of the layer's own days have certainly happened; unusable ones are told of by the measurement. */
function eventDates({ from, to, events, dateOrder }: Layer, { shapes, attributes }: Features) {
  const found = eventsOf({ shapes, attributes }, null, {
    coarsest: events?.coarsest,
    sharedFrom: events?.sharedFrom,
    dateOrder,
  })
  const days = new Set<string>()
  for (const event of found.ok ? found.value.chosen.events : []) {
    const day = event.days?.to
    if (day !== undefined && (from === undefined || event.days!.from >= from) && (to === undefined || day <= to))
      days.add(day)
  }
  return { kept: thinned([...days].sort()), count: days.size, notes: [] }
}

/** Where there are too many days, the last of each month on which something changed, or of each year. */
function thinned(days: readonly string[]): string[] {
  const lastOfEach = (length: number): string[] =>
    days.filter((day, i) => day.slice(0, length) !== days[i + 1]?.slice(0, length))
  const [all, monthly, yearly] = [lastOfEach(10), lastOfEach(7), lastOfEach(4)]
  return [all, monthly].find(({ length }) => length <= mostFeatureDates) ?? yearly
}
