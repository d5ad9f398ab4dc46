import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { EncodingReading } from '../../../core/layers/inspection.ts'
import type { Decode } from '../text/code-pages.ts'
import { chooseEncoding } from '../text/encoding.ts'

export type DbaseTable = {
  readonly rows: readonly Attributes[]
  /** Rows that an editor has marked as deleted. */
  readonly deleted: ReadonlySet<number>
  readonly fieldTypes: Readonly<Record<string, 'text' | 'number' | 'boolean' | 'date'>>
  readonly encoding: string
  readonly readings: readonly EncodingReading[]
  readonly notes: readonly Note[]
}

type Field = { readonly rawName: Uint8Array; readonly type: string; readonly at: number; readonly length: number }

const sampledTexts = 3_000

/**
 * Reads a dBase table. Ours and not shpjs's: that one guesses where rows start, makes dates in the clock's time zone,
 * reads empty logicals as false, and takes a decoder per cell. Blank cells are `null`; whole numbers that a double
 * cannot hold stay text.
 */
export function readDbase(
  file: string,
  bytes: Uint8Array,
  clues: { readonly cpg?: string | undefined; readonly asked?: string | undefined },
): Outcome<DbaseTable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33) return refused(problem('dbf-unreadable', { file }))
  const rowCount = view.getUint32(4, true)
  const headerLength = view.getUint16(8, true)
  const rowLength = view.getUint16(10, true)
  const fields = readFields(bytes, headerLength)
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0)
  if (headerLength > bytes.length || headerLength < 33 || (rowCount > 0 && (rowLength < 1 || width > rowLength))) {
    return refused(problem('dbf-unreadable', { file }))
  }
  const whole = rowLength === 0 ? 0 : Math.min(rowCount, Math.floor((bytes.length - headerLength) / rowLength))
  if (whole < rowCount) return refused(problem('dbf-truncated', { file, row: whole + 1, rows: rowCount }))

  const samples = textSamples(bytes, fields, { headerLength, rowLength, rowCount })
  const { encoding, decode, readings, notes } = chooseEncoding({ file, ...clues, languageByte: bytes[29]!, samples })
  const names = distinctNames(fields, decode)
  const unreadable = new Map<string, number>()
  const deleted = new Set<number>()
  const rows: Attributes[] = []
  for (let row = 0; row < rowCount; row++) {
    const start = headerLength + row * rowLength
    if (bytes[start] === 0x2a) deleted.add(row)
    const attributes: Record<string, AttributeValue> = {}
    for (let f = 0; f < fields.length; f++) {
      const value = readCell(bytes, view, start + fields[f]!.at, fields[f]!, decode)
      if (value === undefined) unreadable.set(names[f]!, (unreadable.get(names[f]!) ?? 0) + 1)
      setOwn(attributes, names[f]!, value ?? null)
    }
    rows.push(attributes)
  }
  const cellNotes = [...unreadable].map(([field, count]) => note('cells-unreadable', { file, field, count }))
  const types = fields.map(({ type }, i) => [names[i]!, typeNames[type] ?? ('text' as const)] as const)
  return done({
    rows,
    deleted,
    fieldTypes: Object.fromEntries(types),
    encoding,
    readings,
    notes: [...notes, ...cellNotes],
  })
}

/** A plain object is many times smaller than one without a prototype; only this one name would change its own. */
function setOwn(attributes: Record<string, AttributeValue>, name: string, value: AttributeValue): void {
  if (name !== '__proto__') attributes[name] = value
  else Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true })
}

const typeNames: Readonly<Record<string, 'number' | 'boolean' | 'date'>> = {
  N: 'number',
  F: 'number',
  I: 'number',
  O: 'number',
  B: 'number',
  '+': 'number',
  L: 'boolean',
  D: 'date',
}

function readFields(bytes: Uint8Array, headerLength: number): Field[] {
  const fields: Field[] = []
  let at = 1
  for (let offset = 32; offset + 32 <= Math.min(headerLength, bytes.length) && bytes[offset] !== 0x0d; offset += 32) {
    const end = bytes.subarray(offset, offset + 11).indexOf(0)
    const type = String.fromCharCode(bytes[offset + 11]!)
    // Clipper writes the length of long text fields in the byte for decimals too.
    const length = type === 'C' ? bytes[offset + 16]! + 256 * bytes[offset + 17]! : bytes[offset + 16]!
    const rawName = bytes.subarray(offset, offset + (end < 0 ? 11 : end))
    fields.push({ rawName, type, at, length })
    at += length
  }
  return fields
}

function distinctNames(fields: readonly Field[], decode: Decode): string[] {
  const names: string[] = []
  for (const [i, { rawName }] of fields.entries()) {
    const name = decode(rawName).trim() || `field_${i + 1}`
    let distinct = name
    for (let n = 2; names.includes(distinct); n++) distinct = `${name}_${n}`
    names.push(distinct)
  }
  return names
}

/** Names and text cells with bytes beyond ASCII, spread over the table. */
function textSamples(
  bytes: Uint8Array,
  fields: readonly Field[],
  { headerLength, rowLength, rowCount }: Readonly<Record<'headerLength' | 'rowLength' | 'rowCount', number>>,
): Uint8Array[] {
  const isWide = (text: Uint8Array) => text.some((byte) => byte > 0x7f)
  const samples = fields.map(({ rawName }) => rawName).filter(isWide)
  const texts = fields.filter(({ type }) => type === 'C')
  for (let row = 0; row < rowCount && samples.length < sampledTexts; row++) {
    for (const { at, length } of texts) {
      const start = headerLength + row * rowLength + at
      const cell = trimmed(bytes, start, start + length)
      if (isWide(cell)) samples.push(cell)
    }
  }
  return samples
}

function trimmed(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const zero = bytes.subarray(from, to).indexOf(0)
  let end = zero < 0 ? to : from + zero
  let start = from
  while (end > start && bytes[end - 1] === 0x20) end--
  while (start < end && bytes[start] === 0x20) start++
  return bytes.subarray(start, end)
}

const latin = new TextDecoder('latin1')

/** `undefined` where the cell holds something that its type cannot. */
function readCell(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  field: Field,
  decode: Decode,
): AttributeValue | undefined {
  if (field.type === 'I' || field.type === '+') return field.length === 4 ? view.getInt32(at, true) : undefined
  if ((field.type === 'O' || field.type === 'B') && field.length === 8) return finite(view.getFloat64(at, true))
  const cell = trimmed(bytes, at, at + field.length)
  if (cell.length === 0) return null
  switch (field.type) {
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

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

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
