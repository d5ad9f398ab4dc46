import type { AttributeValue } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import type { DateReading, ReadAs } from '../time/date-column.ts'

/** Counts the dates that were read by a guess, with the first of each kind. */
export type DatesRead = ReturnType<typeof datesRead>

export function datesRead() {
  const found = new Map<ReadAs, { count: number; value: string; from: string; to: string }>()
  return {
    add(value: AttributeValue | undefined, reading: DateReading): void {
      if (reading.kind !== 'days' || reading.as === null) return
      const before = found.get(reading.as)
      if (before) before.count++
      else found.set(reading.as, { count: 1, value: String(value), from: reading.from, to: reading.to })
    },
    found: (): ReadonlyMap<
      ReadAs,
      { readonly count: number; readonly value: string; readonly from: string; readonly to: string }
    > => found,
  }
}

/** How dates were read that do not say it themselves, with an example of each kind. */
export const datesReadNotes = (layer: string, read: DatesRead): Note[] =>
  [...read.found()].map(([as, { count, value, from, to }]) =>
    note(`dates-read-${as}`, { layer, count, value, from, to }, { layer }),
  )
