import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellRegions, type Cells } from '../../../core/raster/cell-regions.ts'
import { traceCells } from '../../../core/raster/trace-cells.ts'
import type { Shapes } from '../../../core/geometry/shapes.ts'

const cellsOf = (rows: readonly string[]): Cells => ({
  values: Uint16Array.from(rows.join(''), Number),
  width: rows[0]!.length,
  height: rows.length,
})

const traced = (cells: Cells) => {
  const regions = cellRegions(cells)
  return { regions, shapes: traceCells(cells, regions, 9, Infinity)! }
}

type Ring = readonly (readonly [number, number])[]
const ringsOf = ({ coordinates, partStart, partPolygon, polygonFeature }: Shapes) =>
  Array.from(partPolygon, (polygon, part) => ({
    polygon,
    feature: polygonFeature[polygon]!,
    ring: Array.from({ length: partStart[part + 1]! - partStart[part]! }, (_, i): [number, number] => {
      const at = 2 * (partStart[part]! + i)
      return [coordinates[at]!, coordinates[at + 1]!]
    }) as Ring,
  }))

const signedArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + (x * nextY - nextX * y) / 2
  }, 0)

/** Each edge between two corners, from the lesser end. */
const edgesOf = (ring: Ring): string[] =>
  ring.map((corner, i) => {
    const next = ring[(i + 1) % ring.length]!
    return [corner, next].toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by).join(' ')
  })

const rasters = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, height, most]) =>
    fc
      .array(fc.integer({ min: 0, max: most }), { minLength: width * height, maxLength: width * height })
      .map((values): Cells => ({ values: Uint16Array.from(values), width, height })),
  )

test('each region covers its cells, each class as many as it has', () => {
  fc.assert(
    fc.property(rasters, (cells) => {
      const { regions, shapes } = traced(cells)
      const areas = new Map<number, number>()
      for (const { polygon, ring } of ringsOf(shapes)) areas.set(polygon, (areas.get(polygon) ?? 0) + signedArea(ring))
      const counts = new Map<number, number>()
      for (const region of regions.of) if (region >= 0) counts.set(region, (counts.get(region) ?? 0) + 1)
      expect([...areas.values()].toSorted((a, b) => a - b)).toEqual([...counts.values()].toSorted((a, b) => a - b))
      const perClass = new Map<number, number>()
      for (const { polygon, feature, ring } of ringsOf(shapes)) {
        expect(shapes.polygonFeature[polygon]).toBe(feature)
        perClass.set(feature + 1, (perClass.get(feature + 1) ?? 0) + signedArea(ring))
      }
      for (const [number, area] of perClass) expect(cells.values.filter((value) => value === number)).toHaveLength(area)
    }),
    { seed: 19, numRuns: 500 },
  )
})

test('a polygon has one outline and its holes, no ring visits a corner twice, and neighbours share every line from corner to corner', () => {
  fc.assert(
    fc.property(rasters, (cells) => {
      const rings = ringsOf(traced(cells).shapes)
      const outlines = new Map<number, number>()
      for (const { polygon, ring } of rings) {
        expect(new Set(ring.map(String)).size).toBe(ring.length)
        if (signedArea(ring) > 0) outlines.set(polygon, (outlines.get(polygon) ?? 0) + 1)
      }
      expect([...outlines.values()].every((count) => count === 1)).toBe(true)
      expect(outlines.size).toBe(new Set(rings.map(({ polygon }) => polygon)).size)
      const times = new Map<string, number>()
      for (const { ring } of rings) for (const edge of edgesOf(ring)) times.set(edge, (times.get(edge) ?? 0) + 1)
      expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(2)
      // An edge that one region has alone borders on cells of no class all along: no two of them lie on each other.
      const units = new Map<string, number>()
      for (const [edge, count] of times)
        for (const unit of unitsOf(edge)) units.set(unit, (units.get(unit) ?? 0) + count)
      expect(Math.max(0, ...units.values())).toBeLessThanOrEqual(2)
      for (const [edge, count] of times) for (const unit of unitsOf(edge)) expect(units.get(unit)).toBe(count)
    }),
    { seed: 20, numRuns: 500 },
  )
})

/** The sides of cells that an edge is made of. */
function unitsOf(edge: string): string[] {
  const [ax, ay, bx, by] = edge.split(/[ ,]/).map(Number) as [number, number, number, number]
  return Array.from({ length: Math.max(bx - ax, by - ay) }, (_, i) =>
    ax === bx ? `|${ax},${ay + i}` : `-${ax + i},${ay}`,
  )
}

test('a region that meets itself in a corner has a hole that touches its outline there', () => {
  const { shapes } = traced(cellsOf(['1110', '1010', '1101', '0011']))
  const rings = ringsOf(shapes).filter(({ polygon }) => polygon === 0)
  expect(rings.map(({ ring }) => signedArea(ring))).toEqual([8, -1])
})

test('more corners than are wanted are refused', () => {
  const cells = cellsOf(['1212', '2121'])
  expect(traceCells(cells, cellRegions(cells), 2, 20)).toBeNull()
})
