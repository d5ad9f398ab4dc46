import { html, nothing, type TemplateResult } from 'lit/html.js'
import { holdEndsOf } from '../../core/model/hold-end.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { ClassName } from '../../core/model/measurement.ts'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { classCaption } from '../../core/format/class-label.ts'
import { symbolOfClass } from '../../core/symbology/class-symbol.ts'
import { classedGround } from '../state/layer-features.ts'
import type { StudyView } from '../state/page-state.ts'
import { hasControl, shownDate } from '../state/shown-series.ts'
import { swatch } from './swatch.ts'

const mostShown = 40

/** What a layer's lines, colours and patterns mean. */
export function legend(state: StudyView, layer: Layer): TemplateResult {
  const { language } = state
  const isOutline = layer.role === 'plan' || layer.role === 'units' || layer.role === 'context'
  const line = layer.schematic ? schematicLine(layer.role === 'plan' ? 'plan' : 'outline', language) : nothing
  if (isOutline) return html`${line}`
  const isOverControl = hasControl(state)
  const entry = (name: ClassName, place: number): TemplateResult =>
    html`<li>${swatch(symbolOfClass(layer, name, place, isOverControl))}${classCaption(layer, name, language)}</li>`
  return html`<ul class="legend">
      ${classNames(state, layer).slice(0, mostShown).map(entry)}
    </ul>
    ${line}`
}

const schematicLine = (kind: 'plan' | 'outline', language: Language): TemplateResult =>
  html`<p class="legend-line">
    <span class="line-sample ${kind}" aria-hidden="true"></span
    ><span class="quiet">${translate(language, 'sheet.schematic')}</span>
  </p>`

/** The classes of a layer in their order, from its features once they are there. */
export function classNames(state: StudyView, layer: Layer): readonly ClassName[] {
  const loaded = state.features.get(layer.id)
  if (loaded) return classedGround(loaded, shownDate(state), state.study ? holdEndsOf(state.study) : []).names
  const tiled = state.tiled.get(layer.id)
  if (tiled) return tiled.tiles.classes
  return layer.classField === undefined ? [layer.name] : layer.classes.map((described) => described.class)
}
