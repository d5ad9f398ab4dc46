import type { Attributes } from '../geometry/shapes.ts'
import { classText } from './classes.ts'

/** The values that columns hold together, as text and ascending; empty cells hold none. */
export function columnValues(attributes: readonly Attributes[], fields: readonly string[]): string[] {
  const values = new Set<string>()
  for (const own of attributes) {
    for (const field of fields) {
      const text = classText(own[field])
      if (text !== null) values.add(text)
    }
  }
  return [...values].sort((a, b) => (a < b ? -1 : 1))
}
