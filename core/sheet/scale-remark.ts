import type { MessageKey } from '../i18n/translate.ts'
import { extentOf } from '../geometry/extent.ts'
import type { Shapes } from '../geometry/shapes.ts'
import type { Box } from './paper.ts'
import type { PaperProjection } from './projection.ts'

/** A plan whose longer side is shorter than this on paper cannot be read. */
const leastPlanMm = 2

/** What must be said of a scale that somebody chose: that the plan is too small on it, or not on the map as a whole. */
export function scaleRemark(
  plan: Shapes,
  { x, y, width, height }: Box,
  projection: PaperProjection,
): Extract<MessageKey, 'sheet.scale-too-small' | 'sheet.scale-part'> | null {
  const extent = extentOf(plan)
  if (!extent) return null
  const [west, south, east, north] = extent
  const [left, bottom] = projection.toPaper(west, south)
  const [right, top] = projection.toPaper(east, north)
  if (Math.max(right - left, bottom - top) < leastPlanMm) return 'sheet.scale-too-small'
  const isWhole =
    left >= x - slackMm && right <= x + width + slackMm && top >= y - slackMm && bottom <= y + height + slackMm
  return isWhole ? null : 'sheet.scale-part'
}

/** A rectangle of degrees is a little wider on paper than what lies in it. */
const slackMm = 1
