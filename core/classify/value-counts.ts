import type { Attributes } from '../geometry/shapes.ts'
import { classText } from './classes.ts'

/** A value of a field as class mappings compare it, and how many features have it; `null` is an empty cell. */
export type ValueCount = { readonly value: string | null; readonly count: number }

/** The values of a field, most frequent first. */
export function valueCounts(rows: readonly Attributes[], field: string): readonly ValueCount[] {
  const counts = new Map<string | null, number>()
  for (const row of rows) {
    const text = classText(row[field])
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}
