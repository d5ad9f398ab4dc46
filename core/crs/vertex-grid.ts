import { boxAround } from '../geometry/extent.ts'

/** Finds the vertices that lie on an edge. */
export type VertexGrid = {
  /** Numbers of vertices strictly inside the edge from (ax, ay) to (bx, by), in no particular order. */
  readonly onEdge: (ax: number, ay: number, bx: number, by: number) => readonly number[]
}

const none: readonly number[] = []

/** A grid with about two vertices in a cell over `coordinates` (x, y, x, y …); `tolerance` in the same unit. */
export function vertexGrid(coordinates: Float64Array, tolerance: number): VertexGrid {
  const count = coordinates.length / 2
  const [west, south, east, north] = boxAround(coordinates)
  const twoInCell = Math.sqrt(((east - west) * (north - south) * 2) / count)
  const size = Math.max(twoInCell, (east - west) / 4096, (north - south) / 4096, 1e-12)
  const columns = Math.floor((east - west) / size) + 1
  const rows = Math.floor((north - south) / size) + 1
  const clamp = (cell: number, cells: number) => Math.min(Math.max(cell, 0), cells - 1)
  const columnOf = (x: number) => clamp(Math.floor((x - west) / size), columns)
  const rowOf = (y: number) => clamp(Math.floor((y - south) / size), rows)

  const start = new Uint32Array(columns * rows + 1)
  const cellOf = (i: number) => rowOf(coordinates[2 * i + 1]!) * columns + columnOf(coordinates[2 * i]!)
  for (let i = 0; i < count; i++) start[cellOf(i) + 1]!++
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1]! += start[cell]!
  const filled = start.slice(0, -1)
  const vertices = new Uint32Array(count)
  for (let i = 0; i < count; i++) vertices[filled[cellOf(i)]!++] = i

  return {
    onEdge(ax, ay, bx, by) {
      const dx = bx - ax
      const dy = by - ay
      const length = Math.hypot(dx, dy)
      if (length === 0) return none
      let found: number[] | null = null
      const lastRow = rowOf(Math.max(ay, by) + tolerance)
      for (let row = rowOf(Math.min(ay, by) - tolerance); row <= lastRow; row++) {
        // The part of the edge in this row of cells, so that a long slanting edge looks at few cells.
        const low = south + row * size - tolerance
        const t1 = dy === 0 ? 0 : (low - ay) / dy
        const t2 = dy === 0 ? 1 : (low + size + 2 * tolerance - ay) / dy
        const from = ax + dx * Math.min(Math.max(Math.min(t1, t2), 0), 1)
        const to = ax + dx * Math.min(Math.max(Math.max(t1, t2), 0), 1)
        const first = row * columns + columnOf(Math.min(from, to) - tolerance)
        const last = row * columns + columnOf(Math.max(from, to) + tolerance)
        for (let k = start[first]!; k < start[last + 1]!; k++) {
          const x = coordinates[2 * vertices[k]!]! - ax
          const y = coordinates[2 * vertices[k]! + 1]! - ay
          const along = (x * dx + y * dy) / length
          if (along <= tolerance || along >= length - tolerance) continue
          if (Math.abs(x * dy - y * dx) <= tolerance * length) (found ??= []).push(vertices[k]!)
        }
      }
      return found ?? none
    },
  }
}
