import { lastDayOf } from '../time/days.ts'
import type { Study } from './study.ts'
import type { Text } from './text.ts'

/** The end of a party's hold: on later days nobody knows who holds what it held. `date` is a day, a month or a year, `title` that of the event. */
export type HoldEnd = { readonly party: string; readonly date: string; readonly title: Text }

/** The ends that the study's events tell, in the order of their days. */
export const holdEndsOf = ({ events }: Pick<Study, 'events'>): HoldEnd[] =>
  events
    .flatMap(({ date, title, ends }) => (ends ? [{ party: ends.party, date, title }] : []))
    .toSorted((a, b) => (lastDayOf(a.date) < lastDayOf(b.date) ? -1 : 1))
