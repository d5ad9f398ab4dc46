import type { Shapes } from '../../../core/geometry/shapes.ts'
import { note, type Note, type NoteCode } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { addPlace, noPlaces, noteOfPlaces, type Places } from '../record/places.ts'
import { shapesBuilder, type ShapesBuilder } from '../record/shapes-builder.ts'

export type ShpRecords = {
  readonly shapes: Shapes
  readonly openParts: readonly number[]
  readonly records: number
  readonly notes: readonly Note[]
}

type Sort = { readonly kind: Shapes['kind']; readonly layout: 'point' | 'multipoint' | 'parts'; readonly flat: boolean }

const sorts: Readonly<Record<number, Sort>> = Object.fromEntries(
  (
    [
      [1, 'point', 'point'],
      [3, 'line', 'parts'],
      [5, 'polygon', 'parts'],
      [8, 'point', 'multipoint'],
    ] as const
  ).flatMap(([code, kind, layout]) =>
    [0, 10, 20].map((step) => [code + step, { kind, layout, flat: step === 0 }] as const),
  ),
)

/**
 * Reads the records of a `.shp` straight into flat shapes. Ours and not shpjs's: that one drops rings it cannot match to
 * an outer ring, and the rest of a truncated file, without a word, and takes 200 MB for a million vertices. All rings
 * of one record are one even-odd polygon, whatever their winding. Coordinates stay as they stand in the file.
 * `expected` is the number of records that the index or the table has: what follows them is no damage.
 */
export function readShp(file: string, bytes: Uint8Array, expected: number | null): Outcome<ShpRecords> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 100 || view.getInt32(0) !== 9994) return refused(problem('shp-unreadable', { file }))
  const type = view.getInt32(32, true)
  const sort = sorts[type]
  const statedLength = view.getInt32(24) * 2
  if (!sort && type !== 0) return refused(problem('shp-type-unsupported', { file, type }))

  const builder = shapesBuilder(sort?.kind ?? 'polygon')
  const faults = { empty: noPlaces(), odd: noPlaces(), short: noPlaces(), open: noPlaces() }
  let offset = 100
  let record = 0
  while (offset < bytes.length) {
    if (statedLength >= 100 && offset >= statedLength) break
    const length = offset + 8 <= bytes.length ? view.getInt32(offset + 4) * 2 : -1
    const end = offset + 8 + length
    const broken = offset + 8 > bytes.length || end > bytes.length || length < 4
    if (broken && record === expected) break
    record++
    if (offset + 8 > bytes.length || end > bytes.length) return refused(problem('shp-truncated', { file, record }))
    if (length < 4) return refused(problem('shp-record-broken', { file, record }))
    const recordType = view.getInt32(offset + 8, true)
    const recordSort = sorts[recordType]
    if (recordType === 0) addPlace(faults.empty, record)
    else if (recordSort?.layout !== sort?.layout || recordSort?.kind !== sort?.kind || !sort)
      addPlace(faults.odd, record)
    else if (!readRecord(view, offset + 12, end, sort, record, builder, faults)) {
      return refused(problem('shp-record-broken', { file, record }))
    }
    offset = end
  }
  if (statedLength > bytes.length) return refused(problem('shp-truncated', { file, record: record + 1 }))

  const notes: Note[] = []
  const tell = (code: NoteCode, places: Places) => {
    if (places.count > 0) notes.push(noteOfPlaces(code, file, places))
  }
  tell('null-shapes', faults.empty)
  tell('records-odd-type', faults.odd)
  tell('rings-short', faults.short)
  tell('rings-open', faults.open)
  if (sort && !sort.flat) notes.push(note('heights-dropped', { file }))
  if (offset < bytes.length) notes.push(note('shp-trailing-bytes', { file, count: bytes.length - offset }))
  return done({ shapes: builder.build(), openParts: builder.openParts(), records: record, notes })
}

type Faults = Readonly<Record<'empty' | 'odd' | 'short' | 'open', Places>>

/** `false` where the record's counts do not fit its length. `from` is the byte after the shape type. */
function readRecord(
  view: DataView,
  from: number,
  end: number,
  sort: Sort,
  record: number,
  builder: ShapesBuilder,
  faults: Faults,
): boolean {
  const feature = record - 1
  if (sort.layout === 'point') {
    if (from + 16 > end) return false
    addPoints(view, from, 1, feature, builder)
    return true
  }
  if (sort.layout === 'multipoint') {
    if (from + 36 > end) return false
    const count = view.getInt32(from + 32, true)
    if (count < 0 || from + 36 + 16 * count > end) return false
    if (count === 0) addPlace(faults.empty, record)
    else addPoints(view, from + 36, count, feature, builder)
    return true
  }
  if (from + 40 > end) return false
  const parts = view.getInt32(from + 32, true)
  const points = view.getInt32(from + 36, true)
  const first = from + 40 + 4 * parts
  if (parts < 0 || points < 0 || first + 16 * points > end) return false
  if (parts === 0 || points === 0) {
    addPlace(faults.empty, record)
    return true
  }
  if (sort.kind === 'polygon') builder.startPolygon(feature)
  for (let part = 0; part < parts; part++) {
    const start = view.getInt32(from + 40 + 4 * part, true)
    const stop = part + 1 < parts ? view.getInt32(from + 44 + 4 * part, true) : points
    if (start < 0 || stop < start || stop > points || (part === 0 && start !== 0)) return false
    if (sort.kind !== 'polygon') builder.startPolygon(feature)
    builder.startPart()
    for (let at = first + 16 * start; at < first + 16 * stop; at += 16) {
      builder.addVertex(view.getFloat64(at, true), view.getFloat64(at + 8, true))
    }
    const { distinct, closed } = builder.endPart()
    if (sort.kind !== 'polygon') continue
    if (distinct < 3) addPlace(faults.short, record, part + 1)
    else if (!closed) addPlace(faults.open, record, part + 1)
  }
  return true
}

function addPoints(view: DataView, from: number, count: number, feature: number, builder: ShapesBuilder): void {
  builder.startPolygon(feature)
  builder.startPart()
  for (let at = from; at < from + 16 * count; at += 16) {
    builder.addVertex(view.getFloat64(at, true), view.getFloat64(at + 8, true))
  }
  builder.endPart()
}
