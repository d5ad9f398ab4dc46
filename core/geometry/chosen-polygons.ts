import type { Shapes } from './shapes.ts'

/** The shapes with only those polygons, lines or points that `isChosen` by their number; features keep their numbers. */
export function chosenPolygons(shapes: Shapes, isChosen: (polygon: number) => boolean): Shapes {
  const { kind, coordinates, partStart, partPolygon, polygonFeature } = shapes
  const newNumber = new Map<number, number>()
  for (let polygon = 0; polygon < polygonFeature.length; polygon++) {
    if (isChosen(polygon)) newNumber.set(polygon, newNumber.size)
  }
  const parts = Array.from(partPolygon.keys()).filter((part) => newNumber.has(partPolygon[part]!))
  const starts = [0]
  for (const part of parts) starts.push(starts.at(-1)! + partStart[part + 1]! - partStart[part]!)
  const kept = new Float64Array(2 * starts.at(-1)!)
  parts.forEach((part, i) =>
    kept.set(coordinates.subarray(2 * partStart[part]!, 2 * partStart[part + 1]!), 2 * starts[i]!),
  )
  return {
    kind,
    coordinates: kept,
    partStart: Uint32Array.from(starts),
    partPolygon: Uint32Array.from(parts, (part) => newNumber.get(partPolygon[part]!)!),
    polygonFeature: Uint32Array.from(newNumber.keys(), (polygon) => polygonFeature[polygon]!),
  }
}
