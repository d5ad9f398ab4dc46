import type { OverlayLayer } from '../core/overlay/overlay.ts'

/** The polygons of a layer as GeoJSON has them: rings of positions, the first repeated at the end. */
export function polygonsOf({ shapes }: OverlayLayer): number[][][][] {
  const polygons: number[][][][] = Array.from(shapes.polygonFeature, () => [])
  for (const [part, polygon] of shapes.partPolygon.entries()) {
    const ring: number[][] = []
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++)
      ring.push([shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!])
    polygons[polygon]!.push([...ring, ring[0]!])
  }
  return polygons
}
