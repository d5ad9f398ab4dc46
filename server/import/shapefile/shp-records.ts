import type { Shapes } from '../../../core/geometry/shapes.ts'
import { note, type Note, type NoteCode } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { addPatch, type PatchSurfaces } from './multi-patch.ts'
import { recordPlaces } from './record-places.ts'
import { addPlace, noPlaces, noteOfPlaces, type Places } from '../record/places.ts'
import { shapesBuilder, type ShapesBuilder } from '../record/shapes-builder.ts'

export type ShpRecords = {
  readonly shapes: Shapes
  readonly openParts: readonly number[]
  /** Which rings the even-odd rule joins: those of a record, or of each surface of a MultiPatch. */
  readonly evenOdd: 'polygon' | 'feature'
  readonly records: number
  readonly notes: readonly Note[]
}

type Sort = {
  readonly kind: Shapes['kind']
  readonly layout: 'point' | 'multipoint' | 'parts' | 'patch'
  readonly flat: boolean
}

const sorts: Readonly<Record<number, Sort>> = {
  31: { kind: 'polygon', layout: 'patch', flat: false },
  ...Object.fromEntries(
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
  ),
}

/**
 * Reads the records of a `.shp` straight into flat shapes. Ours and not shpjs's: that one drops rings it cannot match to
 * an outer ring, and the rest of a truncated file, without a word, and takes 200 MB for a million vertices. All rings
 * of one record are one even-odd polygon, whatever their winding. Coordinates stay as they stand in the file.
 * `index` is the content of the `.shx`, `rows` the number of rows in the table.
 */
export function readShp(
  file: string,
  bytes: Uint8Array,
  index: Uint8Array | undefined,
  rows: number | null,
): Outcome<ShpRecords> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 100 || view.getInt32(0) !== 9994) return refused(problem('shp-unreadable', { file }))
  const type = view.getInt32(32, true)
  const sort = sorts[type]
  if (!sort && type !== 0) return refused(problem('shp-type-unsupported', { file, type }))
  const found = recordPlaces(file, bytes, index, rows)
  if (!found.ok) return found
  const { places } = found.value

  const builder = shapesBuilder(sort?.kind ?? 'polygon')
  const faults = {
    empty: noPlaces(),
    odd: noPlaces(),
    short: noPlaces(),
    open: noPlaces(),
    patches: { laid: 0, upright: 0 },
  }
  for (const [i, place] of places.entries()) {
    const record = i + 1
    const recordType = place ? view.getInt32(place.from, true) : 0
    const recordSort = sorts[recordType]
    if (place === null || recordType === 0) addPlace(faults.empty, record)
    else if (recordSort?.layout !== sort?.layout || recordSort?.kind !== sort?.kind || !sort)
      addPlace(faults.odd, record)
    else if (!readRecord(view, place.from + 4, place.end, sort, record, builder, faults)) {
      return refused(problem('shp-record-broken', { file, record }))
    }
  }

  const notes: Note[] = [...found.value.notes]
  const tell = (code: NoteCode, places: Places) => {
    if (places.count > 0) notes.push(noteOfPlaces(code, file, places))
  }
  tell('null-shapes', faults.empty)
  tell('records-odd-type', faults.odd)
  tell('rings-short', faults.short)
  tell('rings-open', faults.open)
  if (sort && !sort.flat) notes.push(note('heights-dropped', { file }))
  const isPatch = sort?.layout === 'patch'
  if (isPatch) notes.push(note('patches-as-ground', { file, ...faults.patches }))
  const evenOdd = isPatch ? 'polygon' : 'feature'
  return done({ shapes: builder.build(), openParts: builder.openParts(), evenOdd, records: places.length, notes })
}

type Faults = Readonly<Record<'empty' | 'odd' | 'short' | 'open', Places>> & { readonly patches: PatchSurfaces }

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
  const isPatch = sort.layout === 'patch'
  const first = from + 40 + (isPatch ? 8 : 4) * parts
  if (parts < 0 || points < 0 || first + 16 * points > end) return false
  if (parts === 0 || points === 0) {
    addPlace(faults.empty, record)
    return true
  }
  const runs: [from: number, to: number][] = []
  for (let part = 0; part < parts; part++) {
    const start = view.getInt32(from + 40 + 4 * part, true)
    const stop = part + 1 < parts ? view.getInt32(from + 44 + 4 * part, true) : points
    if (start < 0 || stop < start || stop > points || (part === 0 && start !== 0)) return false
    runs.push([start, stop])
  }
  if (isPatch) {
    const kinds = runs.map((_, part) => view.getInt32(from + 40 + 4 * (parts + part), true))
    const coordinates = Float64Array.from({ length: 2 * points }, (_, i) => view.getFloat64(first + 8 * i, true))
    addPatch(coordinates, runs, kinds, feature, builder, faults.patches)
    return true
  }
  if (sort.kind === 'polygon') builder.startPolygon(feature)
  for (const [part, [start, stop]] of runs.entries()) {
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
