import type { Shapes } from '../../core/geometry/shapes.ts'

/** The frame of rows in the binary form of COPY: signature, flags, extension; and its end. */
const head = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
const tail = Buffer.from([0xff, 0xff])
const chunkBytes = 1 << 18

const polygonType = 3
const multiPolygonType = 6

/** A polygon of shapes with what stands before it in its row: whole numbers of 2, 4 or 8 bytes. */
export type PolygonRow = {
  readonly numbers: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]
  readonly shapes: Shapes
  /** First part of the polygon, and the one after its last. */
  readonly from: number
  readonly to: number
}

/** Rows of numbers and a geometry, as `COPY … FROM STDIN (FORMAT binary)` takes them. */
export function* binaryRows(rows: Iterable<PolygonRow>): Generator<Buffer> {
  yield head
  let buffer = Buffer.alloc(chunkBytes)
  let at = 0
  for (const { numbers, shapes, from, to } of rows) {
    const geometryBytes = sizeOf(shapes, from, to)
    const needed = 2 + numbers.length * 12 + 4 + geometryBytes
    if (at + needed > buffer.length) {
      if (at > 0) yield buffer.subarray(0, at)
      buffer = Buffer.alloc(Math.max(chunkBytes, needed))
      at = 0
    }
    at = buffer.writeInt16BE(numbers.length + 1, at)
    for (const [value, bytes] of numbers) {
      at = buffer.writeInt32BE(bytes, at)
      if (bytes === 8) at = buffer.writeBigInt64BE(BigInt(value), at)
      else at = bytes === 4 ? buffer.writeInt32BE(value, at) : buffer.writeInt16BE(value, at)
    }
    at = buffer.writeInt32BE(geometryBytes, at)
    at = writePolygon(buffer, at, shapes, from, to)
  }
  if (at > 0) yield buffer.subarray(0, at)
  yield tail
}

function sizeOf({ partStart }: Shapes, from: number, to: number): number {
  let bytes = 1 + 4 + 4
  for (let part = from; part < to; part++) bytes += 4 + 16 * (partStart[part + 1]! - partStart[part]! + 1)
  return bytes
}

/** Well-known binary, little-endian; rings are closed there. */
function writePolygon(
  buffer: Buffer,
  start: number,
  { coordinates, partStart }: Shapes,
  from: number,
  to: number,
): number {
  let at = buffer.writeUInt8(1, start)
  at = buffer.writeUInt32LE(polygonType, at)
  at = buffer.writeUInt32LE(to - from, at)
  for (let part = from; part < to; part++) {
    const [first, end] = [partStart[part]!, partStart[part + 1]!]
    at = buffer.writeUInt32LE(end - first + 1, at)
    for (let i = first; i <= end; i++) {
      const vertex = i < end ? i : first
      at = buffer.writeDoubleLE(coordinates[2 * vertex]!, at)
      at = buffer.writeDoubleLE(coordinates[2 * vertex + 1]!, at)
    }
  }
  return at
}

/** Rings of polygons, gathered row by row. */
type Gathered = { coordinates: number[]; partStart: number[]; partPolygon: number[]; polygons: number }

const toShapes = ({ coordinates, partStart, partPolygon, polygons }: Gathered): Shapes => ({
  kind: 'polygon',
  coordinates: Float64Array.from(coordinates),
  partStart: Uint32Array.from([...partStart, coordinates.length / 2]),
  partPolygon: Uint32Array.from(partPolygon),
  polygonFeature: Uint32Array.from({ length: polygons }, (_, i) => i),
})

/** Polygons of one role with the class of each. */
export type ReadPolygons = { readonly shapes: Shapes; readonly classes: Int32Array }

/**
 * What `COPY … TO STDOUT (FORMAT binary)` gives of rows `role smallint, class integer, geometry`: the polygons of each of so many
 * roles, in the order of the rows. All rings of a row are one polygon by the even-odd rule. Throws where it is anything else.
 */
export function readPolygonRows(bytes: Buffer, roles: number): ReadPolygons[] {
  const gathered = Array.from({ length: roles }, () => ({
    own: { coordinates: [], partStart: [], partPolygon: [], polygons: 0 } as Gathered,
    classes: [] as number[],
  }))
  if (bytes.compare(head, 0, 11, 0, 11) !== 0) throw new Error('rows do not begin as those of COPY do')
  let at = 19 + bytes.readInt32BE(15)
  for (;;) {
    const fields = bytes.readInt16BE(at)
    at += 2
    if (fields === -1) break
    if (fields !== 3) throw new Error(`a row has ${fields} fields`)
    const role = bytes.readInt16BE(at + 4)
    const ownClass = bytes.readInt32BE(at + 10)
    const length = bytes.readInt32BE(at + 14)
    at += 18
    const to = gathered[role]
    if (!to) throw new Error(`a row has role ${role}`)
    readGeometry(bytes, at, to.own)
    to.own.polygons++
    to.classes.push(ownClass)
    at += length
  }
  return gathered.map(({ own, classes }) => ({ shapes: toShapes(own), classes: Int32Array.from(classes) }))
}

function readGeometry(bytes: Buffer, start: number, to: Gathered): number {
  if (bytes.readUInt8(start) !== 1) throw new Error('a geometry is not little-endian')
  const type = bytes.readUInt32LE(start + 1)
  const count = bytes.readUInt32LE(start + 5)
  let at = start + 9
  if (type === multiPolygonType) {
    for (let i = 0; i < count; i++) at = readGeometry(bytes, at, to)
    return at
  }
  if (type !== polygonType) throw new Error(`a geometry has type ${type}`)
  for (let ring = 0; ring < count; ring++) {
    const vertices = bytes.readUInt32LE(at) - 1
    at += 4
    to.partStart.push(to.coordinates.length / 2)
    to.partPolygon.push(to.polygons)
    for (let i = 0; i < vertices; i++, at += 16) to.coordinates.push(bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8))
    at += 16
  }
  return at
}
