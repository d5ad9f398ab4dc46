import { withoutSamples } from '../model/samples.ts'
import type { Measurement } from '../model/measurement.ts'
import { planFigure, planFigures } from '../model/outline.ts'
import { publishedDate } from '../format/published-by.ts'
import type { Study } from '../model/study.ts'
import { daysBetween, daysIfKnown, firstDayOf, lastDayOf } from '../time/days.ts'
import { datedEvents } from '../timeline/dated-events.ts'
import { coverageOf } from './coverage.ts'
import { planDay } from './held-ground.ts'
import type { DatedEvent } from '../timeline/timeline-answer.ts'
import type { Precedent, Siege } from './comparison-answer.ts'

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
