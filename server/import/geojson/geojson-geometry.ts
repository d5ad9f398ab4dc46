import type { Shapes } from '../../../core/geometry/shapes.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import type { GeometrySink } from '../record/geometry-sink.ts'
import { unmarked } from './json-numbers.ts'
import { shown } from '../record/shown.ts'

const deepestCollection = 8

const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Reads a geometry object of GeoJSON, or none, into the sink; a problem where a value is no position or geometry. */
export function readGeometry(file: string, geometry: unknown, feature: number, sink: GeometrySink): Problem | null {
  return geometry === null || geometry === undefined ? null : add(geometry, 0)

  function add(geometry: unknown, depth: number): Problem | null {
    if (typeof geometry !== 'object' || geometry === null) return unknownType(geometry)
    const { type, coordinates, geometries } = geometry as Readonly<Record<string, unknown>>
    switch (type) {
      case 'Polygon':
        return addPolygon(coordinates)
      case 'MultiPolygon':
        return eachOf(coordinates, addPolygon)
      case 'LineString':
        return addSimple('line', coordinates)
      case 'MultiLineString':
        return eachOf(coordinates, (line) => addSimple('line', line))
      case 'Point':
        return addSimple('point', Array.isArray(coordinates) && coordinates.length > 0 ? [coordinates] : coordinates)
      case 'MultiPoint':
        return addSimple('point', coordinates)
      case 'GeometryCollection':
        if (depth >= deepestCollection) {
          return problem('geometry-too-deep', { file, feature: feature + 1, limit: deepestCollection })
        }
        if (depth === 0) sink.sawCollection(feature)
        return eachOf(geometries, (member) => add(member, depth + 1))
      default:
        return unknownType(type)
    }
  }

  function addPolygon(rings: unknown): Problem | null {
    if (!Array.isArray(rings)) return noPosition(rings)
    if (rings.length > 0) sink.startPolygon('polygon', feature)
    let number = 0
    return eachOf(rings, (ring) => addPart('polygon', ring, ++number))
  }

  function addSimple(kind: 'line' | 'point', positions: unknown): Problem | null {
    if (Array.isArray(positions) && positions.length === 0) return null
    sink.startPolygon(kind, feature)
    return addPart(kind, positions, 1)
  }

  function addPart(kind: Shapes['kind'], positions: unknown, ring: number): Problem | null {
    sink.startPart(kind)
    const addVertex = sink.vertexAdder(kind)
    const fault = eachOf(positions, (position) => {
      if (!Array.isArray(position)) return noPosition(position)
      const x: unknown = position[0]
      const y: unknown = position[1]
      if (!isFiniteNumber(x) || !isFiniteNumber(y)) return noPosition(position)
      if (position.length > 2) sink.sawHeights()
      addVertex(x, y)
      return null
    })
    if (!fault) sink.endPart(kind, feature, ring)
    return fault
  }

  function eachOf(list: unknown, add: (member: unknown) => Problem | null): Problem | null {
    if (!Array.isArray(list)) return noPosition(list)
    for (const member of list) {
      const fault = add(member)
      if (fault) return fault
    }
    return null
  }

  function noPosition(value: unknown): Problem {
    return problem('position-invalid', { file, feature: feature + 1, value: unmarked(shown(value)) })
  }

  function unknownType(type: unknown): Problem {
    return problem('geometry-type-unknown', { file, feature: feature + 1, value: shown(type) })
  }
}
