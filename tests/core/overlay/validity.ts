import { orient2d } from 'robust-predicates'
import type { Shapes } from '../../../core/geometry/shapes.ts'

type Point = readonly [number, number]

/** What is wrong with the polygons of a shape by OGC Simple Features, found by trying every edge with every other. */
export function faultsOf(shapes: Shapes): string[] {
  const faults: string[] = []
  const polygons = Array.from(shapes.polygonFeature, (): Point[][] => [])
  for (const [part, polygon] of shapes.partPolygon.entries()) {
    const ring: Point[] = []
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++)
      ring.push([shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!])
    polygons[polygon]!.push(ring)
  }
  for (const [number, rings] of polygons.entries()) {
    for (const [r, ring] of rings.entries()) {
      if (ring.length < 3) faults.push(`polygon ${number} has a ring of ${ring.length} points`)
      if (new Set(ring.map(String)).size < ring.length) faults.push(`a ring of polygon ${number} visits a point twice`)
      if (areaOf(ring) > 0 !== (r === 0)) faults.push(`ring ${r} of polygon ${number} runs the wrong way`)
    }
    const edges = rings.flatMap((ring, r) => ring.map((from, i) => ({ r, from, to: ring[(i + 1) % ring.length]! })))
    for (const [i, e] of edges.entries()) {
      for (const f of edges.slice(i + 1)) {
        if (crosses(e.from, e.to, f.from, f.to))
          faults.push(`edges of polygon ${number} cross at ${e.from.join(' ')} and ${f.from.join(' ')}`)
        const touches =
          [f.from, f.to].some((p) => liesOn(p, e.from, e.to)) || [e.from, e.to].some((p) => liesOn(p, f.from, f.to))
        if (touches && e.r === f.r)
          faults.push(`ring ${e.r} of polygon ${number} touches itself at ${f.from.join(' ')}`)
      }
    }
    const [shell, ...holes] = rings
    for (const hole of holes)
      if (!hole.every((p) => covers(shell!, p))) faults.push(`a hole of polygon ${number} leaves its shell`)
  }
  return faults
}

const side = (a: Point, b: Point, c: Point): number => -Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]))
const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!
    return sum + (x - ring[0]![0]) * (ny - ring[0]![1]) - (nx - ring[0]![0]) * (y - ring[0]![1])
  }, 0)
const crosses = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
const same = (p: Point, q: Point): boolean => p[0] === q[0] && p[1] === q[1]
const between = (v: number, p: number, q: number): boolean => v >= Math.min(p, q) && v <= Math.max(p, q)
const liesOn = (p: Point, a: Point, b: Point): boolean =>
  !same(p, a) && !same(p, b) && side(a, b, p) === 0 && between(p[0], a[0], b[0]) && between(p[1], a[1], b[1])

function covers(ring: readonly Point[], p: Point): boolean {
  let inside = false
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length]!
    if (same(a, p) || liesOn(p, a, b)) return true
    if (a[1] > p[1] !== b[1] > p[1] && side(a, b, p) > 0 === b[1] > a[1]) inside = !inside
  }
  return inside
}
