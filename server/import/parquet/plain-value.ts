import type { FileMetaData } from 'hyparquet'
import type { AttributeValue } from '../../../core/geometry/shapes.ts'

/** What the values of a column are. */
export function typeOf({
  type,
  converted_type: converted,
  logical_type: logical,
}: FileMetaData['schema'][number]): 'text' | 'number' | 'boolean' | 'date' {
  const kind = logical?.type
  if (kind === 'DATE' || kind === 'TIMESTAMP' || /^(?:DATE|TIMESTAMP)/.test(converted ?? '')) return 'date'
  if (type === 'BOOLEAN') return 'boolean'
  const isNumber = /^(?:INT32|INT64|FLOAT|DOUBLE)$/.test(type ?? '') || kind === 'DECIMAL' || converted === 'DECIMAL'
  return isNumber && kind !== 'TIME' ? 'number' : 'text'
}

/** Fields of bytes, and how many values of fields are no numbers. */
export type NoValues = { readonly bytes: Set<string>; readonly unwritten: Map<string, number> }

/** Whole numbers that a double cannot hold keep their digits as text; lists and records are kept as their JSON text. */
export function plainValue(field: string, value: unknown, { bytes, unwritten }: NoValues): AttributeValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    unwritten.set(field, (unwritten.get(field) ?? 0) + 1)
    return null
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null
    return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  }
  if (value instanceof Uint8Array) {
    bytes.add(field)
    return null
  }
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'bigint') return each
    return Number.isSafeInteger(Number(each)) ? Number(each) : String(each)
  })
}
