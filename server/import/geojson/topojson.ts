import { isObject, type JsonObject } from './json-object.ts'

type Line = readonly unknown[]

export const isTopology = (value: unknown): value is JsonObject =>
  isObject(value) && value['type'] === 'Topology' && isObject(value['objects']) && Array.isArray(value['arcs'])

/**
 * The objects of a topology as collections of GeoJSON by their names (TopoJSON 1.0: https://github.com/topojson/topojson-specification).
 * What is no arc or position is put where it belongs, for the reader of GeoJSON to refuse it there.
 */
export function collectionsOf(topology: JsonObject): readonly { readonly name: string; readonly value: JsonObject }[] {
  const { objects, arcs, transform, crs } = topology as JsonObject & { objects: JsonObject; arcs: readonly unknown[] }
  const placed = placer(transform)
  const lines = arcs.map((arc) => (Array.isArray(arc) ? decoded(arc) : arc))
  return Object.entries(objects).map(([name, object]) => {
    const members = isObject(object) && object['type'] === 'GeometryCollection' ? object['geometries'] : [object]
    const features = Array.isArray(members) ? members.map(featureOf) : members
    return { name, value: { type: 'FeatureCollection', features, ...(crs === undefined ? {} : { crs }) } }
  })

  function decoded(arc: readonly unknown[]): Line {
    let [x, y] = [0, 0]
    return arc.map((position) => {
      if (!Array.isArray(position) || placed === null) return position
      x += Number(position[0])
      y += Number(position[1])
      return placed([x, y, ...position.slice(2)])
    })
  }

  function featureOf(member: unknown): unknown {
    if (!isObject(member)) return member
    const { id, properties = null } = member
    return { type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry: geometryOf(member) }
  }

  function geometryOf(member: unknown): unknown {
    if (!isObject(member)) return member
    const { type, coordinates, arcs: numbers, geometries } = member
    if (type === null || type === undefined) return null
    if (type === 'GeometryCollection')
      return { type, geometries: Array.isArray(geometries) ? geometries.map(geometryOf) : geometries }
    if (type === 'Point') return { type, coordinates: positionOf(coordinates) }
    if (type === 'MultiPoint')
      return { type, coordinates: Array.isArray(coordinates) ? coordinates.map(positionOf) : coordinates }
    return { type, coordinates: linesOf(numbers) }
  }

  function positionOf(position: unknown): unknown {
    return Array.isArray(position) && placed !== null ? placed(position.map(Number)) : position
  }

  /** Lists of numbers of arcs as lines, at any depth. */
  function linesOf(numbers: unknown): unknown {
    if (!Array.isArray(numbers)) return numbers
    if (!numbers.every(Number.isInteger)) return numbers.map(linesOf)
    return numbers.flatMap((number: number, i) => {
      const arc = lines[number < 0 ? ~number : number]
      if (!Array.isArray(arc)) return [`arc ${number}`]
      const line: Line = number < 0 ? arc.toReversed() : arc
      return i === 0 ? line : line.slice(1)
    })
  }
}

/** How whole numbers become positions; `null` where they are written out. */
function placer(transform: unknown): ((position: readonly number[]) => readonly number[]) | null {
  if (transform === undefined || transform === null) return null
  const { scale, translate } = isObject(transform) ? transform : {}
  const [kx, ky] = Array.isArray(scale) ? scale.map(Number) : []
  const [dx, dy] = Array.isArray(translate) ? translate.map(Number) : []
  return ([x = NaN, y = NaN, ...rest]) => [x * (kx ?? NaN) + (dx ?? NaN), y * (ky ?? NaN) + (dy ?? NaN), ...rest]
}
