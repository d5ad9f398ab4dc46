import { vertexGrid } from '../crs/vertex-grid.ts'
import { noPoints, pointNumber } from '../geometry/point-numbers.ts'
import { polygonAreasM2 } from '../geometry/polygon-areas.ts'
import type { Shapes } from '../geometry/shapes.ts'
import { arrange } from '../overlay/arrangement.ts'
import { packLayers } from '../overlay/pack-layers.ts'
import { edgesOnce, type Edges } from './edges-once.ts'
import { peeledOutlines } from './peeled-outlines.ts'
import type { Place } from './ring-meetings.ts'

/** A polygon some lines of which are traced more than once: where first, and its area when each counts once. */
export type TracedLines = { readonly count: number; readonly place: Place; readonly repairedM2: number }

/** How near an edge a vertex lies on it, in degrees: a ten-thousandth of a millimetre. */
const sameDegrees = 1e-12

/**
 * Lines that a polygon (the parts `from` to `end` - 1 of the shapes) traces more than once: a ring drawn again, a hole
 * along its shell. Its area by repair is that of GEOS's `make_valid` ("linework"): each line is taken once, and the
 * outlines that then remain are filled by the even-odd rule. `null` where no line is traced twice.
 */
export function tracedLines(shapes: Shapes, from: number, end: number): TracedLines | null {
  const alone = partsOf(shapes, from, end)
  if (!doLinesMeet(alone)) return null
  const packed = packLayers([{ shapes: alone, polygonClass: Int32Array.of(0), classCount: 1 }])
  if (packed.rings.count === 0) return null
  const edges = edgesOnce(arrange(packed.rings, true))
  if (edges.repeated === 0) return null
  const outlines = peeledOutlines(edges)
  if (outlines === null) return null
  const place: Place = [edges.coordinates[2 * edges.firstRepeated]!, edges.coordinates[2 * edges.firstRepeated + 1]!]
  return { count: edges.repeated, place, repairedM2: areaOf(edges, outlines) }
}

function partsOf({ kind, coordinates, partStart }: Shapes, from: number, end: number): Shapes {
  const first = partStart[from]!
  return {
    kind,
    coordinates: coordinates.subarray(2 * first, 2 * partStart[end]!),
    partStart: partStart.subarray(from, end + 1).map((place) => place - first),
    partPolygon: new Uint32Array(end - from),
    polygonFeature: Uint32Array.of(0),
  }
}

/** Up to so many vertices each is held against each edge; a house has fewer. */
const fewVertices = 24

/** Whether two vertices that are no neighbours are one point, or one lies on an edge: without either no line is traced twice. */
const doLinesMeet = (shapes: Shapes): boolean =>
  shapes.coordinates.length / 2 <= fewVertices ? doFewMeet(shapes) : doManyMeet(shapes)

function doFewMeet({ coordinates, partStart }: Shapes): boolean {
  for (let part = 0; part + 1 < partStart.length; part++) {
    const stop = partStart[part + 1]!
    for (let i = partStart[part]!; i < stop; i++) {
      const next = i + 1 < stop ? i + 1 : partStart[part]!
      const [ax, ay] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
      const [dx, dy] = [coordinates[2 * next]! - ax, coordinates[2 * next + 1]! - ay]
      const length = Math.hypot(dx, dy)
      if (length === 0) continue
      for (let k = 0; k < coordinates.length / 2; k++) {
        if (k === i || k === next) continue
        const [x, y] = [coordinates[2 * k]! - ax, coordinates[2 * k + 1]! - ay]
        const along = (x * dx + y * dy) / length
        const off = Math.abs(x * dy - y * dx)
        if (along >= -sameDegrees && along <= length + sameDegrees && off <= sameDegrees * length) return true
      }
    }
  }
  return false
}

function doManyMeet({ coordinates, partStart }: Shapes): boolean {
  const points = noPoints(coordinates.length / 2)
  const firstOf = new Map<number, number>()
  for (let part = 0; part + 1 < partStart.length; part++) {
    for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
      const before = points.count
      const point = pointNumber(points, coordinates[2 * i]!, coordinates[2 * i + 1]!)
      if (points.count > before) firstOf.set(point, i)
      else if (i - firstOf.get(point)! > 1) return true
    }
  }
  const grid = vertexGrid(coordinates, sameDegrees)
  for (let part = 0; part + 1 < partStart.length; part++) {
    const start = partStart[part]!
    const stop = partStart[part + 1]!
    for (let i = start; i < stop; i++) {
      const next = i + 1 < stop ? i + 1 : start
      const [ax, ay] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
      if (grid.onEdge(ax, ay, coordinates[2 * next]!, coordinates[2 * next + 1]!).length > 0) return true
    }
  }
  return false
}

function areaOf({ coordinates }: Edges, outlines: readonly (readonly number[])[]): number {
  const starts = [0]
  for (const outline of outlines) starts.push(starts.at(-1)! + outline.length)
  const places = outlines.flat().flatMap((node) => [coordinates[2 * node]!, coordinates[2 * node + 1]!])
  const [areaM2 = 0] = polygonAreasM2({
    kind: 'polygon',
    coordinates: Float64Array.from(places),
    partStart: Uint32Array.from(starts),
    partPolygon: new Uint32Array(outlines.length),
    polygonFeature: Uint32Array.of(0),
  })
  return areaM2
}
