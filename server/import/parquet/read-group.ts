import { parquetRead, type FileMetaData } from 'hyparquet'
import { compressions } from './compressions.ts'

/** The rows of a group, each with the cells of `columns` in their order; `null` where its pages are damaged. */
export async function rowsOf(
  bytes: Uint8Array,
  metadata: FileMetaData,
  group: FileMetaData['row_groups'][number],
  columns: readonly string[],
  decode: (bytes: Uint8Array) => string,
): Promise<readonly (readonly unknown[])[] | null> {
  const text = (each: Uint8Array | undefined) => each && decode(each)
  const asItIs = (each: Uint8Array | undefined) => each
  let rows: readonly (readonly unknown[])[] = []
  try {
    await parquetRead({
      file: { byteLength: bytes.length, slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer },
      metadata: { ...metadata, row_groups: [group], num_rows: group.num_rows },
      columns: [...columns],
      rowFormat: 'array',
      onComplete: (read) => (rows = read),
      compressors: compressions,
      utf8: false,
      geoparquet: false,
      parsers: {
        stringFromBytes: text,
        jsonFromBytes: text,
        geometryFromBytes: asItIs,
        geographyFromBytes: asItIs,
      },
    })
  } catch {
    // hyparquet throws errors of every kind at pages that are damaged.
    return null
  }
  return rows.length === Number(group.num_rows) ? rows : null
}
