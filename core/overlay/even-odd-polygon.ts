import type { Shapes } from '../geometry/shapes.ts'
import { overlapGround } from './overlap-ground.ts'

/**
 * The ground of one polygon of `shapes` by the even-odd rule as polygons that are valid by OGC Simple Features, which may be
 * none: the same ground, whose rings cross and touch nothing.
 */
export function evenOddPolygon(shapes: Shapes, polygon: number): Shapes {
  const parts = [...shapes.partPolygon.keys()].filter((part) => shapes.partPolygon[part] === polygon)
  const rings = parts.map((part) =>
    shapes.coordinates.subarray(2 * shapes.partStart[part]!, 2 * shapes.partStart[part + 1]!),
  )
  const partStart = new Uint32Array(rings.length + 1)
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  for (const [i, ring] of rings.entries()) {
    coordinates.set(ring, 2 * partStart[i]!)
    partStart[i + 1] = partStart[i]! + ring.length / 2
  }
  const own: Shapes = {
    kind: 'polygon',
    coordinates,
    partStart,
    partPolygon: new Uint32Array(rings.length),
    polygonFeature: new Uint32Array(1),
  }
  const layer = { shapes: own, polygonClass: new Int32Array(1), classCount: 1 }
  return overlapGround([layer], () => [0]).ground.shapes
}
