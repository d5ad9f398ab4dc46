import type { Shapes } from '../geometry/shapes.ts'
import { shapesOnPaper } from './ground.ts'
import { locatorMm } from './locator.ts'
import type { MapView } from './map-view.ts'
import { northArrowMm } from './north-arrow.ts'
import type { Box } from './paper.ts'

const gapMm = 3
/** A map smaller than this has no room for another in its corner. */
const leastMapMm = { width: 95, height: 75 }
const insideMm = 2.5

/**
 * Where the locator stands: under what fills the last column, else in a corner of the map that plan and unit leave free.
 * `null` where there is no room; one that is asked for takes the corner where it hides the least of them.
 */
export function placedLocator(
  columns: readonly Box[],
  endsMm: readonly number[],
  map: Box,
  keepsOff: readonly Shapes[],
  view: MapView,
  isRequested: boolean,
): Box | null {
  const last = columns.at(-1)
  const usedMm = endsMm.at(-1) ?? 0
  if (last && last.height - usedMm >= locatorMm.height + gapMm && last.width >= locatorMm.width) {
    const width = Math.min(last.width, locatorMm.width * 1.5)
    const height = Math.min(last.height - usedMm - gapMm, (width / locatorMm.width) * locatorMm.height)
    return { x: last.x, y: last.y + last.height - height, width: last.width, height }
  }
  if (!isRequested && (map.width < leastMapMm.width || map.height < leastMapMm.height)) return null
  const width = Math.min(locatorMm.width, map.width * 0.36)
  const height = (width / locatorMm.width) * locatorMm.height
  const left = map.x + insideMm
  const right = map.x + map.width - insideMm - width
  const bottom = map.y + map.height - insideMm - height
  const corners = [
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: left, y: map.y + insideMm },
    { x: right, y: map.y + insideMm + northArrowMm.height + 2 },
  ].map((corner): Box => ({ ...corner, width, height }))
  const free = corners.find((corner) => hidden(keepsOff, view, corner) === 0)
  return (
    free ?? (isRequested ? corners.toSorted((a, b) => hidden(keepsOff, view, a) - hidden(keepsOff, view, b))[0]! : null)
  )
}

/** How many points of the outlines lie under the box. */
function hidden(keepsOff: readonly Shapes[], { projection }: MapView, box: Box): number {
  const polygons = keepsOff.flatMap((shapes) => shapesOnPaper(shapes, () => true, projection, box).polygons)
  return polygons.reduce((sum, { rings }) => sum + rings.reduce((points, ring) => points + ring.length, 0), 0)
}
