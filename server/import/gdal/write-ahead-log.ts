/** A SQLite database with what its write-ahead log holds, and how many of its pages came from there. */
export type Committed = { readonly bytes: Uint8Array; readonly pages: number }

const headerBytes = 32
const frameHeaderBytes = 24
/** Places of the two bytes in a database's header that say how it is written: 1 by a rollback journal, 2 by such a log. */
const formatBytes = [18, 19] as const

/** Whether the database says that it is written by way of a log beside it. */
export const usesLog = (database: Uint8Array): boolean => database[formatBytes[1]] === 2

/**
 * Applies the committed transactions of a log (`-wal`) to its database, as SQLite does when it opens both
 * (sqlite.org/fileformat2.html, section 4); frames after the last commit, or whose sums are wrong, are passed over. `null`
 * where the log is none or is of another database: of pages of another size.
 */
export function withLog(database: Uint8Array, log: Uint8Array): Committed | null {
  if (log.length < headerBytes) return log.length === 0 ? { bytes: withoutLog(database), pages: 0 } : null
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  const magic = view.getUint32(0)
  const pageBytes = view.getUint32(8)
  if (magic >>> 1 !== 0x377f0682 >>> 1 || pageBytes !== pageBytesOf(database)) return null
  const isLittle = (magic & 1) === 0
  let sums = checksums(view, 0, 24, isLittle, [0, 0])
  if (sums[0] !== view.getUint32(24) || sums[1] !== view.getUint32(28)) return null
  const pages = new Map<number, number>()
  let waiting: [page: number, at: number][] = []
  let pageCount = 0
  for (let at = headerBytes; at + frameHeaderBytes + pageBytes <= log.length; at += frameHeaderBytes + pageBytes) {
    if (view.getUint32(at + 8) !== view.getUint32(16) || view.getUint32(at + 12) !== view.getUint32(20)) break
    sums = checksums(view, at, 8, isLittle, sums)
    sums = checksums(view, at + frameHeaderBytes, pageBytes, isLittle, sums)
    if (sums[0] !== view.getUint32(at + 16) || sums[1] !== view.getUint32(at + 20)) break
    waiting.push([view.getUint32(at), at + frameHeaderBytes])
    const committedPages = view.getUint32(at + 4)
    if (committedPages === 0) continue
    for (const [page, from] of waiting) pages.set(page, from)
    waiting = []
    pageCount = committedPages
  }
  if (pages.size === 0) return { bytes: withoutLog(database), pages: 0 }
  const bytes = new Uint8Array(pageCount * pageBytes)
  bytes.set(database.subarray(0, bytes.length))
  for (const [page, from] of pages) {
    if (page <= pageCount) bytes.set(log.subarray(from, from + pageBytes), (page - 1) * pageBytes)
  }
  return { bytes: withoutLog(bytes), pages: pages.size }
}

/** A copy that does not ask for a log. */
function withoutLog(database: Uint8Array): Uint8Array {
  const copy = database.slice()
  for (const at of formatBytes) copy[at] = 1
  return copy
}

/** 65,536 is written as 1. */
function pageBytesOf(database: Uint8Array): number {
  const written = 256 * (database[16] ?? 0) + (database[17] ?? 0)
  return written === 1 ? 65_536 : written
}

type Sums = readonly [number, number]

function checksums(view: DataView, from: number, length: number, isLittle: boolean, [first, second]: Sums): Sums {
  let [a, b] = [first, second]
  for (let at = from; at < from + length; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0
  }
  return [a, b]
}
