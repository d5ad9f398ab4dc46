import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { decompress } from 'fzstd'
import { snappyUncompress, type Compressors } from 'hyparquet'

/**
 * How the pages of a Parquet file may be packed, and what unpacks them: into no more room than a page says that it takes.
 * (LZ4 is left out: its two forms, which files name alike, are told apart by trial only.)
 */
export const compressions: Compressors = {
  SNAPPY(input, length) {
    const page = new Uint8Array(length)
    snappyUncompress(input, page)
    return page
  },
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
  ZSTD: (input, length) => decompress(input, new Uint8Array(length)),
}
