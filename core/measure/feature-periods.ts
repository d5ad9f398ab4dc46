import type { Attributes } from '../geometry/shapes.ts'
import type { Layer } from '../model/layer.ts'
import { note, type Note } from '../result/note.ts'
import { dateColumn, type DateReading } from '../time/date-column.ts'
import { datesRead, datesReadNotes } from './dates-read.ts'

/** The days on which a feature holds (YYYY-MM-DD, both inclusive); an end that is `null` is open. */
export type Period = { readonly from: string | null; readonly to: string | null }

const mostNamed = 10

/** What spreadsheets, databases and Unix write for a day that nobody gave: as an end before its beginning it is none. */
export const emptyClocks: ReadonlySet<string> = new Set(['1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01'])

type Dated = Pick<Layer, 'name' | 'dateFields' | 'dateOrder'>

/**
 * The days of each feature of a layer whose features carry their own; `null` for one whose days cannot be used, which takes
 * no part: with a note, as are open ends that are written as days and whatever is read by a guess. A month or a year
 * begins with its first day and ends with its last. `null` where the layer has no fields of days.
 */
export function featurePeriods(
  { name: layer, dateFields, dateOrder }: Dated,
  attributes: readonly Attributes[],
): { readonly periods: readonly (Period | null)[]; readonly notes: readonly Note[] } | null {
  const { from, to } = dateFields ?? {}
  if (from === undefined && to === undefined) return null
  const column = dateColumn(
    attributes.flatMap((own) => [from, to].map((field) => (field === undefined ? null : own[field]))),
    dateOrder,
  )
  const notes: Note[] = []
  const read = datesRead()
  const turned = { count: 0, value: '' }
  const reversed = { count: 0, places: [] as string[] }
  let strange = 0
  let open = 0

  const periods = attributes.map((own, feature): Period | null => {
    const [start, end] = [from, to].map((field): DateReading => {
      if (field === undefined) return { kind: 'empty' }
      const reading = column.read(own[field])
      read.add(own[field], reading)
      if (reading.kind !== 'unusable') return reading
      const value = String(own[field])
      if (reading.reason === 'other-calendar') strange++
      else if (reading.reason === 'day-or-month') turned.value = turned.count++ === 0 ? value : turned.value
      else
        notes.push(
          note(
            'feature-date-unreadable',
            { layer, feature: feature + 1, field, value },
            { layer, feature: feature + 1 },
          ),
        )
      return reading
    }) as [DateReading, DateReading]
    if (start.kind === 'unusable' || end.kind === 'unusable') return null
    const period = periodOf(start, end)
    if (period.isOpen) open++
    if (!period.isReversed) return { from: period.from, to: period.to }
    if (reversed.count++ < mostNamed) reversed.places.push(String(feature + 1))
    return null
  })
  const tell = (code: 'feature-dates-other-calendar' | 'feature-dates-open', count: number): Note[] =>
    count === 0 ? [] : [note(code, { layer, count }, { layer })]
  notes.push(...tell('feature-dates-other-calendar', strange), ...tell('feature-dates-open', open))
  if (turned.count > 0) notes.push(note('feature-dates-day-or-month', { layer, ...turned }, { layer }))
  if (reversed.count > 0) {
    const places = reversed.places.join(', ') + (reversed.count > mostNamed ? ', …' : '')
    notes.push(note('feature-dates-reversed', { layer, count: reversed.count, places }, { layer }))
  }
  return { periods, notes: [...notes, ...datesReadNotes(layer, read)] }
}

/** An end of 0001-01-01 was never set, and a beginning of 9999-12-31 never comes. */
function periodOf(
  start: Exclude<DateReading, { kind: 'unusable' }>,
  end: Exclude<DateReading, { kind: 'unusable' }>,
): Period & { readonly isOpen: boolean; readonly isReversed: boolean } {
  const from = start.kind === 'days' ? start.from : null
  const last = end.kind === 'days' ? end.to : null
  const isUnset = from !== null && last !== null && last < from && emptyClocks.has(last)
  const to = isUnset ? null : last
  return {
    from,
    to,
    isOpen: start.kind === 'open' || end.kind === 'open' || isUnset,
    isReversed: (start.kind === 'open' && start.side === 'future') || (from !== null && to !== null && from > to),
  }
}
