import type { Study } from '../model/study.ts'
import { daysIfKnown } from '../time/days.ts'
import type { DatedEvent } from './timeline-answer.ts'

/** A study's events in the order of their days, each with its distance to the announcement of the plan. */
export const datedEvents = ({ events, plan: { announced } }: Study): DatedEvent[] =>
  events
    .map((event) => ({ ...event, days: daysIfKnown(announced, event.date) }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
