import type { Shapes } from '../../core/geometry/shapes.ts'

export type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]

/** Polygons, each a list of rings without a repeated end, as the shapes of one feature each. */
export function shapesOf(polygons: readonly (readonly Ring[])[]): Shapes {
  const parts = polygons.flatMap((rings, polygon) => rings.map((ring) => ({ ring, polygon })))
  const partStart = new Uint32Array(parts.length + 1)
  for (const [i, { ring }] of parts.entries()) partStart[i + 1] = partStart[i]! + ring.length
  return {
    kind: 'polygon',
    coordinates: Float64Array.from(parts.flatMap(({ ring }) => ring.flat())),
    partStart,
    partPolygon: Uint32Array.from(parts, ({ polygon }) => polygon),
    polygonFeature: Uint32Array.from(polygons, (_, polygon) => polygon),
  }
}
