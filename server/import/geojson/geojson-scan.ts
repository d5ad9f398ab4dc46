import type { Shapes } from '../../../core/geometry/shapes.ts'
import type { GeometrySink } from '../record/geometry-sink.ts'
import { jsonScanner, Unusual, type JsonScanner } from './json-scanner.ts'

/** What a quick reading of a FeatureCollection finds beside the geometry, which went into the sink. */
export type Scanned = {
  readonly crs: unknown
  readonly features: readonly { readonly properties: unknown; readonly id: unknown }[]
}

/** Features between two reports of how far the reading is. */
const reportedEvery = 4_096

/** Depth of the lists above the positions of a part, and the kind, of the geometries that are read quickly. */
const layouts: Readonly<Record<string, { readonly kind: Shapes['kind']; readonly depth: 0 | 1 | 2 }>> = {
  MultiPoint: { kind: 'point', depth: 0 },
  LineString: { kind: 'line', depth: 0 },
  MultiLineString: { kind: 'line', depth: 1 },
  Polygon: { kind: 'polygon', depth: 1 },
  MultiPolygon: { kind: 'polygon', depth: 2 },
}

/**
 * Reads a FeatureCollection in UTF-8 whose geometries are ordinary straight from its bytes: two to three times as fast
 * as `JSON.parse` and without its garbage. `null` where anything is unusual; then the whole text must be read again by
 * the reader that says what is wrong. `progress` is called with the part of the bytes that is read.
 */
export function scanGeoJson(
  bytes: Uint8Array,
  sink: GeometrySink,
  progress?: (fraction: number) => void,
): Scanned | null {
  try {
    return scan(jsonScanner(bytes), sink, (at) => progress?.(at / bytes.length))
  } catch (error) {
    // JSON.parse and the strict decoder say by these two that a member is no JSON or no UTF-8.
    if (error instanceof Unusual || error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

function scan(json: JsonScanner, sink: GeometrySink, passed: (at: number) => void): Scanned {
  const features: { properties: unknown; id: unknown }[] = []
  let type: unknown
  let crs: unknown
  json.object((name) => {
    if (name === 'features')
      json.list((feature) => {
        features.push(scanFeature(json, feature, sink))
        if (feature % reportedEvery === 0) passed(json.position())
      })
    else if (name === 'type') type = json.value()
    else if (name === 'crs') crs = json.value()
    else json.value()
  })
  if (type !== 'FeatureCollection' || !json.isAtEnd()) throw new Unusual()
  return { crs, features }
}

function scanFeature(json: JsonScanner, feature: number, sink: GeometrySink): { properties: unknown; id: unknown } {
  const members: Record<'type' | 'properties' | 'id', unknown> = {
    type: undefined,
    properties: undefined,
    id: undefined,
  }
  json.object((name) => {
    if (name === 'geometry') {
      if (json.isObject()) scanGeometry(json, feature, sink)
      else if (json.value() !== null) throw new Unusual()
    } else {
      const value = json.value()
      if (name === 'type' || name === 'properties' || name === 'id') members[name] = value
    }
  })
  if (members.type !== 'Feature') throw new Unusual()
  sink.endFeature()
  return members
}

function scanGeometry(json: JsonScanner, feature: number, sink: GeometrySink): void {
  let type: unknown
  let coordinates = -1
  let done = false
  json.object((name) => {
    if (name === 'type') type = json.value()
    else if (name !== 'coordinates') json.value()
    else if (type === undefined) {
      json.next()
      coordinates = json.position()
      json.skip()
    } else {
      scanCoordinates(json, type, feature, sink)
      done = true
    }
  })
  if (done) return
  if (coordinates < 0) throw new Unusual()
  const end = json.position()
  json.goTo(coordinates)
  scanCoordinates(json, type, feature, sink)
  json.goTo(end)
}

function scanCoordinates(json: JsonScanner, type: unknown, feature: number, sink: GeometrySink): void {
  if (type === 'Point') {
    sink.startPolygon('point', feature)
    sink.startPart('point')
    scanPosition(json, sink.vertexAdder('point'), sink)
    return sink.endPart('point', feature, 1)
  }
  const layout = typeof type === 'string' && Object.hasOwn(layouts, type) ? layouts[type] : undefined
  if (!layout) throw new Unusual()
  const { kind, depth } = layout
  const addVertex = sink.vertexAdder(kind)
  const part = (ring: number): void => {
    sink.startPart(kind)
    if (json.list(() => scanPosition(json, addVertex, sink)) === 0) throw new Unusual()
    sink.endPart(kind, feature, ring)
  }
  const polygon = (): void => {
    sink.startPolygon(kind, feature)
    if (kind !== 'polygon') part(1)
    else if (json.list((ring) => part(ring + 1)) === 0) throw new Unusual()
  }
  if (depth === (kind === 'polygon' ? 2 : 1)) json.list(polygon)
  else polygon()
}

function scanPosition(json: JsonScanner, addVertex: (x: number, y: number) => void, sink: GeometrySink): void {
  json.take(0x5b)
  const x = json.number()
  json.take(0x2c)
  const y = json.number()
  while (json.next() === 0x2c) {
    json.take(0x2c)
    json.number()
    sink.sawHeights()
  }
  json.take(0x5d)
  addVertex(x, y)
}
