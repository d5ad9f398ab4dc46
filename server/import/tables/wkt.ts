import { straightened } from '../record/arcs.ts'

/**
 * A geometry as text or bytes in a cell: as an object of GeoJSON, `null` where it is empty, the system it names, and whether
 * it was written in arcs.
 */
export type CellGeometry = { readonly geometry: unknown; readonly srid: number | null; readonly isCurved: boolean }

const token = /\s*([A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?=[\s(),]|$)|[(),])/y
const named: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  LINEARRING: 'LineString',
  POLYGON: 'Polygon',
  TRIANGLE: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  TIN: 'MultiPolygon',
  POLYHEDRALSURFACE: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
  CIRCULARSTRING: 'LineString',
  COMPOUNDCURVE: 'LineString',
  CURVEPOLYGON: 'Polygon',
  MULTICURVE: 'MultiLineString',
  MULTISURFACE: 'MultiPolygon',
}
/** How many lists lie above the positions of a geometry. */
const depthOf: Readonly<Record<string, number>> = {
  Point: 0,
  LineString: 1,
  MultiPoint: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
}
const deepest = 8

export const looksLikeWkt = (text: string): boolean =>
  /^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:POINT|LINESTRING|POLYGON|MULTI(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|TRIANGLE|TIN|POLYHEDRALSURFACE|CURVEPOLYGON|CIRCULARSTRING|COMPOUNDCURVE)\s*(?:ZM?|M)?\s*(?:\(|EMPTY)/i.test(
    text,
  )

/** The word without the dimensions that programs write at its end: "PolygonZ". */
const typeNamed = (word: string): string => {
  const bare = word.replace(/(?:ZM?|M)$/, '')
  return Object.hasOwn(named, bare) ? bare : word
}

/**
 * A geometry in well-known text, also with `SRID=4326;` before it, its arcs as straight pieces; `null` where it is none.
 * Heights and measures may be no numbers (`nan`).
 */
export function readWkt(text: string): CellGeometry | null {
  const [, srid] = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text) ?? []
  const tokens = tokensOf(text.replace(/^\s*SRID\s*=\s*\d+\s*;/i, ''))
  if (tokens === null) return null
  let at = 0
  const geometry = geometryAt(0)
  if (geometry === undefined || at !== tokens.length) return null
  const isCurved = tokens.some((each) => /^(?:CIRCULAR|COMPOUND|CURVE|MULTICURVE|MULTISURFACE)/i.test(each))
  return { geometry, srid: srid === undefined ? null : Number(srid), isCurved }

  function geometryAt(depth: number): unknown {
    const word = typeNamed(tokens![at++]?.toUpperCase() ?? '')
    const type = named[word]
    if (type === undefined || depth > deepest) return undefined
    if (/^(?:ZM?|M)$/i.test(tokens![at] ?? '')) at++
    if (/^EMPTY$/i.test(tokens![at] ?? '')) {
      at++
      return null
    }
    if (type === 'GeometryCollection') {
      const geometries = listOf(() => geometryAt(depth + 1))
      return geometries && { type, geometries: geometries.filter((each) => each !== null) }
    }
    const coordinates = coordinatesOf(word, type, depth)
    return coordinates === undefined ? undefined : { type, coordinates }
  }

  function coordinatesOf(word: string, type: string, depth: number): unknown {
    if (word === 'CIRCULARSTRING') {
      const positions = listOf(position)
      return positions && (straightened(positions) ?? undefined)
    }
    if (word === 'COMPOUNDCURVE') {
      const lines = listOf(() => memberOf(1, depth))
      return lines && joined(lines as Line[])
    }
    if (word === 'CURVEPOLYGON' || word === 'MULTICURVE') return listOf(() => memberOf(1, depth))
    if (word === 'MULTISURFACE') return listOf(() => memberOf(2, depth))
    return type === 'Point' ? listOf(position)?.[0] : level(depthOf[type]!)
  }

  /** The coordinates of a member that is written in brackets alone, or with the word of its own kind before them. */
  function memberOf(levels: number, depth: number): unknown {
    if (!/^[A-Z]/i.test(tokens![at] ?? '') || /^EMPTY$/i.test(tokens![at] ?? '')) return level(levels)
    const member = geometryAt(depth + 1) as { readonly coordinates?: unknown } | null | undefined
    return member === null ? [] : member?.coordinates
  }

  function level(depth: number): unknown {
    if (/^EMPTY$/i.test(tokens![at] ?? '')) {
      at++
      return []
    }
    return listOf(() => (depth > 1 ? level(depth - 1) : position()))
  }

  function listOf<T>(read: () => T | undefined): T[] | undefined {
    if (tokens![at++] !== '(') return undefined
    const list: T[] = []
    for (;;) {
      const member = read()
      if (member === undefined) return undefined
      list.push(member)
      const sign = tokens![at++]
      if (sign === ')') return list
      if (sign !== ',') return undefined
    }
  }

  /** A position, which in a MULTIPOINT may stand in brackets of its own. */
  function position(): number[] | undefined {
    const inBrackets = tokens![at] === '('
    if (inBrackets) at++
    const numbers: number[] = []
    while (/^(?:[-+.\d]|nan$)/i.test(tokens![at] ?? '')) numbers.push(Number(tokens![at++]))
    if (inBrackets && tokens![at++] !== ')') return undefined
    return numbers.length >= 2 && numbers.slice(0, 2).every(Number.isFinite) ? numbers : undefined
  }
}

type Line = readonly (readonly number[])[]

/** Lines that follow one another as one; each begins where the one before it ends. */
export const joined = (lines: readonly Line[]): Line => lines.flatMap((line, i) => (i === 0 ? line : line.slice(1)))

function tokensOf(text: string): string[] | null {
  const tokens: string[] = []
  token.lastIndex = 0
  let end = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    tokens.push(found[1]!)
    end = token.lastIndex
  }
  return text.slice(end).trim() === '' ? tokens : null
}
