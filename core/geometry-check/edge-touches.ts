import { vertexGrid } from '../crs/vertex-grid.ts'
import { exactSide } from '../geometry/orientation.ts'
import type { Place } from './ring-meetings.ts'

/** How near an end of an edge a vertex is one with it, in degrees: a ten-thousandth of a millimetre. */
const sameDegrees = 1e-12

/**
 * Where vertices of a ring lie, without any rounding, on another of its edges, between the ends. `coordinates` is the
 * ring's course (lon, lat, lon, lat …) without repeated neighbours and without a closing copy of the first. A spike's
 * end, which lies on the edge before or after its tip, is none.
 */
export function edgeTouches(coordinates: Float64Array): { readonly count: number; readonly place: Place | null } {
  const length = coordinates.length / 2
  let count = 0
  let place: Place | null = null
  if (length < 4) return { count, place }
  const grid = vertexGrid(coordinates, sameDegrees)
  for (let i = 0; i < length; i++) {
    const next = (i + 1) % length
    const ax = coordinates[2 * i]!
    const ay = coordinates[2 * i + 1]!
    for (const vertex of grid.onEdge(ax, ay, coordinates[2 * next]!, coordinates[2 * next + 1]!)) {
      const isNeighbour = (vertex + 1) % length === i || (next + 1) % length === vertex
      if (isNeighbour || exactSide(coordinates, i, next, vertex) !== 0) continue
      count++
      place ??= [coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!]
    }
  }
  return { count, place }
}
