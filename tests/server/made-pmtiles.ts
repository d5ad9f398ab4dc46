import { gzipSync } from 'node:zlib'

export type MadeTile = { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Uint8Array }

/** The number of a tile by walking the Hilbert curve in its recursive form, quadrant by quadrant. */
export function tileNumber(z: number, x: number, y: number): number {
  if (z === 0) return 0
  const before = Array.from({ length: z }, (_, zoom) => 4 ** zoom).reduce((sum, count) => sum + count, 0)
  const along = (side: number, column: number, row: number): number => {
    if (side === 1) return 0
    const half = side / 2
    const rest = half * half
    if (column < half && row < half) return along(half, row, column)
    if (column < half) return rest + along(half, column, row - half)
    if (row >= half) return 2 * rest + along(half, column - half, row - half)
    return 3 * rest + along(half, half - 1 - row, side - 1 - column)
  }
  return before + along(2 ** z, x, y)
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]

type Entry = { readonly id: number; readonly run: number; readonly length: number; readonly offset: number }

export const directoryOf = (entries: readonly Entry[]): Buffer =>
  Buffer.from([
    ...varint(entries.length),
    ...entries.flatMap(({ id }, i) => varint(id - (entries[i - 1]?.id ?? 0))),
    ...entries.flatMap(({ run }) => varint(run)),
    ...entries.flatMap(({ length }) => varint(length)),
    ...entries.flatMap(({ offset, length }, i) => {
      const before = entries[i - 1]
      return length > 0 && before && offset === before.offset + before.length ? [0] : varint(offset + 1)
    }),
  ])

type Making = {
  readonly metadata?: object
  /** Tiles in a leaf directory; without it all are in the root. */
  readonly leafOf?: number
  readonly tileType?: number
  readonly version?: number
  /** In place of the root directory, unpacked. */
  readonly root?: Buffer
  /** In place of the leaf directories, packed. */
  readonly leaves?: Buffer
}

/** A PMTiles file (version 3) of these tiles; equal neighbours are one run. */
export function madePmtiles(
  tiles: readonly MadeTile[],
  { metadata = {}, leafOf, tileType = 2, version = 3, root, leaves: ownLeaves }: Making = {},
): Buffer {
  const data: Buffer[] = []
  let end = 0
  const entries: Entry[] = []
  for (const { id, bytes } of tiles
    .map((tile) => ({ id: tileNumber(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .toSorted((a, b) => a.id - b.id)) {
    const last = entries.at(-1)
    if (last && last.id + last.run === id && data.at(-1)!.equals(bytes))
      entries[entries.length - 1] = { ...last, run: last.run + 1 }
    else {
      entries.push({ id, run: 1, length: bytes.length, offset: end })
      data.push(Buffer.from(bytes))
      end += bytes.length
    }
  }
  const leaves: Buffer[] = []
  const top: Entry[] = []
  const starts = leafOf === undefined ? [] : [...entries.keys()].filter((i) => i % leafOf === 0)
  for (const i of starts) {
    const leaf = gzipSync(directoryOf(entries.slice(i, i + (leafOf ?? 0))))
    top.push({ id: entries[i]!.id, run: 0, length: leaf.length, offset: Buffer.concat(leaves).length })
    leaves.push(leaf)
  }
  const sections = [
    gzipSync(root ?? directoryOf(leafOf === undefined ? entries : top)),
    gzipSync(JSON.stringify(metadata)),
    ownLeaves ?? Buffer.concat(leaves),
    Buffer.concat(data),
  ]
  const header = Buffer.alloc(127)
  header.write('PMTiles', 'latin1')
  header[7] = version
  let offset = 127
  for (const [i, section] of sections.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * i)
    header.writeBigUInt64LE(BigInt(section.length), 16 + 16 * i)
    offset += section.length
  }
  const zooms = tiles.map(({ z }) => z)
  header.set([1, 2, 1, tileType, Math.min(...zooms), Math.max(...zooms)], 96)
  return Buffer.concat([header, ...sections])
}
