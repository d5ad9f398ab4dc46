import { isSeveral } from '../../../core/overlay/several.ts'
import { ownersIn, shownAs } from '../../../core/model/owners.ts'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatShare } from '../../../core/format/format.ts'
import { uncoveredRows } from '../../../core/answer/hold-ended-text.ts'
import type { ClassName, LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { light } from '../../actions/light-ground.ts'
import { isSameGround, type Ground } from '../../state/ground.ts'
import type { PageState } from '../../state/page-state.ts'
import { measuredLayers, underlyingLayer } from '../../state/shown-series.ts'
import { classEntry } from '../../controls/class-entry.ts'
import { classBackground } from '../../controls/swatch.ts'

type Segment = {
  readonly share: number
  readonly caption: string
  readonly ground: Ground
  readonly background: string
  readonly kind: string
}

/** The plan as one line of 100 %, for the layer that the table in front shows. */
export function planBar(state: PageState, measurement: Measurement): TemplateResult | typeof nothing {
  const { tab, language } = state
  const measured =
    tab === 'combined' || tab === 'units'
      ? underlyingLayer(state)
      : measuredLayers(state, tab).find(({ layer }) => layer !== null)
  if (!measured) return nothing
  const segments = segmentsOf(state, measurement, measured)
  const parts = segments.map(({ caption, share }) => `${caption} ${formatShare(share, language, 0)}`).join(', ')
  return html`<div class="plan-bar" role="img" aria-label=${translate(language, 'page.bar', { parts })}>
    ${segments.map(
      ({ share, ground, background, kind }) =>
        html`<span
          class="segment ${kind} ${isSameGround(state.hovered ?? state.selected, ground) ? 'lit' : ''}"
          .style=${`flex-grow:${share};${background}`}
          @pointerenter=${() => light(ground)}
          @pointerleave=${() => light(null)}
        ></span>`,
    )}
  </div>`
}

/** Ground of each class, ground that several claim, ground not covered: sums of the measured combinations. */
function segmentsOf(state: PageState, { plan, combinations }: Measurement, measured: LayerMeasurement): Segment[] {
  const { name: layer } = measured
  const shareWhere = (holds: (classes: readonly ClassName[]) => boolean): number =>
    combinations.reduce((sum, { classes, areaM2 }) => (holds(classes[layer] ?? []) ? sum + areaM2 : sum), 0) /
    plan.areaM2
  const own = measured.classes.flatMap(({ class: name }): Segment[] => {
    const entry = classEntry(state, measured, name)
    if (!entry) return []
    return [
      {
        share: shareWhere((classes) => shownAs(classes, measured.classes) === name),
        caption: entry.caption,
        ground: { kind: 'class', layer, class: name },
        background: classBackground(entry.style),
        kind: '',
      },
    ]
  })
  const rest = (kind: 'several' | 'uncovered', share: number, caption: string): Segment => ({
    share,
    caption,
    ground: { kind, layer },
    background: '',
    kind,
  })
  return [
    ...own,
    rest(
      'several',
      shareWhere((classes) => isSeveral(classes, ownersIn(measured.classes))),
      translate(state.language, 'class.several'),
    ),
    ...uncoveredRows(measured, state.language).map(({ text, areaM2 }) => rest('uncovered', areaM2 / plan.areaM2, text)),
  ].filter(({ share }) => share > 0)
}
