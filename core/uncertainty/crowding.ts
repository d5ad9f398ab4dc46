import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Shapes } from '../geometry/shapes.ts'

/** Beyond so many pairs of circles in one square the ground under them takes minutes and gigabytes to measure. */
const mostPairs = 300_000

/** Whether circles of a radius round points overlap too often to be measured in passing: counted in squares as wide as a circle. */
export function isCrowded(shapes: Shapes, radiusM: number): boolean {
  const extent = extentOf(shapes)
  if (shapes.kind !== 'point' || extent === null) return false
  const [west, south, , north] = extent
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const squares = new Map<string, number>()
  let pairs = 0
  for (let i = 0; i < shapes.coordinates.length; i += 2) {
    const column = Math.floor((((shapes.coordinates[i]! - west) * Math.PI) / 180) * (eastM / (2 * radiusM)))
    const row = Math.floor((((shapes.coordinates[i + 1]! - south) * Math.PI) / 180) * (northM / (2 * radiusM)))
    const key = `${column} ${row}`
    const others = squares.get(key) ?? 0
    squares.set(key, others + 1)
    pairs += others
    if (pairs > mostPairs) return true
  }
  return false
}
