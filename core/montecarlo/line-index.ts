import type { Shapes } from '../geometry/shapes.ts'

/** The rings of a layer in a plane, in metres, with a grid over their edges; edge i runs from vertex i to the next of its ring. */
export type LineIndex = {
  readonly xy: Float64Array
  readonly ringOf: Uint32Array
  readonly partStart: Uint32Array
  /** Of every vertex, the way to it along its ring from the ring's first vertex; of every ring, its length. */
  readonly along: Float64Array
  readonly ringLength: Float64Array
  readonly cellM: number
  readonly cells: ReadonlyMap<number, readonly number[]>
}

/** A place on a ring: on the edge that begins at vertex `edge`, `part` (0 to 1) of it along. */
export type PlaceOnRing = {
  readonly ring: number
  readonly edge: number
  readonly part: number
  readonly alongM: number
  readonly distanceM: number
}

/** Metres east and north of the plan's middle. */
export type Plane = { readonly lon: number; readonly lat: number; readonly eastM: number; readonly northM: number }

export function inPlane(coordinates: Float64Array, { lon, lat, eastM, northM }: Plane): Float64Array {
  const xy = new Float64Array(coordinates.length)
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = (coordinates[i]! - lon) * eastM
    xy[i + 1] = (coordinates[i + 1]! - lat) * northM
  }
  return xy
}

const columns = 2 ** 26

/** Indexes edges that come within `halfM` of the plane's origin on both axes, in cells as wide as an edge is long, and `leastCellM` at least. */
export function indexLines(
  { coordinates, partStart }: Shapes,
  plane: Plane,
  leastCellM: number,
  halfM: number,
): LineIndex {
  const xy = inPlane(coordinates, plane)
  const count = xy.length / 2
  const ringOf = new Uint32Array(count)
  const along = new Float64Array(count)
  const ringLength = new Float64Array(partStart.length - 1)
  const cellM = Math.max(leastCellM, meanEdgeM(xy, partStart))
  const cells = new Map<number, number[]>()
  for (let ring = 0; ring + 1 < partStart.length; ring++) {
    const [from, to] = [partStart[ring]!, partStart[ring + 1]!]
    let length = 0
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? i + 1 : from
      const [x0, y0, x1, y1] = [xy[2 * i]!, xy[2 * i + 1]!, xy[2 * next]!, xy[2 * next + 1]!]
      ringOf[i] = ring
      along[i] = length
      length += Math.hypot(x1 - x0, y1 - y0)
      const [west, east] = [Math.max(-halfM, Math.min(x0, x1)), Math.min(halfM, Math.max(x0, x1))]
      const [south, north] = [Math.max(-halfM, Math.min(y0, y1)), Math.min(halfM, Math.max(y0, y1))]
      for (let row = Math.floor(south / cellM); row <= Math.floor(north / cellM); row++) {
        for (let column = Math.floor(west / cellM); column <= Math.floor(east / cellM); column++) {
          const key = row * columns + column
          const cell = cells.get(key)
          if (cell) cell.push(i)
          else cells.set(key, [i])
        }
      }
    }
    ringLength[ring] = length
  }
  return { xy, ringOf, partStart, along, ringLength, cellM, cells }
}

function meanEdgeM(xy: Float64Array, partStart: Uint32Array): number {
  let sum = 0
  for (let ring = 0; ring + 1 < partStart.length; ring++) {
    for (let i = partStart[ring]! + 1; i < partStart[ring + 1]!; i++)
      sum += Math.hypot(xy[2 * i]! - xy[2 * i - 2]!, xy[2 * i + 1]! - xy[2 * i - 1]!)
  }
  return sum / Math.max(1, xy.length / 2)
}

export const nextOf = ({ ringOf, partStart }: LineIndex, vertex: number): number => {
  const ring = ringOf[vertex]!
  return vertex + 1 < partStart[ring + 1]! ? vertex + 1 : partStart[ring]!
}

export const previousOf = ({ ringOf, partStart }: LineIndex, vertex: number): number => {
  const ring = ringOf[vertex]!
  return vertex > partStart[ring]! ? vertex - 1 : partStart[ring + 1]! - 1
}

/** The nearest place of every ring that comes within `mostM` (at most a cell's width) of a point. */
export function placesNear(index: LineIndex, x: number, y: number, mostM: number): PlaceOnRing[] {
  const { cellM, cells, ringOf } = index
  const found: PlaceOnRing[] = []
  for (let row = Math.floor((y - mostM) / cellM); row <= Math.floor((y + mostM) / cellM); row++) {
    for (let column = Math.floor((x - mostM) / cellM); column <= Math.floor((x + mostM) / cellM); column++) {
      for (const edge of cells.get(row * columns + column) ?? []) {
        const ring = ringOf[edge]!
        const known = found.findIndex((place) => place.ring === ring)
        const place = placeOnEdge(index, edge, x, y)
        if (place.distanceM > mostM || (known >= 0 && found[known]!.distanceM <= place.distanceM)) continue
        if (known >= 0) found[known] = place
        else found.push(place)
      }
    }
  }
  return found
}

const vertexWithinM = 1e-6

function placeOnEdge(index: LineIndex, edge: number, x: number, y: number): PlaceOnRing {
  const { xy, along, ringOf } = index
  const next = nextOf(index, edge)
  const [x0, y0] = [xy[2 * edge]!, xy[2 * edge + 1]!]
  const [run, climb] = [xy[2 * next]! - x0, xy[2 * next + 1]! - y0]
  const length = Math.hypot(run, climb)
  const raw = length > 0 ? Math.min(1, Math.max(0, ((x - x0) * run + (y - y0) * climb) / length ** 2)) : 0
  const part = raw * length < vertexWithinM ? 0 : (1 - raw) * length < vertexWithinM ? 1 : raw
  return {
    ring: ringOf[edge]!,
    edge,
    part,
    alongM: along[edge]! + part * length,
    distanceM: Math.hypot(x - x0 - part * run, y - y0 - part * climb),
  }
}

/** Distance in metres of vertex `i` of `xy` from the edge between two other points. */
export function distanceFrom(xy: Float64Array, i: number, x0: number, y0: number, x1: number, y1: number): number {
  const [run, climb] = [x1 - x0, y1 - y0]
  const square = run * run + climb * climb
  const [x, y] = [xy[2 * i]! - x0, xy[2 * i + 1]! - y0]
  const part = square > 0 ? Math.min(1, Math.max(0, (x * run + y * climb) / square)) : 0
  return Math.hypot(x - part * run, y - part * climb)
}
