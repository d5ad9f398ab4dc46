import { refused, done, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { DateOrder } from '../time/date-column.ts'
import { placeLevels, type PlaceLevel } from './event-columns.ts'
import type { PlacedEvent } from './placed-events.ts'

/** Why an event of the list takes no part. */
export const leavingReasons = [
  'no-position',
  'no-date',
  'date-unusable',
  'date-uncertain',
  'outside-window',
  'coarse-place',
  'shared-position',
] as const
export type LeavingReason = (typeof leavingReasons)[number]

/** Days, both inclusive; open where one is missing. */
export type EventWindow = { readonly from?: string; readonly to?: string }

export type EventChoice = {
  readonly window?: EventWindow | undefined
  /** The coarsest place that takes part: sites alone unless said otherwise. */
  readonly coarsest?: PlaceLevel | undefined
  /** A position with at least so many events of the list stands for a town, not for sites. */
  readonly sharedFrom?: number | undefined
  /** Whether day or month comes first in its dates, where somebody says so. */
  readonly dateOrder?: DateOrder | undefined
}

export type ChosenEvents = {
  readonly events: readonly PlacedEvent[]
  /** How many take no part, by reason; each event under the first that holds. */
  readonly leftOut: readonly { readonly reason: LeavingReason; readonly count: number }[]
}

export const defaultSharedFrom = 3

/**
 * The events that certainly happened within the window at a place known well enough, and how many were left out and
 * why. A position that several events share is the middle of a town or quarter to which a list could only assign them:
 * it tells nothing of parcels. Refuses a window that ends before it begins.
 */
export function chosenEvents(
  events: readonly PlacedEvent[],
  { window = {}, coarsest = 'site', sharedFrom = defaultSharedFrom }: EventChoice,
): Outcome<ChosenEvents> {
  const { from, to } = window
  if (from !== undefined && to !== undefined && from > to) return refused(problem('window-reversed', { from, to }))
  const allowed = placeLevels.indexOf(coarsest)
  const reasonOf = ({ position, days, level, sharing }: PlacedEvent): LeavingReason | null => {
    if (!position) return 'no-position'
    if (from !== undefined || to !== undefined) {
      if (days === null) return 'no-date'
      if (days === undefined) return 'date-unusable'
      if ((from !== undefined && days.to < from) || (to !== undefined && days.from > to)) return 'outside-window'
      if ((from !== undefined && days.from < from) || (to !== undefined && days.to > to)) return 'date-uncertain'
    }
    if (placeLevels.indexOf(level) > allowed) return 'coarse-place'
    return sharing >= sharedFrom && coarsest === 'site' ? 'shared-position' : null
  }
  const reasons = events.map(reasonOf)
  return done({
    events: events.filter((_, i) => reasons[i] === null),
    leftOut: leavingReasons
      .map((reason) => ({ reason, count: reasons.filter((each) => each === reason).length }))
      .filter(({ count }) => count > 0),
  })
}
