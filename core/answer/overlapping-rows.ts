import { say, type Language } from '../i18n/say.ts'
import { formatShare } from '../format/format.ts'
import type { LayerMeasurement } from '../model/measurement.ts'
import { sliverShare } from '../model/sliver-share.ts'

/** That the rows of a layer's table are not to be added up, where ground stands in several of them; `null` where they add up to the plan. */
export function overlappingRows(
  { classes, multipleM2, uncoveredM2 }: LayerMeasurement,
  planM2: number,
  language: Language,
): string | null {
  if (multipleM2 < sliverShare * planM2) return null
  const sumM2 = classes.reduce((sum, { areaM2 }) => sum + areaM2, multipleM2 + uncoveredM2)
  return say(language, 'sheet.rows-overlap', {
    several: say(language, 'class.several'),
    sum: formatShare(sumM2 / planM2, language, 0),
  })
}
