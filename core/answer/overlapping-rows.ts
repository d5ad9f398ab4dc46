import { translate, type Language } from '../i18n/translate.ts'
import { formatShare } from '../format/format.ts'
import type { LayerMeasurement } from '../model/measurement.ts'
import { sliverShare } from '../model/sliver-share.ts'

/** The rows of a table of a layer's ground. */
type TableRows = Pick<LayerMeasurement, 'uncoveredM2' | 'multipleM2'> & {
  readonly classes: readonly { readonly areaM2: number }[]
}

/** How much more than the plan the rows of the classes and of ground not covered come to: ground under two classes stands in both. */
export const countedTwiceM2 = ({ classes, uncoveredM2 }: Omit<TableRows, 'multipleM2'>, planM2: number): number =>
  classes.reduce((sum, { areaM2 }) => sum + areaM2, uncoveredM2) - planM2

/** That the rows of a layer's table are not to be added up, where ground stands in several of them; `null` where they add up to the plan. */
export function overlappingRows(measured: TableRows, planM2: number, language: Language): string | null {
  const twiceM2 = countedTwiceM2(measured, planM2)
  if (twiceM2 < sliverShare * planM2) return null
  const { multipleM2 } = measured
  const isConflict = multipleM2 >= sliverShare * planM2
  return translate(language, isConflict ? 'sheet.rows-overlap' : 'sheet.rows-overlap-own', {
    several: translate(language, 'class.several'),
    sum: formatShare((planM2 + twiceM2 + (isConflict ? multipleM2 : 0)) / planM2, language, 0),
  })
}
