import { gunzipSync } from 'node:zlib'
import type { ByteSource } from './byte-source.ts'
import { findEntry, PmtilesFault, readDirectory, tileIdOf, type Entry, type Span } from './pmtiles-directory.ts'

/** A file of tiles, PMTiles version 3 (https://github.com/protomaps/PMTiles, spec v3). */
export type Pmtiles = {
  /** As it says itself; empty where it does not. */
  readonly name: string
  readonly minZoom: number
  readonly maxZoom: number
  /** `null` where the file has no such tile. */
  readonly tile: (zoom: number, x: number, y: number, signal?: AbortSignal) => Promise<Uint8Array | null>
}

const headerBytes = 127
/** So that sums of places in a file stay exact. */
const mostFileBytes = 2 ** 50
const mostPackedBytes = 2_000_000
const mostUnpackedBytes = 4_000_000
const deepestLeaf = 4
const mostLeaves = 8
const mostZoom = 22
const mostName = 200
const [vectors, png, webp] = [1, 2, 4]

/** Opens a file of tiles; throws a `PmtilesFault` or what its source throws, as its `tile` does. */
export async function openPmtiles(source: ByteSource): Promise<Pmtiles> {
  if (source.size < headerBytes) throw new PmtilesFault('it is too short')
  const read = async ({ offset, length }: Span, signal?: AbortSignal): Promise<Buffer> => {
    if (length > mostPackedBytes) throw new PmtilesFault(`a part of it is larger than ${mostPackedBytes / 1e6} MB`)
    return source.read(offset, length, signal)
  }
  const header = readHeader(await read({ offset: 0, length: headerBytes }))
  const { root, metadata, leaves, tiles, isPacked, minZoom, maxZoom } = header
  const unpacked = async (span: Span): Promise<Buffer> => {
    const bytes = await read(span)
    return isPacked ? unpack(bytes) : bytes
  }
  const rootEntries = readDirectory(await unpacked(root))
  const kept = new Map<number, Entry[]>()
  const leafAt = async (span: Span): Promise<Entry[]> => {
    const known = kept.get(span.offset)
    if (known) return known
    const entries = readDirectory(await unpacked(span))
    if (kept.size >= mostLeaves) kept.clear()
    kept.set(span.offset, entries)
    return entries
  }
  return {
    name: nameIn(metadata.length === 0 ? '' : (await unpacked(metadata)).toString('utf8')),
    minZoom,
    maxZoom,
    async tile(zoom, x, y, signal) {
      if (zoom < minZoom || zoom > maxZoom || x >= 2 ** zoom || y >= 2 ** zoom) return null
      const tileId = tileIdOf(zoom, x, y)
      let entry = findEntry(rootEntries, tileId)
      for (let depth = 0; entry?.runLength === 0; depth++) {
        if (depth === deepestLeaf) throw new PmtilesFault('its directories lead nowhere')
        entry = findEntry(await leafAt(within(leaves, entry)), tileId)
      }
      return entry && read(within(tiles, entry), signal)
    },
  }
}

function readHeader(bytes: Buffer) {
  if (bytes.toString('latin1', 0, 7) !== 'PMTiles') throw new PmtilesFault('it is no PMTiles file')
  if (bytes[7] !== 3) throw new PmtilesFault(`it is PMTiles version ${bytes[7]}, not 3`)
  const number = (at: number): number => {
    const value = Number(bytes.readBigUInt64LE(at))
    if (value > mostFileBytes) throw new PmtilesFault('it ends before what it speaks of')
    return value
  }
  const span = (at: number): Span => ({ offset: number(at), length: number(at + 8) })
  const [packing, tilePacking, kind, minZoom, maxZoom] = [97, 98, 99, 100, 101].map((at) => bytes[at]!) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (kind === vectors) throw new PmtilesFault('its tiles are vectors, not pictures')
  if (kind < png || kind > webp) throw new PmtilesFault('its tiles are neither PNG, JPEG nor WebP')
  if (packing !== 1 && packing !== 2) throw new PmtilesFault('its directories are packed otherwise than by gzip')
  if (tilePacking > 1) throw new PmtilesFault('its pictures are packed once more')
  if (minZoom > maxZoom || maxZoom > mostZoom) throw new PmtilesFault(`its zooms are ${minZoom} to ${maxZoom}`)
  return {
    root: span(8),
    metadata: span(24),
    leaves: span(40),
    tiles: span(56),
    isPacked: packing === 2,
    minZoom,
    maxZoom,
  }
}

function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes })
  } catch {
    throw new PmtilesFault(`a part of it cannot be unpacked into ${mostUnpackedBytes / 1e6} MB`)
  }
}

function within(section: Span, { offset, length }: Span): Span {
  if (offset + length > section.length) throw new PmtilesFault('an entry in it points out of its section')
  return { offset: section.offset + offset, length }
}

/** Name and attribution, which is often HTML, as plain text. */
function nameIn(metadata: string): string {
  let content: unknown
  try {
    content = JSON.parse(metadata)
  } catch {
    return ''
  }
  const { name, attribution } = (typeof content === 'object' && content !== null ? content : {}) as Record<
    string,
    unknown
  >
  const parts = [name, attribution].map((text) => (typeof text === 'string' ? plain(text) : ''))
  return parts.filter((text) => text !== '').join(', ')
}

const plain = (text: string): string =>
  text
    .slice(0, mostPackedBytes / 100)
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, mostName)
