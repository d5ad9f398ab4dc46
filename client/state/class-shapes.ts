import type { Shapes } from '../../core/geometry/shapes.ts'

/** The polygons of each class as shapes of their own, one for each of `count` classes; class -1 is left out. */
export function classShapes(shapes: Shapes, classOfFeature: Int32Array, count: number): Shapes[] {
  const parts: number[][] = Array.from({ length: count }, () => [])
  shapes.partPolygon.forEach((polygon, part) => {
    parts[classOfFeature[shapes.polygonFeature[polygon]!]!]?.push(part)
  })
  return parts.map((chosen) => subset(shapes, chosen))
}

function subset({ kind, coordinates, partStart, partPolygon, polygonFeature }: Shapes, parts: number[]): Shapes {
  const starts = [0]
  const polygons: number[] = []
  const features: number[] = []
  let last = -1
  for (const part of parts) {
    starts.push(starts.at(-1)! + partStart[part + 1]! - partStart[part]!)
    if (partPolygon[part] !== last) features.push(polygonFeature[partPolygon[part]!]!)
    last = partPolygon[part]!
    polygons.push(features.length - 1)
  }
  const chosen = new Float64Array(starts.at(-1)! * 2)
  parts.forEach((part, i) => {
    chosen.set(coordinates.subarray(partStart[part]! * 2, partStart[part + 1]! * 2), starts[i]! * 2)
  })
  return {
    kind,
    coordinates: chosen,
    partStart: Uint32Array.from(starts),
    partPolygon: Uint32Array.from(polygons),
    polygonFeature: Uint32Array.from(features),
  }
}
