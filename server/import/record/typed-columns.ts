import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { numberColumn, type NumberForm } from './number-column.ts'

type FieldType = 'text' | 'number' | 'boolean' | 'date'

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** What stands in a table for a value that is not there; the words of the second row may be values among texts. */
const isEmpty = (text: string): boolean => /^(?:|#?n\/?a)$/i.test(text)
const isNoNumber = (text: string): boolean => isEmpty(text) || /^(?:null|nan|none|nil|[-–—.]+)$/i.test(text)

/** A field whose numbers are not plain, with the first of them. */
type ReportedField = {
  readonly field: string
  readonly form: NumberForm
  readonly value: string
  readonly number: number
}

/**
 * Rows of texts as values: a column is of numbers, or dates, where all that stands in it is. With `decimalComma` numbers
 * may be written "59,18". `reported` are the columns whose numbers are written in another way.
 */
export function typedColumns(
  rows: readonly Readonly<Record<string, string>>[],
  decimalComma = false,
): {
  readonly rows: readonly Attributes[]
  readonly types: Readonly<Record<string, FieldType>>
  readonly reported: readonly ReportedField[]
} {
  const types = new Map<string, FieldType>()
  const readers = new Map<string, (text: string) => number>()
  const reported: ReportedField[] = []
  for (const field of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const present = rows.map((row) => row[field] ?? '').filter((text) => !isNoNumber(text))
    const { read, form } = numberColumn(present, decimalComma)
    if (read) readers.set(field, read)
    if (form) {
      const odd = present.filter((text) => /[^-+\d.]/.test(text))
      const value = odd.reduce(
        (longest, text) => (text.length > longest.length ? text : longest),
        odd[0] ?? present[0]!,
      )
      reported.push({ field, form, value, number: read?.(value) ?? Number.NaN })
    }
    types.set(
      field,
      read ? 'number' : present.length > 0 && present.every((text) => isoDate.test(text)) ? 'date' : 'text',
    )
  }
  const valueOf = (name: string, type: FieldType, text: string | undefined): AttributeValue => {
    if (text === undefined || isEmpty(text) || (type !== 'text' && isNoNumber(text))) return null
    return readers.get(name)?.(text) ?? text
  }
  return {
    rows: rows.map((row) =>
      Object.fromEntries([...types].map(([name, type]) => [name, valueOf(name, type, row[name])])),
    ),
    types: Object.fromEntries(types),
    reported,
  }
}

/** How the numbers of fields were read, each with an example. */
export const numberNotes = (file: string, reported: readonly ReportedField[]): Note[] =>
  reported.map(({ field, form, value, number }) =>
    note(`numbers-${form}`, { file, field, value, number: Number.isNaN(number) ? '–' : String(number) }),
  )
