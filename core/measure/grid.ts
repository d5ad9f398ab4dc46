import type { Position } from 'geojson'
import { metresPerRadian } from '../geometry/local-radii.ts'

/** A grid of square cells in rows along the parallels, cell 0, 0 at longitude 0 and latitude 0. */
export type Grid = { readonly lonStep: number; readonly latStep: number }

const degrees = 180 / Math.PI

/**
 * The grid whose cells are `cellM` metres wide and high at the given latitude, rounded to a tenth of a degree so that it
 * is the same for all lists of one region; a tenth of a degree away cells are 0.1 % off at the latitude of Damascus.
 */
export function gridNear(latDegrees: number, cellM: number): Grid {
  const { eastM, northM } = metresPerRadian(Math.round(latDegrees * 10) / 10)
  return { lonStep: (cellM / eastM) * degrees, latStep: (cellM / northM) * degrees }
}

/** Column and row of the cell that a position lies in. */
export const cellAt = (
  { lonStep, latStep }: Grid,
  lon: number,
  lat: number,
): readonly [column: number, row: number] => [Math.floor(lon / lonStep), Math.floor(lat / latStep)]

/** The cell as a ring, counter-clockwise and closed. */
export function cellRing({ lonStep, latStep }: Grid, column: number, row: number): Position[] {
  const [west, east] = [column * lonStep, (column + 1) * lonStep]
  const [south, north] = [row * latStep, (row + 1) * latStep]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

export type CellCount = { readonly column: number; readonly row: number; readonly count: number }

/** How many positions lie in each cell that holds at least one, by row and column. */
export function countByCell(grid: Grid, positions: readonly (readonly [number, number])[]): CellCount[] {
  const counts = new Map<string, { column: number; row: number; count: number }>()
  for (const [lon, lat] of positions) {
    const [column, row] = cellAt(grid, lon, lat)
    const key = `${column} ${row}`
    const cell = counts.get(key) ?? { column, row, count: 0 }
    cell.count++
    counts.set(key, cell)
  }
  return [...counts.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}
