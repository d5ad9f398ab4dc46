/** A geometry as text or bytes in a cell: as an object of GeoJSON, `null` where it is empty, and the system it names. */
export type CellGeometry = { readonly geometry: unknown; readonly srid: number | null }

const token = /\s*([A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[(),])/y
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

/** A geometry in well-known text, also with `SRID=4326;` before it; `null` where it is none, or has curves. */
export function readWkt(text: string): CellGeometry | null {
  const [, srid] = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text) ?? []
  const tokens = tokensOf(text.replace(/^\s*SRID\s*=\s*\d+\s*;/i, ''))
  if (tokens === null) return null
  let at = 0
  const geometry = geometryAt(0)
  if (geometry === undefined || at !== tokens.length) return null
  return { geometry, srid: srid === undefined ? null : Number(srid) }

  function geometryAt(depth: number): unknown {
    const type = named[tokens![at++]?.toUpperCase() ?? '']
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
    const coordinates = type === 'Point' ? listOf(position)?.[0] : level(depthOf[type]!)
    return coordinates === undefined ? undefined : { type, coordinates }
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
    while (/^[-+.\d]/.test(tokens![at] ?? '')) numbers.push(Number(tokens![at++]))
    if (inBrackets && tokens![at++] !== ')') return undefined
    return numbers.length >= 2 && numbers.every(Number.isFinite) ? numbers : undefined
  }
}

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
