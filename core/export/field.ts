import type { AttributeValue } from '../geometry/shapes.ts'
import type { Text } from '../model/text.ts'

/** A `period` is a day, a month, a year, or an interval of them, as ISO 8601 writes it. */
export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'period'

/** A column of a table, or an attribute of a layer's features, described in both languages. */
export type Field = {
  /** For programs: the same in every language. */
  readonly name: string
  /** In a shapefile, where ten Latin letters must do; else it is made from `name`. */
  readonly short?: string
  readonly type: FieldType
  /** Of the values, such as "m2", "ha" or "1" for shares from 0 to 1. */
  readonly unit?: string
  readonly title: Text
  readonly description?: Text
}

/** The type that holds all values of a column; a column of several kinds is text. */
export function typeOf(values: readonly (AttributeValue | undefined)[]): FieldType {
  const known = values.filter((value) => value !== null && value !== undefined)
  if (known.length === 0) return 'text'
  if (known.every((value) => typeof value === 'boolean')) return 'boolean'
  if (known.every((value) => Number.isSafeInteger(value))) return 'integer'
  return known.every((value) => typeof value === 'number' && Number.isFinite(value)) ? 'number' : 'text'
}

/** A value as its column's type takes it; `null` where it is empty. */
export function valueAs(type: FieldType, value: AttributeValue | undefined): AttributeValue {
  if (value === null || value === undefined) return null
  return (type === 'text' || type === 'date' || type === 'period') && typeof value !== 'string' ? String(value) : value
}
