import type { ClassName } from '../../../core/model/measurement.ts'
import { textIn } from '../../../core/model/text.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownSeries } from '../../state/shown-series.ts'
import type { LayerSubject } from '../../controls/estimate.ts'

const layerNamed = (state: PageState, name: string) =>
  shownSeries(state).find((series) => series.name === name)?.holding ?? undefined

/** A layer as the study titles it; the plan's own name where it is the plan. */
export function layerTitle(state: PageState, name: string): string {
  const layer = layerNamed(state, name)
  return layer ? textIn(state.language, layer.title) : name
}

export const className = (state: PageState, layer: string, name: ClassName): string =>
  textIn(state.language, classLabel(layerNamed(state, layer), name))

/** What a figure is of, in the reader's words. */
export function figureName(state: PageState, subject: LayerSubject): string {
  if (subject.kind === 'plan') return translate(state.language, 'role.plan')
  return subject.kind === 'class'
    ? className(state, subject.layer, subject.class)
    : translate(state.language, `class.${subject.kind}`)
}
