import { refused, type Outcome, done } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { ringAreaM2 } from './ring-area.ts'
import type { Shapes } from './shapes.ts'

/**
 * Refuses polygons whose rings jump over the 180th meridian or run round a pole: edges are straight in longitude and
 * latitude, so that such a ring would be measured the long way round. RFC 7946 asks that they be cut at 180 degrees;
 * rings so cut, and edges from -180 to 180 that bound the whole globe, pass.
 */
export function refuseAntimeridian(shapes: Shapes, layer: string): Outcome<Shapes> {
  const { coordinates, partStart, partPolygon, polygonFeature } = shapes
  if (shapes.kind !== 'polygon') return done(shapes)
  for (const [part, polygon] of partPolygon.entries()) {
    const from = partStart[part]!
    const to = partStart[part + 1]!
    if (goesRoundForNothing(coordinates, from, to)) {
      const feature = polygonFeature[polygon]! + 1
      return refused(problem('polygon-over-antimeridian', { layer, feature, from: 180, to: -180 }))
    }
    for (let i = from; i < to; i++) {
      const lon = coordinates[2 * i]!
      const next = coordinates[2 * (i + 1 < to ? i + 1 : from)]!
      const jump = Math.abs(next - lon)
      if (jump <= 180 || jump === 360) continue
      const feature = polygonFeature[polygon]! + 1
      return refused(problem('polygon-over-antimeridian', { layer, feature, from: lon, to: next }))
    }
  }
  return done(shapes)
}

/**
 * Whether a ring (vertices `from` to `to` - 1) runs once round the earth and back along itself, so that it encloses nothing:
 * one round a pole that lacks the edge along the pole.
 */
export function goesRoundForNothing(coordinates: Float64Array, from: number, to: number): boolean {
  let [west, east] = [Infinity, -Infinity]
  for (let i = from; i < to; i++) {
    west = Math.min(west, coordinates[2 * i]!)
    east = Math.max(east, coordinates[2 * i]!)
  }
  return east - west === 360 && Math.abs(ringAreaM2(coordinates, from, to)) < 1
}
