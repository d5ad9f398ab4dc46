import { datums } from '../../../core/crs/datums.ts'
import { isInside } from '../../../core/crs/to-wgs84.ts'
import type { PositionColumns } from './position-columns.ts'

/** Columns taken for positions because of their values, and the other pairs that could be. */
export type GuessedColumns = PositionColumns & { readonly others: readonly (readonly [x: number, y: number])[] }

type Ranked = { readonly x: number; readonly y: number; readonly score: number }

/** How many rows are looked at, and what part of them must hold positions. */
const mostRows = 500
const enough = 0.9
/** Degrees that place something have four decimals or more, which shares and ratings have not. */
const decimalDegrees = /^\s*[-+]?\d{1,3}[.,]\d{4,}\s*$/
const metres = /^\s*[-+]?\d{5,7}(?:[.,]\d+)\s*$/
const ground = [datums.deirEzZor.area, datums.palestine1923.area]

/**
 * Two columns whose values read as degrees, or as metres on a grid, where no name says which they are. Of two orders
 * that are possible the one that lies on ground of the local systems is taken, else latitude first as people write it;
 * on a grid of these lands the north is the larger where it is above a million, else the east comes first.
 */
export function guessedColumns(
  columns: number,
  rows: readonly (readonly string[])[],
  coordinateOf: (text: string) => number | null,
): GuessedColumns | null {
  const looked = rows.slice(0, mostRows)
  const holding = (pattern: RegExp): number[] =>
    Array.from({ length: columns }, (_, column) => column).filter((column) => {
      const filled = looked.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
      const matching = filled.filter((cell) => pattern.test(cell)).length
      return filled.length > 0 && matching >= enough * filled.length && filled.length >= looked.length / 2
    })
  const valuesOf = (column: number): (number | null)[] => looked.map((row) => coordinateOf(row[column] ?? ''))
  const onGround = (x: number, y: number): number => {
    const [lons, lats] = [valuesOf(x), valuesOf(y)]
    return lons.filter(
      (lon, i) => lon !== null && lats[i] !== null && ground.some((area) => isInside(area, lon, lats[i]!)),
    ).length
  }
  const areLatitudes = (column: number): boolean =>
    valuesOf(column).every((value) => value === null || Math.abs(value) <= 90)

  const pairs = orderedPairs(holding(decimalDegrees)).filter(([, y]) => areLatitudes(y))
  if (pairs.length > 0) {
    const ranked = pairs
      .map(([x, y]) => ({ x, y, score: onGround(x, y) + (y < x ? 0.5 : 0) - (Math.abs(x - y) > 1 ? 0.25 : 0) }))
      .sort((a, b) => b.score - a.score)
    const [{ x, y }, ...others] = ranked as [Ranked, ...Ranked[]]
    return { x, y, isLonLat: true, others: others.map((other) => [other.x, other.y]) }
  }
  const onGrid = holding(metres)
  if (onGrid.length < 2) return null
  const [first, second] = onGrid as [number, number]
  const isNorth = (column: number): boolean => valuesOf(column).every((value) => value === null || value > 1e6)
  const [x, y] = isNorth(first) && !isNorth(second) ? [second, first] : [first, second]
  return { x, y, isLonLat: false, others: [[y, x]] }
}

const orderedPairs = (columns: readonly number[]): (readonly [number, number])[] =>
  columns.flatMap((x) => columns.filter((y) => y !== x).map((y) => [x, y] as const))
