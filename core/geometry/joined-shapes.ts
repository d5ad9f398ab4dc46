import type { Shapes } from './shapes.ts'

/** The shapes of two layers of one kind as one, the features of the second counted on from those of the first. */
export function joinedShapes(a: Shapes, b: Shapes): Shapes {
  const vertices = a.coordinates.length / 2
  const polygons = a.polygonFeature.length
  const features = polygons === 0 ? 0 : a.polygonFeature[polygons - 1]! + 1
  const coordinates = new Float64Array(a.coordinates.length + b.coordinates.length)
  coordinates.set(a.coordinates)
  coordinates.set(b.coordinates, a.coordinates.length)
  return {
    kind: a.kind,
    coordinates,
    partStart: Uint32Array.from([...a.partStart, ...b.partStart.subarray(1).map((place) => place + vertices)]),
    partPolygon: Uint32Array.from([...a.partPolygon, ...b.partPolygon.map((polygon) => polygon + polygons)]),
    polygonFeature: Uint32Array.from([...a.polygonFeature, ...b.polygonFeature.map((feature) => feature + features)]),
  }
}
