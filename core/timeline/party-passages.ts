import type { Interval } from '../model/measurement.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { areOthers, ownerKey } from './reported-parties.ts'
import type { ChangeCell, PartyPassage } from './timeline-answer.ts'

type Passing = Pick<ChangeCell, 'fromParties' | 'toParties' | 'notKnown'>

/** The places of the cells that are of one passage, in the order of their first. */
export function cellsByParty(cells: readonly Passing[]): number[][] {
  const places = new Map<string, number[]>()
  for (const [i, cell] of cells.entries()) {
    const key = passageKey(cell)
    places.set(key, [...(places.get(key) ?? []), i])
  }
  return [...places.values()]
}

/** Equal for cells of one passage. */
export const passageKey = ({ fromParties, toParties, notKnown }: Passing): string =>
  JSON.stringify([fromParties.map(ownerKey), toParties.map(ownerKey), notKnown === true])

/** What the cells of one passage come to; its interval was drawn for all of them together. */
export function passageOf(cells: readonly ChangeCell[], interval: Interval | undefined): PartyPassage {
  const { fromParties, toParties, notKnown } = cells[0]!
  const slivers = cells.flatMap(({ sliversM2 }) => sliversM2 ?? [])
  return {
    fromParties,
    toParties,
    areaM2: sumOf(cells.map(({ areaM2 }) => areaM2)),
    ...interval,
    ...(slivers.length > 0 && changedHands(cells[0]!) === true ? { sliversM2: sumOf(slivers) } : {}),
    ...(notKnown ? { notKnown } : {}),
  }
}

/** Whether ground is told of other parties on the second day, by any source; `null` where a hold ended and nobody knows. */
export function changedHands({ fromParties, toParties, notKnown }: Passing): boolean | null {
  return notKnown ? null : areOthers(fromParties, toParties)
}
