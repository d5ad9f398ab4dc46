import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'

/** Where a record's content stands: its first byte and the one after its last; `null` for an entry without a record. */
type RecordPlace = { readonly from: number; readonly end: number } | null

type Places = { readonly places: readonly RecordPlace[]; readonly notes: readonly Note[] }

const headerBytes = 100

/**
 * The records of a `.shp` in the order of the rows of its table. Where the index (`.shx`) and the file, read from beginning
 * to end, tell different records, the index counts, as for GDAL: editing leaves records behind that no longer hold, out of
 * order and with gaps between them. An index that points to no records is passed over, and so is one that lists other than
 * the `rows` of the table where the file itself holds as many. `rows` is `null` without a table.
 */
export function recordPlaces(
  file: string,
  bytes: Uint8Array,
  index: Uint8Array | undefined,
  rows: number | null,
): Outcome<Places> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = index ? indexedPlaces(view, index, rows) : null
  const walk = walked(view, rows, listed?.length ?? null)
  if (listed === null) {
    const record = walk.places.length + 1
    if (walk.fault) return refused(problem(walk.fault, { file, record }))
    const notes = [...(index ? [indexNote('shp-index-differs')] : []), ...lengthNotes(), ...trailingNotes()]
    return done({ places: walk.places, notes })
  }
  const isSame =
    listed.length === walk.places.length && listed.every((place, i) => place?.from === walk.places[i]?.from)
  if (isSame && walk.fault === null) {
    const faulty = index && hasOtherLengths(view, index, listed) ? [note('shp-index-lengths', { file })] : []
    return done({ places: listed, notes: [...faulty, ...lengthNotes(), ...trailingNotes()] })
  }
  if (walk.fault === null && walk.places.length === rows && listed.length !== rows)
    return done({ places: walk.places, notes: [indexNote('shp-index-differs'), ...lengthNotes(), ...trailingNotes()] })
  return done({ places: listed, notes: [...(isSame ? [] : [indexNote('shp-index-heeded')]), ...lengthNotes()] })

  function indexNote(code: 'shp-index-differs' | 'shp-index-heeded'): Note {
    const entries = listed?.length ?? entriesOf(index)
    return note(code, { file, entries, records: walk.places.length })
  }

  function lengthNotes(): readonly Note[] {
    const stated = 2 * view.getInt32(24)
    let reached = headerBytes
    for (const place of listed ?? walk.places) reached = Math.max(reached, place?.end ?? 0)
    return stated >= reached && stated <= bytes.length
      ? []
      : [note('shp-length-wrong', { file, stated, length: bytes.length })]
  }

  function trailingNotes(): readonly Note[] {
    const count = bytes.length - walk.end
    return count > 0 ? [note('shp-trailing-bytes', { file, count })] : []
  }
}

const entriesOf = (index: Uint8Array | undefined): number =>
  index ? Math.max(0, Math.floor((index.length - headerBytes) / 8)) : 0

/** What the index lists; `null` where an entry points to no record. Its own stated length counts where the table agrees. */
function indexedPlaces(shp: DataView, index: Uint8Array, rows: number | null): readonly RecordPlace[] | null {
  if (index.length < headerBytes) return null
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength)
  const stated = (2 * view.getInt32(24) - headerBytes) / 8
  const count = stated === rows && stated < entriesOf(index) ? stated : entriesOf(index)
  const places: RecordPlace[] = []
  for (let i = 0; i < count; i++) {
    const at = 2 * view.getInt32(headerBytes + 8 * i)
    const length = 2 * view.getInt32(headerBytes + 8 * i + 4)
    if (at === 0 && length === 0) places.push(null)
    else {
      const place = at < headerBytes || at + 12 > shp.byteLength ? null : placeAt(shp, at, length)
      if (place === null) return null
      places.push(place)
    }
  }
  return places
}

/** Whether an index of the same records gives them, or itself, other lengths than they have. */
function hasOtherLengths(shp: DataView, index: Uint8Array, places: readonly RecordPlace[]): boolean {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength)
  if (2 * view.getInt32(24) !== headerBytes + 8 * places.length) return true
  return places.some(
    (place, i) => place !== null && view.getInt32(headerBytes + 8 * i + 4) !== shp.getInt32(place.from - 4),
  )
}

/** The record's own length counts before that of the index. */
function placeAt(shp: DataView, at: number, indexed: number): RecordPlace {
  const own = 2 * shp.getInt32(at + 4)
  for (const length of [own, indexed]) {
    if (length >= 4 && at + 8 + length <= shp.byteLength) return { from: at + 8, end: at + 8 + length }
  }
  return null
}

type Walk = {
  readonly places: readonly RecordPlace[]
  /** The byte after the last record. */
  readonly end: number
  readonly fault: 'shp-truncated' | 'shp-record-broken' | null
}

/**
 * The records as they follow one another, down to the stated end of the file; beyond it where only then there is a record
 * for each row. What follows the last record that index or table know of is no damage.
 */
function walked(shp: DataView, rows: number | null, entries: number | null): Walk {
  const stated = 2 * shp.getInt32(24)
  const expected = entries ?? rows
  const places: RecordPlace[] = []
  const upTo = (limit: number, from: number): Walk => {
    let at = from
    while (at < limit) {
      const length = at + 8 <= shp.byteLength ? 2 * shp.getInt32(at + 4) : -1
      const isWhole = at + 8 <= shp.byteLength && at + 8 + length <= shp.byteLength
      if (!isWhole || length < 4) {
        const fault = places.length === expected ? null : isWhole ? 'shp-record-broken' : 'shp-truncated'
        return { places, end: at, fault }
      }
      places.push({ from: at + 8, end: at + 8 + length })
      at += 8 + length
    }
    return { places, end: at, fault: null }
  }
  const isStated = stated >= headerBytes
  const first = upTo(isStated ? Math.min(stated, shp.byteLength) : shp.byteLength, headerBytes)
  if (first.fault !== null) return first
  if (stated > shp.byteLength && places.length !== expected) return { ...first, fault: 'shp-truncated' }
  if (first.end >= shp.byteLength || rows === null || places.length >= rows) return first
  const count = places.length
  const beyond = upTo(shp.byteLength, first.end)
  return beyond.places.length === rows ? beyond : { ...first, places: places.slice(0, count) }
}
