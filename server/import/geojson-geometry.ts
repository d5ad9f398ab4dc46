import type { Shapes } from '../../core/geometry/shapes.ts'
import { note, type Note } from '../../core/note.ts'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { addPlace, namePlaces, noPlaces, type Places } from './places.ts'
import { shapesBuilder } from './shapes-builder.ts'
import { shown } from './shown.ts'

const deepestCollection = 8

/** Reads geometry objects of GeoJSON into flat shapes, one set for each kind. */
export function geometryReader(file: string) {
  const builders = { polygon: shapesBuilder('polygon'), line: shapesBuilder('line'), point: shapesBuilder('point') }
  const short = noPlaces()
  const open = noPlaces()
  const collections = noPlaces()
  const empty = noPlaces()
  let heights = false

  /** Adds the positions of one part; a problem where one is no position. */
  function addPart(kind: Shapes['kind'], positions: unknown, feature: number, ring: number): Problem | null {
    if (!Array.isArray(positions)) return problem('position-invalid', { file, feature: feature + 1, value: shown(positions) })
    const builder = builders[kind]
    builder.startPart()
    for (const position of positions) {
      const fault = addPosition(kind, position, feature)
      if (fault) return fault
    }
    const { distinct, closed } = builder.endPart()
    if (kind === 'polygon') {
      if (distinct < 3) addPlace(short, feature + 1, ring)
      else if (!closed) addPlace(open, feature + 1, ring)
    }
    return null
  }

  function addPosition(kind: Shapes['kind'], position: unknown, feature: number): Problem | null {
    if (!Array.isArray(position)) return problem('position-invalid', { file, feature: feature + 1, value: shown(position) })
    const x: unknown = position[0]
    const y: unknown = position[1]
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      return problem('position-invalid', { file, feature: feature + 1, value: shown(position) })
    }
    if (position.length > 2) heights = true
    builders[kind].addVertex(x, y)
    return null
  }

  function addPolygon(rings: unknown, feature: number): Problem | null {
    if (!Array.isArray(rings)) return problem('position-invalid', { file, feature: feature + 1, value: shown(rings) })
    if (rings.length > 0) builders.polygon.startPolygon(feature)
    for (const [i, ring] of rings.entries()) {
      const fault = addPart('polygon', ring, feature, i + 1)
      if (fault) return fault
    }
    return null
  }

  function addSimple(kind: 'line' | 'point', positions: unknown, feature: number): Problem | null {
    if (Array.isArray(positions) && positions.length === 0) return null
    builders[kind].startPolygon(feature)
    return addPart(kind, positions, feature, 1)
  }

  function eachOf(list: unknown, feature: number, add: (member: unknown) => Problem | null): Problem | null {
    if (!Array.isArray(list)) return problem('position-invalid', { file, feature: feature + 1, value: shown(list) })
    for (const member of list) {
      const fault = add(member)
      if (fault) return fault
    }
    return null
  }

  function add(geometry: unknown, feature: number, depth: number): Problem | null {
    if (typeof geometry !== 'object' || geometry === null) {
      return problem('geometry-type-unknown', { file, feature: feature + 1, value: shown(geometry) })
    }
    const { type, coordinates, geometries } = geometry as Readonly<Record<string, unknown>>
    switch (type) {
      case 'Polygon':
        return addPolygon(coordinates, feature)
      case 'MultiPolygon':
        return eachOf(coordinates, feature, (rings) => addPolygon(rings, feature))
      case 'LineString':
        return addSimple('line', coordinates, feature)
      case 'MultiLineString':
        return eachOf(coordinates, feature, (line) => addSimple('line', line, feature))
      case 'Point':
        return addSimple('point', Array.isArray(coordinates) && coordinates.length > 0 ? [coordinates] : coordinates, feature)
      case 'MultiPoint':
        return addSimple('point', coordinates, feature)
      case 'GeometryCollection':
        if (depth >= deepestCollection) return problem('geometry-too-deep', { file, feature: feature + 1, limit: deepestCollection })
        if (depth === 0) addPlace(collections, feature + 1)
        return eachOf(geometries, feature, (member) => add(member, feature, depth + 1))
      default:
        return problem('geometry-type-unknown', { file, feature: feature + 1, value: shown(type) })
    }
  }

  return {
    /** Adds a feature's geometry; the value is the first kind it brought, `null` where it has none. */
    read(geometry: unknown, feature: number): Outcome<Shapes['kind'] | null> {
      const before = kinds.map((kind) => builders[kind].polygons())
      const fault = geometry === null || geometry === undefined ? null : add(geometry, feature, 0)
      if (fault) return refused(fault)
      const kind = kinds.find((kind, i) => builders[kind].polygons() > before[i]!) ?? null
      if (kind === null) addPlace(empty, feature + 1)
      return done(kind)
    },
    /** Polygons, lines and points, each with the features that have some. */
    shapes: (): readonly Shapes[] => kinds.map((kind) => builders[kind].build()),
    notes(): readonly Note[] {
      const tell = (code: 'null-shapes' | 'rings-short' | 'rings-open' | 'collections-opened', places: Places): Note[] =>
        places.count === 0 ? [] : [note(code, { file, count: places.count, places: namePlaces(places) }, { feature: places.first })]
      return [
        ...tell('null-shapes', empty),
        ...tell('rings-short', short),
        ...tell('rings-open', open),
        ...tell('collections-opened', collections),
        ...(heights ? [note('heights-dropped', { file })] : []),
      ]
    },
  }
}

const kinds = ['polygon', 'line', 'point'] as const
