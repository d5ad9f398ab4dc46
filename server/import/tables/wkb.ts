import { straightened } from '../record/arcs.ts'
import { joined, type CellGeometry } from './wkt.ts'

/** Hexadecimal digits that begin as well-known bytes do: the order of bytes, then a type of geometry. */
export const looksLikeWkb = (text: string): boolean =>
  /^\s*(?:\\x|0x)?0[01](?:[0-9a-f]{2}){8,}\s*$/i.test(text) && /[1-9a-f]/i.test(text.trim().slice(2))

const isPolygon = (kind: number): boolean => kind === 3 || kind === 17
const collected: Readonly<Record<number, string>> = {
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
  11: 'MultiLineString',
  12: 'MultiPolygon',
  15: 'MultiPolygon',
  16: 'MultiPolygon',
}
const deepest = 8

type Member = { readonly type: string; readonly coordinates?: unknown }
type Line = readonly (readonly number[])[]

/** Well-known bytes that are written as hexadecimal digits. */
export const readWkb = (text: string): CellGeometry | null =>
  readWkbBytes(Buffer.from(text.trim().replace(/^(?:\\x|0x)/i, ''), 'hex'))

/** A geometry in well-known bytes, of ISO or of PostGIS, its arcs as straight pieces; `null` where it is none. */
export function readWkbBytes(bytes: Uint8Array): CellGeometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  let srid: number | null = null
  let isCurved = false
  try {
    const geometry = geometryAt(0)
    return geometry === undefined || at !== bytes.length ? null : { geometry, srid, isCurved }
  } catch (error) {
    // The bytes end before the geometry does.
    if (error instanceof RangeError) return null
    throw error
  }

  function geometryAt(depth: number): Member | null | undefined {
    if (depth > deepest) return undefined
    const isLittle = view.getUint8(at) === 1
    const word = view.getUint32(at + 1, isLittle)
    at += 5
    const iso = Math.floor((word & 0xffff) / 1000)
    const extra =
      Number((word & 0x80000000) !== 0 || iso === 1 || iso === 3) + Number((word & 0x40000000) !== 0 || iso >= 2)
    if ((word & 0x20000000) !== 0) {
      srid = view.getUint32(at, isLittle)
      at += 4
    }
    const kind = (word & 0xffff) % 1000
    const count = (): number => {
      at += 4
      return view.getUint32(at - 4, isLittle)
    }
    const position = (): number[] => {
      const numbers = Array.from({ length: 2 + extra }, (_, i) => view.getFloat64(at + 8 * i, isLittle))
      at += 8 * numbers.length
      return numbers
    }
    const positions = (): number[][] => repeat(count(), 16, position)
    if (kind === 1) {
      const coordinates = position()
      return Number.isNaN(coordinates[0]) ? null : { type: 'Point', coordinates }
    }
    if (kind === 2) return { type: 'LineString', coordinates: positions() }
    if (isPolygon(kind)) return { type: 'Polygon', coordinates: repeat(count(), 4, positions) }
    if (kind === 8) return lineOf(straightened(positions()))
    const type = kind === 9 ? 'curve' : kind === 10 ? 'curved polygon' : collected[kind]
    if (type === undefined) return undefined
    const members = repeat(count(), 5, () => geometryAt(depth + 1))
    if (members.includes(undefined)) return undefined
    const there = members.flatMap((member) => member ?? [])
    if (kind === 9) return lineOf(joined(there.map(({ coordinates }) => coordinates as Line)))
    if (kind === 10) isCurved = true
    const coordinates = there.map((member) => member.coordinates)
    return type === 'GeometryCollection'
      ? ({ type, geometries: there } as Member)
      : { type: kind === 10 ? 'Polygon' : type, coordinates }
  }

  function lineOf(coordinates: Line | null): Member | undefined {
    isCurved = true
    return coordinates === null ? undefined : { type: 'LineString', coordinates }
  }

  function repeat<T>(count: number, leastBytes: number, read: () => T): T[] {
    if (count * leastBytes > bytes.length) throw new RangeError()
    return Array.from({ length: count }, read)
  }
}
