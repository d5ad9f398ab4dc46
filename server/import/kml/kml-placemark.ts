import type { Shapes } from '../../../core/geometry/shapes.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import type { GeometrySink } from '../record/geometry-sink.ts'
import type { KmlStyle } from './kml-styles.ts'

/** One placemark as it was read; its geometry went into the sink. */
export type KmlPlacemark = {
  readonly fields: Record<string, string>
  /** Its own data, apart from what KML itself names. */
  readonly data: Record<string, string>
  readonly folders: string
  styleId: string | null
  style: KmlStyle | null
}

const kindOf: Readonly<Record<string, Shapes['kind']>> = {
  Point: 'point',
  LineString: 'line',
  LinearRing: 'line',
  Track: 'line',
  Polygon: 'polygon',
}

const multiple: ReadonlySet<string> = new Set(['MultiGeometry', 'MultiTrack'])

/** Takes the elements of one placemark's geometry after another into a sink; a problem where a number is none. */
export function kmlGeometry(file: string, feature: number, sink: GeometrySink) {
  let kind: Shapes['kind'] | null = null
  let ring = 0
  /** How many rings the boundary that is open has brought. */
  let inBoundary = 0
  const kinds = new Set<Shapes['kind']>()
  let track: string[] = []
  let multiDepth = 0
  let count = 0
  return {
    /** Whether the placemark has several geometries side by side, which only a MultiGeometry may hold. */
    hasSeveral: (): boolean => count > 1,
    open(name: string): void {
      if (multiDepth === 0 && kind === null && (Object.hasOwn(kindOf, name) || multiple.has(name))) count++
      if (multiple.has(name)) multiDepth++
      if (name === 'innerBoundaryIs' || name === 'outerBoundaryIs') inBoundary = 0
      if (kind === 'polygon' || !Object.hasOwn(kindOf, name)) return
      kind = kindOf[name]!
      if (!kinds.has(kind) && kinds.add(kind).size === 2) sink.sawCollection(feature)
      ring = 0
      track = []
      if (kind === 'polygon') sink.startPolygon(kind, feature)
    },
    /** The end of an element with the text in it. */
    close(name: string, text: string): Problem | null {
      if (multiple.has(name)) multiDepth--
      if (kind === null) return null
      if (name === 'coordinates') return add(kind, text.replace(/,\s+/g, ',').trim().split(/\s+/), ',')
      if (name === 'coord') track.push(text.trim())
      const fault = name === 'Track' ? add(kind, track, /\s+/) : null
      if (kindOf[name] === kind) kind = null
      return fault
    },
  }

  function add(kind: Shapes['kind'], positions: readonly string[], between: string | RegExp): Problem | null {
    if (positions.length === 0 || positions[0] === '') return null
    if (kind !== 'polygon') sink.startPolygon(kind, feature)
    sink.startPart(kind)
    if (kind === 'polygon' && ++inBoundary === 2) sink.sawRingsTogether(feature)
    const addVertex = sink.vertexAdder(kind)
    for (const position of positions) {
      const [lon, lat, height] = position.split(between)
      const x = lon ? Number(lon) : Number.NaN
      const y = lat ? Number(lat) : Number.NaN
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        return problem('position-invalid', { file, feature: feature + 1, value: position.slice(0, 60) })
      }
      if (height !== undefined && Number(height) !== 0) sink.sawHeights()
      addVertex(x, y)
    }
    sink.endPart(kind, feature, ++ring)
    return null
  }
}
