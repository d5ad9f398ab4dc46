import { uncoveredParts } from '../../../core/answer/hold-ended-text.ts'
import type { Interval, LayerMeasurement } from '../../../core/model/measurement.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { classCaption } from '../../../core/format/class-label.ts'
import type { PageState } from '../../state/page-state.ts'
import type { ComparedStudy } from '../../../core/compare/comparison-answer.ts'

/**
 * One measure of several studies with its interval. `null`: the study's layer has no such class; a study that is not
 * there has no layer of the role.
 */
export type MeasureRow = { readonly caption: string; readonly byStudy: ReadonlyMap<string, MeasuredArea | null> }

type MeasuredArea = Interval & { readonly areaM2: number }

/** The classes of a role over all studies, matched by what they are called, then several sides and not covered. */
export function measureRows(role: string, studies: readonly ComparedStudy[], state: PageState): MeasureRow[] {
  const { language } = state
  const measured = studies.flatMap(({ id, layers }) => {
    const layer = layers.find((one) => one.role === role && one.layer !== null)
    return layer ? [{ id, layer, byCaption: areasByCaption(id, layer, state) }] : []
  })
  if (measured.length === 0) return []
  const captions = [...new Set(measured.flatMap(({ byCaption }) => [...byCaption.keys()]))]
  const rest = (caption: string, of: (layer: LayerMeasurement) => MeasuredArea | null): MeasureRow => ({
    caption,
    byStudy: new Map(measured.map(({ id, layer }) => [id, of(layer)])),
  })
  return [
    ...captions.map((caption) => ({
      caption,
      byStudy: new Map(measured.map(({ id, byCaption }) => [id, byCaption.get(caption) ?? null])),
    })),
    rest(translate(language, 'class.several'), ({ multipleM2, multiple }) => ({ areaM2: multipleM2, ...multiple })),
    ...uncoveredParts(
      measured.map(({ layer }) => layer),
      language,
    ).map(({ text, of }) =>
      rest(text, (layer) => {
        const row = of(layer)
        return row && { ...row.interval, areaM2: row.areaM2 }
      }),
    ),
  ]
}

function areasByCaption(id: string, measured: LayerMeasurement, state: PageState): Map<string, MeasuredArea> {
  const { comparedViews, language } = state
  const layer = comparedViews.get(id)?.study?.layers.find((one) => one.id === measured.layer)
  return new Map(measured.classes.map((own) => [classCaption(layer, own.class, language), own]))
}
