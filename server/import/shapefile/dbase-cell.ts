import type { AttributeValue } from '../../../core/geometry/shapes.ts'
import type { Decode } from '../text/code-pages.ts'

/** Types of fields that the table itself does not hold the values of: what stands there are places in another file. */
const elsewhere = new Set(['M', 'G', 'P', 'W'])

/** Whether the values of such a field stand in the table; a `B` of ten letters is a place in a memo file. */
export const isHeldHere = ({ type, length }: { readonly type: string; readonly length: number }): boolean =>
  !elsewhere.has(type) && !(type === 'B' && length !== 8)

const typeNames: Readonly<Record<string, 'number' | 'boolean' | 'date'>> = {
  N: 'number',
  F: 'number',
  I: 'number',
  O: 'number',
  B: 'number',
  Y: 'number',
  '+': 'number',
  L: 'boolean',
  D: 'date',
  '@': 'date',
  T: 'date',
}

export const typeOfField = (type: string): 'text' | 'number' | 'boolean' | 'date' => typeNames[type] ?? 'text'

export type Field = {
  readonly rawName: Uint8Array
  readonly type: string
  readonly at: number
  readonly length: number
}

const latin = new TextDecoder('latin1')

/** `undefined` where the cell holds something that its type cannot. */
export function readCell(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  field: Field,
  decode: Decode,
): AttributeValue | undefined {
  const { type, length } = field
  if (type === 'I' || type === '+') return length === 4 ? view.getInt32(at, true) : undefined
  if ((type === 'O' || type === 'B') && length === 8) return finite(view.getFloat64(at, true))
  if (type === 'Y' || type === '@' || (type === 'T' && length === 8)) {
    if (length !== 8) return undefined
    if (bytes.subarray(at, at + 8).every((byte) => byte === 0x20)) return null
    return type === 'Y' ? readCurrency(view.getBigInt64(at, true)) : readMoment(view, at)
  }
  const cell = trimmed(bytes, at, at + length)
  if (cell.length === 0) return null
  switch (type) {
    case 'N':
    case 'F':
      return readNumber(latin.decode(cell))
    case 'L':
      return 'YyTt'.includes(latin.decode(cell)) ? true : 'NnFf'.includes(latin.decode(cell)) ? false : null
    case 'D':
      return readDate(latin.decode(cell))
    default:
      return decode(cell).trim()
  }
}

/** A cell of text less its blanks and what follows a zero. */
export function trimmed(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const zero = bytes.subarray(from, to).indexOf(0)
  let end = zero < 0 ? to : from + zero
  let start = from
  while (end > start && bytes[end - 1] === 0x20) end--
  while (start < end && bytes[start] === 0x20) start++
  return bytes.subarray(start, end)
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

/** Money in ten-thousandths. What a double cannot hold stays text. */
function readCurrency(tenThousandths: bigint): AttributeValue {
  if (Number.isSafeInteger(Number(tenThousandths))) return Number(tenThousandths) / 10_000
  const sign = tenThousandths < 0n ? '-' : ''
  const digits = String(tenThousandths < 0n ? -tenThousandths : tenThousandths)
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

/** The Julian day number of 1970-01-01. */
const julianDayOf1970 = 2_440_588
const msPerDay = 86_400_000

/** A Julian day number and the milliseconds of that day, as ISO 8601; zeros are no moment. */
function readMoment(view: DataView, at: number): AttributeValue | undefined {
  const [day, ms] = [view.getInt32(at, true), view.getInt32(at + 4, true)]
  if (day === 0 && ms === 0) return null
  if (day < 1_721_426 || day > 5_373_484 || ms < 0 || ms > msPerDay) return undefined
  const seconds = Math.round(ms / 1000) * 1000
  return new Date((day - julianDayOf1970) * msPerDay + seconds).toISOString().slice(0, ms === 0 ? 10 : 19)
}

function readNumber(text: string): AttributeValue | undefined {
  // Asterisks are how ESRI and GDAL write a number that is not there.
  if (/^\*+$/.test(text)) return null
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) return undefined
  return /^[-+]?\d+$/.test(text) && !Number.isSafeInteger(value) ? text : value
}

function readDate(text: string): AttributeValue | undefined {
  if (/^0+$/.test(text)) return null
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : undefined
}
