import { crc32, deflateRawSync } from 'node:zlib'
import type { NamedBytes } from '../../../server/import/record/imported.ts'

export const wgs84Prj =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

export type Ring = readonly (readonly [number, number])[]
export const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
]

/** Bytes of a `.shp` whose records are made by `record`; `null` makes a null shape. */
function shp(type: number, records: readonly (Uint8Array | null)[]): Uint8Array {
  const bodies = records.map((content, i) => {
    const body = content ?? new Uint8Array(4)
    const head = new DataView(new ArrayBuffer(8))
    head.setInt32(0, i + 1)
    head.setInt32(4, body.length / 2)
    return Buffer.concat([new Uint8Array(head.buffer), body])
  })
  const head = new DataView(new ArrayBuffer(100))
  const length = 100 + bodies.reduce((sum, body) => sum + body.length, 0)
  head.setInt32(0, 9994)
  head.setInt32(24, length / 2)
  head.setInt32(28, 1000, true)
  head.setInt32(32, type, true)
  return Buffer.concat([new Uint8Array(head.buffer), ...bodies])
}

function partsRecord(type: number, rings: readonly Ring[]): Uint8Array {
  const points = rings.flat()
  const view = new DataView(new ArrayBuffer(44 + 4 * rings.length + 16 * points.length))
  view.setInt32(0, type, true)
  view.setInt32(36, rings.length, true)
  view.setInt32(40, points.length, true)
  let start = 0
  for (const [i, ring] of rings.entries()) {
    view.setInt32(44 + 4 * i, start, true)
    start += ring.length
  }
  for (const [i, [x, y]] of points.entries()) {
    view.setFloat64(44 + 4 * rings.length + 16 * i, x, true)
    view.setFloat64(52 + 4 * rings.length + 16 * i, y, true)
  }
  return new Uint8Array(view.buffer)
}

export const polygonShp = (features: readonly (readonly Ring[] | null)[]): Uint8Array =>
  shp(
    5,
    features.map((rings) => rings && partsRecord(5, rings)),
  )

export const lineShp = (features: readonly (readonly Ring[])[]): Uint8Array =>
  shp(
    3,
    features.map((lines) => partsRecord(3, lines)),
  )

export function pointShp(points: readonly (readonly [number, number])[]): Uint8Array {
  return shp(
    1,
    points.map(([x, y]) => {
      const view = new DataView(new ArrayBuffer(20))
      view.setInt32(0, 1, true)
      view.setFloat64(4, x, true)
      view.setFloat64(12, y, true)
      return new Uint8Array(view.buffer)
    }),
  )
}

/** The index of a `.shp` whose records follow one another: those with the given numbers, in that order; -1 for none. */
export function shxOf(shp: Uint8Array, records?: readonly number[]): Uint8Array {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength)
  const places: { at: number; words: number }[] = []
  for (let at = 100; at < shp.length; at += 8 + 2 * view.getInt32(at + 4)) {
    places.push({ at, words: view.getInt32(at + 4) })
  }
  return shxWith((records ?? Array.from(places.keys())).map((n) => places[n] ?? { at: 0, words: 0 }))
}

/** An index with entries for the records at these bytes, of so many 16-bit words. */
export function shxWith(entries: readonly { readonly at: number; readonly words: number }[]): Uint8Array {
  const index = new DataView(new ArrayBuffer(100 + 8 * entries.length))
  index.setInt32(0, 9994)
  index.setInt32(24, index.byteLength / 2)
  index.setInt32(28, 1000, true)
  for (const [i, { at, words }] of entries.entries()) {
    index.setInt32(100 + 8 * i, at / 2)
    index.setInt32(104 + 8 * i, words)
  }
  return new Uint8Array(index.buffer)
}

type Patch = { readonly kind: number; readonly points: readonly (readonly [x: number, y: number, z: number])[] }

/** A `.shp` of one MultiPatch. */
export function patchShp(patches: readonly Patch[]): Uint8Array {
  const points = patches.flatMap((patch) => patch.points)
  const first = 44 + 8 * patches.length
  const view = new DataView(new ArrayBuffer(first + 24 * points.length + 16))
  view.setInt32(0, 31, true)
  view.setInt32(36, patches.length, true)
  view.setInt32(40, points.length, true)
  let start = 0
  for (const [i, patch] of patches.entries()) {
    view.setInt32(44 + 4 * i, start, true)
    view.setInt32(44 + 4 * (patches.length + i), patch.kind, true)
    start += patch.points.length
  }
  for (const [i, [x, y, z]] of points.entries()) {
    view.setFloat64(first + 16 * i, x, true)
    view.setFloat64(first + 16 * i + 8, y, true)
    view.setFloat64(first + 16 * points.length + 16 + 8 * i, z, true)
  }
  return shp(31, [new Uint8Array(view.buffer)])
}

export type DbfField = { readonly name: Uint8Array | string; readonly type: string; readonly length: number }

/** Bytes of a `.dbf`; cells are written as they are given, cut or filled to the field's length. */
export function dbf(
  fields: readonly DbfField[],
  rows: readonly (readonly (Uint8Array | string)[])[],
  { languageByte = 0, deleted = [] as readonly number[] } = {},
): Uint8Array {
  const rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0)
  const bytes = Buffer.alloc(32 + 32 * fields.length + 1 + rowLength * rows.length, 0x20)
  bytes.fill(0, 0, 32 + 32 * fields.length)
  bytes[0] = 3
  bytes.writeUInt32LE(rows.length, 4)
  bytes.writeUInt16LE(33 + 32 * fields.length, 8)
  bytes.writeUInt16LE(rowLength, 10)
  bytes[29] = languageByte
  for (const [i, { name, type, length }] of fields.entries()) {
    const at = 32 + 32 * i
    bytes.set(Buffer.from(name as string).subarray(0, 10), at)
    bytes[at + 11] = type.charCodeAt(0)
    bytes[at + 16] = length
  }
  bytes[32 + 32 * fields.length] = 0x0d
  for (const [r, row] of rows.entries()) {
    let at = 33 + 32 * fields.length + r * rowLength
    if (deleted.includes(r)) bytes[at] = 0x2a
    at++
    for (const [i, cell] of row.entries()) {
      bytes.set(Buffer.from(cell as string).subarray(0, fields[i]!.length), at)
      at += fields[i]!.length
    }
  }
  return bytes
}

/** A table with one text field, its cells in whatever bytes. */
export const textTable = (cells: readonly (Uint8Array | string)[], languageByte = 0): Uint8Array =>
  dbf(
    [{ name: 'NAME', type: 'C', length: 60 }],
    cells.map((cell) => [cell]),
    { languageByte },
  )

export const named = (name: string, content: Uint8Array | string): NamedBytes => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

/** The parts of a shapefile by their endings. */
export const shapefile = (name: string, parts: Readonly<Record<string, Uint8Array | string>>): NamedBytes[] =>
  Object.entries(parts).map(([ending, content]) => named(`${name}.${ending}`, content))

export type ZipEntry = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly statedSize?: number
  readonly method?: number
}

/** A zip archive; `statedSize` and `method` (8: Deflate, as it is packed) are what it says, where it lies. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes, statedSize = bytes.length, method = 8 } of entries) {
    const packed = deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeCommon(local, 4)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(20, 4)
    writeCommon(record, 6)
    record.writeUInt32LE(offset, 42)
    locals.push(local, nameBytes, packed)
    central.push(record, nameBytes)
    offset += local.length + nameBytes.length + packed.length

    function writeCommon(header: Buffer, at: number): void {
      header.writeUInt16LE(20, at)
      header.writeUInt16LE(0x800, at + 2)
      header.writeUInt16LE(method, at + 4)
      header.writeUInt32LE(crc32(bytes), at + 10)
      header.writeUInt32LE(packed.length, at + 14)
      header.writeUInt32LE(statedSize, at + 18)
      header.writeUInt16LE(nameBytes.length, at + 22)
    }
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

export const zipOf = (files: readonly NamedBytes[]): Uint8Array => zip(files)
