import { withoutSamples } from '../model/samples.ts'
import type { ClaimedFigure } from '../model/claimed-figure.ts'
import type { Measurement, PointCount } from '../model/measurement.ts'
import { planFigure, planFigures } from '../model/outline.ts'
import { publishedDate } from '../format/published-by.ts'
import type { Gap, Published, Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'
import { daysBetween, daysIfKnown, firstDayOf, lastDayOf } from '../time/days.ts'
import { datedEvents, type DatedEvent } from '../timeline/timeline.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { planDay, type PlanDay } from './held-ground.ts'

/**
 * From the first day of a siege to the last day on which ground was taken or left; `null` where none is recorded.
 * Both may be a month or a year, and then no days are counted.
 */
export type Siege = { readonly from: string; readonly to: string | null; readonly days: number | null }

/** One plan as a case to be set beside others: measured ground, counts, days relative to its announcement. */
export type Precedent = {
  readonly id: string
  readonly title: Text
  readonly planM2: number
  /** The plan as measured, with its interval. */
  readonly plan: Measurement['plan']
  /** Its published area, where there is one; the same as `planM2` where no outline is known. */
  readonly publishedM2: number | null
  /** Its published areas with the day, month or year of each, its own or that of its source. */
  readonly publishedAreas: readonly { readonly id: string; readonly areaM2: number; readonly date: string | null }[]
  /** By what right the study speaks of area, hold, shelling and damage on its day. */
  readonly coverage: Coverage
  /** What sources claim in figures without drawing it. */
  readonly claimed: readonly ClaimedFigure[]
  readonly announced: string | null
  /** On the study's day, or the day that was asked for. */
  readonly onDay: PlanDay
  /** On the day that the plan was announced; `null` where that day is not known. */
  readonly onAnnouncement: PlanDay | null
  readonly points: readonly PointCount[]
  readonly events: readonly DatedEvent[]
  /** Days from the announcement to the last time that ground of the plan was taken; negative before it. */
  readonly takenDays: number | null
  readonly siege: Siege | null
  /** Published numbers of people: residents, displaced, returned. */
  readonly people: readonly Published[]
  readonly gaps: readonly Gap[]
}

/** A study as a precedent, on its day and on the day that its plan was announced. */
export function precedentOf(study: Study, measurement: Measurement, onAnnouncement: Measurement | null): Precedent {
  const events = datedEvents(study)
  const onDay = planDay(study, measurement)
  return {
    id: study.id,
    title: study.title,
    planM2: measurement.plan.areaM2,
    plan: withoutSamples(measurement.plan),
    publishedM2: planFigure(study)?.value ?? null,
    publishedAreas: planFigures(study).map((figure) => ({
      id: figure.id,
      areaM2: figure.value,
      date: publishedDate(study, figure) ?? null,
    })),
    coverage: coverageOf(study, measurement, onDay),
    claimed: measurement.claimed,
    announced: study.plan.announced ?? null,
    onDay,
    onAnnouncement: onAnnouncement && planDay(study, onAnnouncement),
    points: measurement.points ?? [],
    events,
    takenDays: lastTaken(events)?.days ?? null,
    siege: siegeOf(events),
    people: study.published.filter(({ measure }) => measure === 'people'),
    gaps: study.gaps,
  }
}

/** The last event in which ground was taken. */
export const lastTaken = (events: readonly DatedEvent[]): DatedEvent | undefined =>
  events.findLast(({ kind }) => kind === 'taken')

/** An offensive or a siege that begins more than so many days after ground was taken or left begins another fight. */
const anotherFightDays = 183

/** A part of the ground may be taken, or some may leave, while the siege of the rest goes on: the last of these days ends it. */
function siegeOf(events: readonly DatedEvent[]): Siege | null {
  const start = events.find(({ kind }) => kind === 'siege')
  if (!start) return null
  let end: string | null = null
  for (const { kind, date } of events) {
    if (date < start.date) continue
    if (kind === 'taken' || kind === 'evacuation') end = date
    else if (
      end !== null &&
      (kind === 'offensive' || kind === 'siege') &&
      daysBetween(lastDayOf(end), firstDayOf(date)) > anotherFightDays
    )
      break
  }
  return { from: start.date, to: end, days: daysIfKnown(start.date, end) }
}
