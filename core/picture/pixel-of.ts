import type { Fit } from './fit.ts'
import { offsetM } from './plane.ts'
import type { Position } from './transform.ts'

const mostSteps = 50
/** Of a pixel: nearer and the position is found. */
const nearPx = 1e-7

/**
 * The position in the picture (pixels, y down) that a fit lays on a place: Newton's method from the middle of its points, with
 * slopes over one pixel. `null` where the fit, far from its points, reaches no such place.
 */
export function pixelOf({ placeOf, points }: Fit, place: Position): Position | null {
  let [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))]
  for (let step = 0; step < mostSteps; step++) {
    const here = placeOf([x, y])
    const [east, north] = offsetM(here, place)
    const [ax, ay] = offsetM(here, placeOf([x + 1, y]))
    const [bx, by] = offsetM(here, placeOf([x, y + 1]))
    const area = ax * by - ay * bx
    const [dx, dy] = [(east * by - north * bx) / area, (north * ax - east * ay) / area]
    if (!Number.isFinite(dx) || !Number.isFinite(dy)) return null
    x += dx
    y += dy
    if (Math.hypot(dx, dy) < nearPx) return [x, y]
  }
  return null
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
