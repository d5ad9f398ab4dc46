import { eventsOf } from './event-zones.ts'
import type { Features } from '../geometry/shapes.ts'
import type { Layer } from '../model/layer.ts'
import { readDate } from './validity.ts'
import { isPlausible, nextDay } from '../time/days.ts'

/** More days on which features begin or end than this are thinned to one a month, then to one a year. */
const mostFeatureDates = 120

/** The days on which what the layer's features say changes; `strange` counts those of another calendar. */
export function featureDates(
  layer: Layer,
  features: Features | undefined,
): { kept: string[]; count: number; strange: number } {
  if (features && layer.events) return eventDates(layer, features)
  const { from, to } = layer.dateFields ?? {}
  if (!features || (from === undefined && to === undefined)) return { kept: [], count: 0, strange: 0 }
  const days = new Set<string>()
  let strange = 0
  const add = (date: string | null | undefined, day: (date: string) => string): void => {
    if (!date) return
    if (isPlausible(date)) days.add(day(date))
    else strange++
  }
  for (const attributes of features.attributes) {
    if (from !== undefined) add(readDate(attributes[from]), (date) => date)
    if (to !== undefined) add(readDate(attributes[to]), nextDay)
  }
  return { kept: thinned([...days].sort()), count: days.size, strange }
}

/** The days by which the events of the layer's own days have certainly happened; unusable ones are told of by the measurement. */
function eventDates({ from, to, events }: Layer, { shapes, attributes }: Features) {
  const found = eventsOf({ shapes, attributes }, null, { coarsest: events?.coarsest, sharedFrom: events?.sharedFrom })
  const days = new Set<string>()
  for (const event of found.ok ? found.value.chosen.events : []) {
    const day = event.days?.to
    if (day !== undefined && (from === undefined || event.days!.from >= from) && (to === undefined || day <= to))
      days.add(day)
  }
  return { kept: thinned([...days].sort()), count: days.size, strange: 0 }
}

/** Where there are too many days, the last of each month on which something changed, or of each year. */
function thinned(days: readonly string[]): string[] {
  const lastOfEach = (length: number): string[] =>
    days.filter((day, i) => day.slice(0, length) !== days[i + 1]?.slice(0, length))
  const [all, monthly, yearly] = [lastOfEach(10), lastOfEach(7), lastOfEach(4)]
  return [all, monthly].find(({ length }) => length <= mostFeatureDates) ?? yearly
}
