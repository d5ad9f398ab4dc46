import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'

type FieldType = 'text' | 'number' | 'boolean' | 'date'

/** Digits as people write them: no leading zero that a code would have, no more than a double holds. */
const plainNumber = /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$|^[-+]?\.\d+$/
const commaNumber = /^[-+]?(?:0|[1-9]\d{0,14}),\d+$|^[-+]?(?:0|[1-9]\d{0,14})$/
const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** What stands in a table for a value that is not there; the words of the second row may be values among texts. */
const isEmpty = (text: string): boolean => /^(?:|#?n\/?a)$/i.test(text)
const isNoNumber = (text: string): boolean => isEmpty(text) || /^(?:null|nan|none|nil|[-–—.]+)$/i.test(text)

/**
 * Rows of texts as values: a column is of numbers, or dates, where all that stands in it is. With `decimalComma` numbers
 * may be written "59,18".
 */
export function typedColumns(
  rows: readonly Readonly<Record<string, string>>[],
  decimalComma = false,
): { readonly rows: readonly Attributes[]; readonly types: Readonly<Record<string, FieldType>> } {
  const types: Record<string, FieldType> = {}
  for (const name of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const present = rows.map((row) => row[name] ?? '').filter((text) => !isNoNumber(text))
    const number = decimalComma ? commaNumber : plainNumber
    types[name] =
      present.length > 0 && present.every((text) => number.test(text))
        ? 'number'
        : present.length > 0 && present.every((text) => isoDate.test(text))
          ? 'date'
          : 'text'
  }
  const valueOf = (name: string, text: string | undefined): AttributeValue => {
    if (text === undefined || isEmpty(text) || (types[name] !== 'text' && isNoNumber(text))) return null
    return types[name] === 'number' ? Number(decimalComma ? text.replace(',', '.') : text) : text
  }
  return {
    rows: rows.map((row) => Object.fromEntries(Object.keys(types).map((name) => [name, valueOf(name, row[name])]))),
    types,
  }
}
