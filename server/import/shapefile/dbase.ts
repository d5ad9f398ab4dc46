import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { Stated } from '../../../core/model/layer.ts'
import type { EncodingReading } from '../../../core/layers/inspection.ts'
import { isHeldHere, readCell, trimmed, typeOfField, type Field } from './dbase-cell.ts'
import { damagedText } from '../text/damaged-text.ts'
import { chooseEncoding } from '../text/encoding.ts'

export type DbaseTable = {
  readonly rows: readonly Attributes[]
  /** Rows that an editor has marked as deleted. */
  readonly deleted: ReadonlySet<number>
  readonly fieldTypes: Readonly<Record<string, 'text' | 'number' | 'boolean' | 'date'>>
  readonly encoding: string
  readonly encodingBy: Stated['encoding']
  readonly readings: readonly EncodingReading[]
  readonly notes: readonly Note[]
}

const sampledTexts = 3_000

/**
 * Reads a dBase table. Ours and not shpjs's: that one guesses where rows start, makes dates in the clock's time zone,
 * reads empty logicals as false, and takes a decoder per cell. Blank cells are `null`; whole numbers that a double
 * cannot hold stay text.
 */
export function readDbase(
  file: string,
  bytes: Uint8Array,
  clues: { readonly cpg?: string | undefined; readonly requested?: string | undefined },
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
  const {
    encoding,
    decode,
    by: encodingBy,
    readings,
    notes: said,
  } = chooseEncoding({ file, ...clues, languageByte: bytes[29]!, samples })
  const damage = damagedText(file, encoding, true)
  const names = distinctNames(fields.map(({ rawName }, i) => damage.value(decode(rawName), () => `${i + 1}`)))
  const notes: Note[] = [...said]
  const unreadable = new Map<string, number>()
  const deleted = new Set<number>()
  const rows: Attributes[] = []
  for (let row = 0; row < rowCount; row++) {
    const start = headerLength + row * rowLength
    if (bytes[start] === 0x2a) deleted.add(row)
    const attributes: Record<string, AttributeValue> = {}
    for (let f = 0; f < fields.length; f++) {
      const read = !isHeldHere(fields[f]!) ? null : readCell(bytes, view, start + fields[f]!.at, fields[f]!, decode)
      const value = typeof read === 'string' ? damage.value(read, () => `${row + 1}, ${names[f]}`).trim() : read
      if (value === undefined) unreadable.set(names[f]!, (unreadable.get(names[f]!) ?? 0) + 1)
      setOwn(attributes, names[f]!, value ?? null)
    }
    rows.push(attributes)
  }
  const elsewhere = fields.flatMap((field, i) => (isHeldHere(field) ? [] : [names[i]!]))
  if (elsewhere.length > 0)
    notes.push(note('memos-not-read', { file, count: elsewhere.length, fields: elsewhere.join(', ') }))
  const cellNotes = [...unreadable].map(([field, count]) => note('cells-unreadable', { file, field, count }))
  const types = fields.map(({ type }, i) => [names[i]!, typeOfField(type)] as const)
  return done({
    rows,
    deleted,
    fieldTypes: Object.fromEntries(types),
    encoding,
    encodingBy,
    readings,
    notes: [...notes, ...damage.notes(), ...cellNotes],
  })
}

/** A plain object is many times smaller than one without a prototype; only this one name would change its own. */
function setOwn(attributes: Record<string, AttributeValue>, name: string, value: AttributeValue): void {
  if (name !== '__proto__') attributes[name] = value
  else Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true })
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

function distinctNames(given: readonly string[]): string[] {
  const names: string[] = []
  for (const [i, each] of given.entries()) {
    const name = each.trim() || `field_${i + 1}`
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
