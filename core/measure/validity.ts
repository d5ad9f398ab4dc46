import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import type { Layer } from '../model/layer.ts'
import { featurePeriods, type Period } from './feature-periods.ts'

/**
 * Which features of a layer whose features carry their own dates hold on `at` (YYYY-MM-DD; both ends inclusive, an
 * empty end is open). A feature whose dates cannot be used takes no part, with a note.
 */
export function validOn(
  layer: Layer,
  { attributes }: Features,
  at: string | null,
): { valid: Uint8Array; notes: readonly Note[] } {
  const dated = featurePeriods(layer, attributes)
  if (dated === null) return { valid: new Uint8Array(attributes.length).fill(1), notes: [] }
  const holds = (from: string | null, to: string | null): boolean =>
    at === null || ((from === null || from <= at) && (to === null || at <= to))
  const valid = Uint8Array.from(dated.periods, (period) => (period !== null && holds(period.from, period.to) ? 1 : 0))
  return { valid, notes: [...dated.notes, ...openEnded(layer, dated.periods, at)] }
}

/** A layer that names no field of last days says since when, and not that anything still held. */
function openEnded({ name, dateFields }: Layer, periods: readonly (Period | null)[], at: string | null): Note[] {
  if (at === null || dateFields?.from === undefined || dateFields.to !== undefined) return []
  const since = periods.flatMap((period) => (period?.from && period.from < at ? [period.from] : [])).toSorted()
  const date = since.at(-1)
  return date === undefined
    ? []
    : [note('features-without-end', { layer: name, count: since.length, date, at }, { layer: name })]
}
