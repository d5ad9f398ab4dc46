import { containment } from '../geometry/contains.ts'
import type { Shapes } from '../geometry/shapes.ts'
import type { MeasuredLayer } from './measured-layer.ts'
import type { PointCount } from '../model/measurement.ts'

/** How many points of each class lie in the plan; a feature of several points counts each of them. */
export function countPoints(plan: Shapes, planM2: number, measured: MeasuredLayer): PointCount[] {
  const { shapes } = measured.features
  const isInside = containment(plan)
  const counts = new Int32Array(measured.names.length)
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const place = measured.classOfFeature[shapes.polygonFeature[shapes.partPolygon[part]!]!]!
    if (place < 0) continue
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) {
      if (isInside(shapes.coordinates[i * 2]!, shapes.coordinates[i * 2 + 1]!)) counts[place]!++
    }
  }
  return measured.names.map((name, i) => ({
    layer: measured.layer.name,
    class: name,
    count: counts[i]!,
    perHa: counts[i]! / (planM2 / 10_000),
  }))
}
