import type { Shapes } from '../geometry/shapes.ts'
import { degreeLengthM, segmentsFor, straightLength } from './straight-edges.ts'
import type { ToWgs84 } from './to-wgs84.ts'
import { vertexGrid, type VertexGrid } from './vertex-grid.ts'

/** Coordinates that grow as points are added. */
function pointList(points: number) {
  let buffer = new Float64Array(Math.max(points * 2, 64))
  let length = 0
  return {
    add(x: number, y: number): void {
      if (length === buffer.length) {
        const grown = new Float64Array(buffer.length * 2)
        grown.set(buffer)
        buffer = grown
      }
      buffer[length++] = x
      buffer[length++] = y
    },
    count: () => length / 2,
    take: () => buffer.slice(0, length),
  }
}

/** Every position brought to WGS 84; NaN where `convert` has no place for it. */
export function placed(coordinates: Float64Array, convert: ToWgs84): Float64Array {
  const places = new Float64Array(coordinates.length)
  for (let i = 0; i < coordinates.length; i += 2) {
    const place = convert(coordinates[i]!, coordinates[i + 1]!)
    places[i] = place ? place[0] : Number.NaN
    places[i + 1] = place ? place[1] : Number.NaN
  }
  return places
}

/**
 * Brings shapes to WGS 84; `places` are their vertices there. Points are added so that a line that is straight in the
 * source stays within a millimetre of itself; they depend on the edge's two ends only, not on its direction, and a
 * vertex of the layer that lies on an edge becomes a vertex of it: neighbours that touch go on touching.
 * `touchTolerance` is the distance, in source units, at which a vertex counts as lying on an edge.
 */
export function reproject(shapes: Shapes, places: Float64Array, convert: ToWgs84, touchTolerance: number): Shapes {
  const source = shapes.coordinates
  if (shapes.kind === 'point' || source.length === 0) return { ...shapes, coordinates: places }

  const closed = shapes.kind === 'polygon'
  const straight = straightLength(source, convert)
  const grid = vertexGrid(source, touchTolerance)
  const out = pointList(source.length / 2)
  const partStart = new Uint32Array(shapes.partStart.length)
  for (let part = 0; part + 1 < shapes.partStart.length; part++) {
    const first = shapes.partStart[part]!
    const end = shapes.partStart[part + 1]!
    partStart[part] = out.count()
    for (let i = first; i < end; i++) {
      out.add(places[2 * i]!, places[2 * i + 1]!)
      const next = i + 1 < end ? i + 1 : closed ? first : -1
      if (next >= 0) addBetween(i, next)
    }
  }
  partStart[shapes.partStart.length - 1] = out.count()
  return { ...shapes, coordinates: out.take(), partStart }

  function addBetween(i: number, next: number): void {
    let from = i
    for (const vertex of touching(grid, source, i, next)) {
      addStraight(from, vertex)
      out.add(places[2 * vertex]!, places[2 * vertex + 1]!)
      from = vertex
    }
    addStraight(from, next)
  }

  function addStraight(from: number, to: number): void {
    const fx = source[2 * from]!
    const fy = source[2 * from + 1]!
    const tx = source[2 * to]!
    const ty = source[2 * to + 1]!
    if (Math.abs(tx - fx) + Math.abs(ty - fy) <= straight) return
    const ascending = fx < tx || (fx === tx && fy < ty)
    const [ax, ay, bx, by] = ascending ? [fx, fy, tx, ty] : [tx, ty, fx, fy]
    const [first, last] = ascending ? [from, to] : [to, from]
    const placeOf = (vertex: number) => [places[2 * vertex]!, places[2 * vertex + 1]!] as const
    const segments = segmentsFor(ax, ay, bx, by, placeOf(first), placeOf(last), convert)
    for (let k = 1; k < segments; k++) {
      const t = (ascending ? k : segments - k) / segments
      const place = convert(ax + (bx - ax) * t, ay + (by - ay) * t)
      if (place) out.add(place[0], place[1])
    }
  }
}

/** Vertices on the edge from vertex `i` to `next`, from `i` on, each place once. */
function touching(grid: VertexGrid, source: Float64Array, i: number, next: number): readonly number[] {
  const ax = source[2 * i]!
  const ay = source[2 * i + 1]!
  const dx = source[2 * next]! - ax
  const dy = source[2 * next + 1]! - ay
  const found = grid.onEdge(ax, ay, ax + dx, ay + dy)
  if (found.length === 0) return found
  const along = (v: number) => (source[2 * v]! - ax) * dx + (source[2 * v + 1]! - ay) * dy
  const sorted = [...found].sort((a, b) => along(a) - along(b))
  const same = (v: number, w: number) => source[2 * v] === source[2 * w] && source[2 * v + 1] === source[2 * w + 1]
  return sorted.filter((v, k) => k === 0 || !same(v, sorted[k - 1]!))
}

/** Metres between two near places in degrees. */
export function distanceM(a: readonly [number, number], b: readonly [number, number]): number {
  const { lonM, latM } = degreeLengthM((a[1] + b[1]) / 2)
  return Math.hypot((a[0] - b[0]) * lonM, (a[1] - b[1]) * latM)
}
