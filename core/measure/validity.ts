import type { Features } from '../geometry/shapes.ts'
import type { Note } from '../result/note.ts'
import type { Layer } from '../model/layer.ts'
import { featurePeriods } from './feature-periods.ts'

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
  return { valid, notes: dated.notes }
}
