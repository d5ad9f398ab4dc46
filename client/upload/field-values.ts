import type { Attributes } from '../../core/geometry/shapes.ts'
import { classText } from '../../core/study/classes.ts'

export type FieldValues = {
  readonly name: string
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
    values: [...ofField].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
  }))
  known.set(rows, fields)
  return fields
}

/** Text values by which a reader sees whether the encoding is right: first those that are not plain ASCII. */
export function sampleTexts(rows: readonly Attributes[], most: number): string[] {
  const texts = new Set<string>()
  for (const row of rows) {
    for (const value of Object.values(row)) if (typeof value === 'string' && /\p{L}/u.test(value)) texts.add(value)
    if (texts.size > 500) break
  }
  const isForeign = (text: string): boolean => /[^\u0020-\u007e]/.test(text)
  return [...texts].sort((a, b) => Number(isForeign(b)) - Number(isForeign(a))).slice(0, most)
}
