import type { Geometry } from 'geojson'
import { boxAround, extentOf } from '../geometry/extent.ts'
import type { Extent, Features } from '../geometry/shapes.ts'
import { cellAt, cellRing, gridNear, type Grid } from '../measure/grid.ts'

/** A smaller number could point at one family: of such a cell it is said that there are some. */
export const leastCount = 5

/** A cell with features of one class; `count` is `null` where they are fewer than `leastCount`. */
export type CoarseCell = { readonly place: number; readonly count: number | null; readonly geometry: Geometry }

/**
 * The features by square cells of `gridM` metres and by class, each feature counted once, in the cell of the middle of its
 * own rectangle. The grid begins at longitude and latitude 0, so that nothing of a cell's corners depends on where a
 * feature lies in it. Features whose class is -1 take no part.
 */
export function coarseCells(
  { shapes }: Pick<Features, 'shapes'>,
  classOfFeature: Int32Array,
  gridM: number,
): CoarseCell[] {
  const extent = extentOf(shapes)
  if (!extent) return []
  const grid = gridOf(extent, gridM)
  const counts = new Map<string, { place: number; column: number; row: number; count: number }>()
  for (const [feature, [west, south, east, north]] of rectangles(shapes)) {
    const place = classOfFeature[feature]!
    if (place < 0) continue
    const [column, row] = cellAt(grid, (west + east) / 2, (south + north) / 2)
    const key = `${place} ${column} ${row}`
    const cell = counts.get(key) ?? { place, column, row, count: 0 }
    cell.count++
    counts.set(key, cell)
  }
  return [...counts.values()]
    .sort((a, b) => a.place - b.place || a.row - b.row || a.column - b.column)
    .map(({ place, column, row, count }) => ({
      place,
      count: count < leastCount ? null : count,
      geometry: { type: 'Polygon', coordinates: [cellRing(grid, column, row)] },
    }))
}

/** A rectangle of whole cells round the layer, which says no more of where it lies than these. */
export function coarseExtent(extent: Extent, gridM: number): Extent {
  const grid = gridOf(extent, gridM)
  const [west, south] = cellAt(grid, extent[0], extent[1])
  const [east, north] = cellAt(grid, extent[2], extent[3])
  const { lonStep, latStep } = grid
  return [west * lonStep, south * latStep, (east + 1) * lonStep, (north + 1) * latStep]
}

/** By the middle latitude, which `gridNear` rounds to a tenth of a degree. */
const gridOf = ([, south, , north]: Extent, gridM: number): Grid => gridNear((south + north) / 2, gridM)

function rectangles({ coordinates, partStart, partPolygon, polygonFeature }: Features['shapes']): Map<number, Extent> {
  const found = new Map<number, Extent>()
  for (const [part, polygon] of partPolygon.entries()) {
    const feature = polygonFeature[polygon]!
    const own = boxAround(coordinates.subarray(2 * partStart[part]!, 2 * partStart[part + 1]!))
    const known = found.get(feature)
    found.set(
      feature,
      known
        ? [
            Math.min(known[0], own[0]),
            Math.min(known[1], own[1]),
            Math.max(known[2], own[2]),
            Math.max(known[3], own[3]),
          ]
        : own,
    )
  }
  return found
}
