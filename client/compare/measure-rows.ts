import type { ComparedStudy } from '../../core/study/comparison.ts'
import type { LayerMeasurement } from '../../core/study/measurement.ts'
import { say } from '../../core/words/say.ts'
import { classCaption } from '../map/class-look.ts'
import type { PageState } from '../state/page-state.ts'

/**
 * One measure of several studies, in square metres. `null`: the study's layer has no such class; a study that is not
 * there has no layer of the role.
 */
export type MeasureRow = { readonly caption: string; readonly byStudy: ReadonlyMap<string, number | null> }

/** The classes of a role over all studies, matched by what they are called, then several sides and not covered. */
export function measureRows(role: string, studies: readonly ComparedStudy[], state: PageState): MeasureRow[] {
  const { language } = state
  const measured = studies.flatMap(({ id, layers }) => {
    const layer = layers.find((one) => one.role === role && one.layer !== null)
    return layer ? [{ id, layer, byCaption: areasByCaption(id, layer, state) }] : []
  })
  if (measured.length === 0) return []
  const captions = [...new Set(measured.flatMap(({ byCaption }) => [...byCaption.keys()]))]
  const rest = (word: 'class.several' | 'class.uncovered', member: 'multipleM2' | 'uncoveredM2'): MeasureRow => ({
    caption: say(language, word),
    byStudy: new Map(measured.map(({ id, layer }) => [id, layer[member]])),
  })
  return [
    ...captions.map((caption) => ({
      caption,
      byStudy: new Map(measured.map(({ id, byCaption }) => [id, byCaption.get(caption) ?? null])),
    })),
    rest('class.several', 'multipleM2'),
    rest('class.uncovered', 'uncoveredM2'),
  ]
}

function areasByCaption(id: string, measured: LayerMeasurement, state: PageState): Map<string, number> {
  const { comparedViews, language } = state
  const layer = comparedViews.get(id)?.study?.layers.find((one) => one.id === measured.layer)
  return new Map(measured.classes.map(({ class: name, areaM2 }) => [classCaption(layer, name, language), areaM2]))
}
