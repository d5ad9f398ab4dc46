import type { Attributes } from '../../core/geometry/shapes.ts'
import { classText } from '../../core/classify/classes.ts'

export type FieldValues = {
  readonly name: string
  /** How many values it has; of a field with very many only the most frequent ones stand in `values`. */
  readonly distinct: number
  /** Values as text with the number of features that have them, most frequent first; `null` is no value. */
  readonly values: readonly { readonly value: string | null; readonly count: number }[]
}

const known = new WeakMap<readonly Attributes[], readonly FieldValues[]>()

/** Every field of a layer with the values that it has. */
export function fieldValues(rows: readonly Attributes[]): readonly FieldValues[] {
  const before = known.get(rows)
  if (before) return before
  const counts = new Map<string, Map<string | null, number>>()
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const ofField = counts.get(name) ?? new Map<string | null, number>()
      counts.set(name, ofField)
      const text = classText(value)
      ofField.set(text, (ofField.get(text) ?? 0) + 1)
    }
  }
  const fields = [...counts].map(([name, ofField]) => ({
    name,
    distinct: ofField.size,
    values: [...ofField].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
  }))
  known.set(rows, fields)
  return fields
}
