import { SourceFault } from './byte-source.ts'

/** Where something lies in the file, or in one of its sections, in bytes. */
export type Span = { readonly offset: number; readonly length: number }

/** Tiles `tileId` to `tileId + runLength - 1`; a run of 0 is a directory of those that follow. */
export type Entry = Span & { readonly tileId: number; readonly runLength: number }

const mostEntries = 100_000

/** What is wrong with a file, in words. */
export class PmtilesFault extends SourceFault {}

/** The number of a tile along the Hilbert curves of all zooms, coarsest first (PMTiles v3). */
export function tileIdOf(zoom: number, x: number, y: number): number {
  let id = (4 ** zoom - 1) / 3
  let [column, row] = [x, y]
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const isEast = column % (2 * side) >= side
    const isSouth = row % (2 * side) >= side
    id += side * side * ((isEast ? 3 : 0) ^ (isSouth ? 1 : 0))
    column %= side
    row %= side
    if (isSouth) continue
    if (isEast) [column, row] = [side - 1 - column, side - 1 - row]
    ;[column, row] = [row, column]
  }
  return id
}

/** The entries of a directory, unpacked: counts, steps of ids, runs, lengths and offsets, one after the other. */
export function readDirectory(bytes: Uint8Array): Entry[] {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new PmtilesFault('a directory in it ends too early')
      value += (byte & 127) * factor
      if (!Number.isSafeInteger(value)) throw new PmtilesFault('a directory in it has a number that is too large')
      if (byte < 128) return value
    }
  }
  const count = varint()
  // Each entry has four numbers of a byte or more.
  if (count === 0 || count * 4 > bytes.length || count > mostEntries)
    throw new PmtilesFault(`a directory in it cannot have ${count} entries`)
  const column = (): number[] => Array.from({ length: count }, varint)
  const [steps, runs, lengths, offsets] = [column(), column(), column(), column()]
  let tileId = 0
  let end = 0
  return steps.map((step, i) => {
    tileId += step
    const [length, said] = [lengths[i]!, offsets[i]!]
    if ((i > 0 && step === 0) || length === 0 || (i === 0 && said === 0))
      throw new PmtilesFault('a directory in it is out of order')
    const offset = said === 0 ? end : said - 1
    end = offset + length
    return { tileId, runLength: runs[i]!, offset, length }
  })
}

/** The entry that holds a tile, or that leads to it. */
export function findEntry(entries: readonly Entry[], tileId: number): Entry | null {
  let [low, high] = [0, entries.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (entries[middle]!.tileId <= tileId) low = middle
    else high = middle - 1
  }
  const entry = entries[low]!
  const isIn = entry.tileId <= tileId && (entry.runLength === 0 || tileId < entry.tileId + entry.runLength)
  return isIn ? entry : null
}
