import { extentOf } from '../geometry/extent.ts'
import type { Shapes } from '../geometry/shapes.ts'
import type { Box } from './paper.ts'
import type { PlanPlace } from './plan-place.ts'
import { fittingScale, localMetres, paperProjection, type PaperProjection, type Point } from './projection.ts'
import type { SheetLayer } from './sheet-layers.ts'

/** What the map shows at which scale. */
export type MapView = {
  readonly centre: Point
  readonly scale: number
  readonly projection: PaperProjection
  readonly frame: Box
}

/** The plan in the middle of the frame, or the place of one without an outline, or else all layers; `null` where there is no ground at all. */
export function mapView(
  plan: Shapes | null,
  layers: readonly SheetLayer[],
  frame: Box,
  scale: number | undefined,
  place: PlanPlace | null = null,
): MapView | null {
  if (place) {
    const chosen = scale ?? fittingScale(place.widthM, place.widthM, frame)
    return { centre: place.at, scale: chosen, projection: paperProjection(place.at, chosen, frame), frame }
  }
  const shown = plan && plan.coordinates.length > 0 ? [plan] : layers.map(({ features }) => features.shapes)
  const extents = shown.flatMap((shapes) => extentOf(shapes) ?? [])
  if (extents.length === 0) return null
  const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
    extents.filter((_, i) => i % 4 === side).reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b))),
  ) as [number, number, number, number]
  const about: Point = [(west + east) / 2, (south + north) / 2]
  const metres = localMetres(about)
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { coordinates } of shown) {
    for (let i = 0; i < coordinates.length; i += 2) {
      const [x, y] = metres.forward<[number, number]>([coordinates[i]!, coordinates[i + 1]!])
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = Math.min(bottom, y)
      top = Math.max(top, y)
    }
  }
  const centre = metres.inverse<[number, number]>([(left + right) / 2, (bottom + top) / 2])
  const chosen = scale ?? fittingScale(right - left, top - bottom, frame)
  return { centre, scale: chosen, projection: paperProjection(centre, chosen, frame), frame }
}
