import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Layer } from '../../core/study/layer.ts'
import type { ClassName } from '../../core/study/measurement.ts'
import { say } from '../../core/words/say.ts'
import { classCaption, classLook } from '../map/class-look.ts'
import { classedGround } from '../state/layer-features.ts'
import type { StudyView } from '../state/page-state.ts'
import { hasControl, shownDate } from '../state/shown-series.ts'
import { swatch } from './swatch.ts'

const mostShown = 40

/** What a layer's lines, colours and patterns mean. */
export function legend(state: StudyView, layer: Layer): TemplateResult {
  const { language } = state
  const schematic = layer.schematic ? html`<span class="quiet">${say(language, 'sheet.schematic')}</span>` : nothing
  if (layer.role === 'plan' || layer.role === 'units' || layer.role === 'context') {
    if (!layer.schematic) return html``
    const kind = layer.role === 'plan' ? 'plan' : 'outline'
    return html`<p class="legend-line"><span class="line-sample ${kind}" aria-hidden="true"></span>${schematic}</p>`
  }
  const isOverControl = hasControl(state)
  return html`<ul class="legend">
      ${classNames(state, layer)
        .slice(0, mostShown)
        .map((name, place) => html`<li>${swatch(classLook(layer, name, place, isOverControl))}${classCaption(layer, name, language)}</li>`)}
    </ul>
    ${layer.schematic ? html`<p class="legend-line"><span class="line-sample outline" aria-hidden="true"></span>${schematic}</p>` : nothing}`
}

/** The classes of a layer in their order, from its features once they are there. */
export function classNames(state: StudyView, layer: Layer): readonly ClassName[] {
  const loaded = state.features.get(layer.id)
  if (loaded) return classedGround(loaded, shownDate(state)).names
  return layer.classField === undefined ? [layer.name] : layer.classes.map((described) => described.class)
}
