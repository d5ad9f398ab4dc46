import type { ColumnMetaData, FileMetaData, SchemaTree } from 'hyparquet'
import { parquetSchema } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { decompressPage } from 'hyparquet/src/datapage.js'
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js'
import { compressions } from './compressions.ts'
import { areRunsBounded } from './page-runs.ts'

/** So much a file may hold when it is unpacked, with eight bytes for each value. */
export const mostUnpackedBytes = 600_000_000
const mostValues = 30_000_000
/** A record within a record within … */
const deepest = 12

/** How far what a file says of its pages can be believed; `form` is a way of writing that is not read. */
export type PageCheck =
  | { readonly kind: 'sound' | 'broken' | 'too-large' }
  | { readonly kind: 'unread'; readonly form: string }

const broken: PageCheck = { kind: 'broken' }
const tooLarge: PageCheck = { kind: 'too-large' }
const sound: PageCheck = { kind: 'sound' }

/** How the values of a page may be written. */
const encodings: ReadonlySet<string> = new Set([
  'PLAIN',
  'PLAIN_DICTIONARY',
  'RLE',
  'RLE_DICTIONARY',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
  'BYTE_STREAM_SPLIT',
])

/**
 * Holds all that a file says of its pages against the file before hyparquet reads them, which makes room for as many
 * values as a page claims, and repeats one as often as it says: pages lie within the file, one after the other, and
 * neither they nor their runs hold more than is said elsewhere, or than there is room for. May throw where bytes are
 * none that can be.
 */
export function checkPages(bytes: Uint8Array, metadata: FileMetaData): PageCheck {
  const { row_groups: groups, num_rows: rows } = metadata
  const tree = parquetSchema(metadata)
  let packed = 0
  let unpacked = 0
  let values = 0
  let sum = 0n
  for (const { columns, num_rows: own } of groups) {
    if (own < 0n) return broken
    sum += own
    // Nothing of such a group is read; writers say of its pages what they like.
    if (own === 0n) continue
    for (const { meta_data: column } of columns) {
      if (!column) return broken
      const { codec, path_in_schema: names, total_compressed_size: length, num_values: claimed } = column
      if (codec === undefined) return broken
      if (codec !== 'UNCOMPRESSED' && !Object.hasOwn(compressions, codec)) return { kind: 'unread', form: codec }
      const path = getTreePath(tree, names)
      if (path.length > deepest) return { kind: 'unread', form: names.join('.') }
      const isFlat = getMaxRepetitionLevel(path) === 0
      packed += Number(length)
      values += Number(claimed)
      if (packed > bytes.length || claimed < 0n || (isFlat && claimed !== own)) return broken
      if (values > mostValues) return tooLarge
      const found = checkColumn(bytes, column, path, mostUnpackedBytes - unpacked - 8 * values)
      if (typeof found !== 'number') return found
      unpacked += found
    }
  }
  return sum === rows ? sound : broken
}

/** The bytes that a column holds when it is unpacked. */
function checkColumn(
  bytes: Uint8Array,
  column: ColumnMetaData,
  path: readonly SchemaTree[],
  room: number,
): PageCheck | number {
  const { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: length } = column
  const start = Number(dictionary && dictionary > 0n && dictionary < data ? dictionary : data)
  const end = start + Number(length)
  if (!(start >= 0 && end >= start && end <= bytes.length)) return broken
  const chunk = new Uint8Array(bytes.subarray(start, end))
  const reader = { view: new DataView(chunk.buffer), offset: 0 }
  const levels = { repetition: getMaxRepetitionLevel([...path]), definition: getMaxDefinitionLevel([...path]) }
  let values = 0
  let unpacked = 0
  while (reader.offset < chunk.length) {
    const header = parquetHeader(reader)
    const { compressed_page_size: size, uncompressed_page_size: whole } = header
    const ofData = header.data_page_header ?? header.data_page_header_v2
    const { num_values: own, encoding } = ofData ??
      header.dictionary_page_header ?? { num_values: 0, encoding: 'PLAIN' }
    if (!(size >= 0 && whole >= 0 && own >= 0 && reader.offset + size <= chunk.length)) return broken
    if (encoding === undefined) return broken
    if (!encodings.has(encoding)) return { kind: 'unread', form: encoding }
    unpacked += whole
    if (unpacked > room) return tooLarge
    if (ofData) {
      values += own
      const second = header.data_page_header_v2
      const before = second ? second.repetition_levels_byte_length + second.definition_levels_byte_length : 0
      const page = chunk.subarray(reader.offset, reader.offset + size)
      if (!(before >= 0 && before <= size && before <= whole) || values > column.num_values) return broken
      const isPacked = column.codec !== 'UNCOMPRESSED' && second?.is_compressed !== false && whole > before
      const body = isPacked
        ? decompressPage(page.subarray(before), whole - before, column.codec, compressions)
        : page.subarray(before)
      const lengths = second && {
        repetition: second.repetition_levels_byte_length,
        definition: second.definition_levels_byte_length,
        levels: page.subarray(0, before),
      }
      if (!areRunsBounded({ body, lengths, levels, encoding, type: column.type, values: own })) return broken
      // Each value of a dictionary takes four bytes, if it is empty.
    } else if (own > whole) return broken
    reader.offset += size
  }
  return values === Number(column.num_values) ? unpacked : broken
}
