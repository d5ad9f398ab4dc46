import type { AttributeValue } from '../../../core/geometry/shapes.ts'

/** What two readings of a shapefile are compared by. */
export type ReadingDigest = {
  readonly features: number
  /**
   * Of polygons the area of all rings in the file's own plane, each counted as more than nothing: what has none counts for
   * neither reader. Of points and lines the number of positions and the sums of both coordinates.
   */
  readonly measures: readonly number[]
  /** Of each field a number made of all its values. */
  readonly fields: ReadonlyMap<string, number>
}

/** A ring or line of either reading. */
export type Path = { readonly length: number; readonly x: (i: number) => number; readonly y: (i: number) => number }

export type Cell = AttributeValue | Date | undefined

/** Which cells are compared where the second reader decodes text so; without an encoding those of ASCII letters. */
export const comparedIn = (encoding: string | null): ((text: string) => boolean) =>
  encoding === null ? (text) => /^[\x20-\x7e]*$/.test(text) : () => true

/** Sums up a reading: its paths with whether they are rings, and its rows. `isCompared` chooses the cells that count. */
export function readingDigest(
  features: number,
  paths: Iterable<Path>,
  isPolygon: boolean,
  rows: readonly Readonly<Record<string, Cell>>[],
  isCompared: (text: string) => boolean,
): ReadingDigest {
  return {
    features,
    measures: isPolygon ? [ringAreaOf(paths)] : sumsOf(paths),
    fields: fieldDigests(rows, isCompared),
  }
}

function ringAreaOf(rings: Iterable<Path>): number {
  let area = 0
  for (const { length, x, y } of rings) {
    let twice = 0
    for (let i = 1; i + 1 < length; i++) twice += (x(i) - x(0)) * (y(i + 1) - y(0)) - (x(i + 1) - x(0)) * (y(i) - y(0))
    area += Math.abs(twice) / 2
  }
  return area
}

function sumsOf(paths: Iterable<Path>): number[] {
  let [positions, sumX, sumY] = [0, 0, 0]
  for (const { length, x, y } of paths) {
    for (let i = 0; i < length; i++) {
      sumX += x(i)
      sumY += y(i)
    }
    positions += length
  }
  return [positions, sumX, sumY]
}

function fieldDigests(
  rows: readonly Readonly<Record<string, Cell>>[],
  isCompared: (text: string) => boolean,
): Map<string, number> {
  const digests = new Map(Object.keys(rows[0] ?? {}).map((name) => [name, 0]))
  for (const [name] of digests) {
    let digest = 0
    for (const row of rows) {
      const text = cellText(row[name])
      digest = hashed(digest, isCompared(text) ? text : '')
    }
    digests.set(name, digest)
  }
  return digests
}

/** Missing, empty, false and not a number are one; numbers that a table holds as digits are numbers. */
function cellText(value: Cell): string {
  if (value === null || value === undefined || value === false || value instanceof Date) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = String(value).replaceAll('\0', '').trim()
  return /^-?\d{16,}$/.test(text) ? String(Number(text)) : text
}

/** FNV-1a over the letters of a cell, after those of the cells before. */
function hashed(digest: number, text: string): number {
  let hash = digest ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return Math.imul(hash ^ text.length, 0x01000193) >>> 0
}
