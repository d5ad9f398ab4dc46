import { html, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { namesReferredTo, withLabel, withLook } from '../../../core/classify/class-edits.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { patterns, type Layer, type LayerClass, type Pattern } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { moveClass, changeLayerOptions } from '../../actions/change-layer-options.ts'
import { symbolOfClass } from '../../../core/symbology/class-symbol.ts'
import { downIcon, upIcon } from '../../controls/icons.ts'
import { swatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { hasControl } from '../../state/shown-series.ts'

/** The classes in their order, each to be named, coloured and moved; `counts` are the features of each. */
export function classList(state: PageState, layer: Layer, counts: readonly number[]): TemplateResult {
  const { language, layerPanel } = state
  return html`<div class="field">
    <h3 id="class-list-title">${translate(language, 'page.classes.list')}</h3>
    <ol class="class-list" aria-labelledby="class-list-title">
      ${repeat(
        layer.classes,
        ({ values: [first] }) => first,
        (one, place) => classEntry(state, layer, one, place, counts[place] ?? 0),
      )}
    </ol>
    <p class="visually-hidden" role="status">${layerPanel?.moved}</p>
  </div>`
}

function classEntry(state: PageState, layer: Layer, one: LayerClass, place: number, count: number): TemplateResult {
  const { language, study } = state
  const name = textIn(language, one.label)
  const change = (classes: LayerClass[]): void => void changeLayerOptions(layer.id, { classes })
  const fixed = study ? namesReferredTo(study, layer.name) : new Set<string>()
  const label = (text: string, part: Language): boolean => {
    const written = text.trim()
    const { ar: _ar, ...others } = one.label
    if (part === 'en' && written === '') return false
    change(withLabel(layer.classes, place, written === '' ? others : { ...one.label, [part]: written }, fixed))
    return true
  }
  const last = layer.classes.length - 1
  return html`<li>
    <details>
      <summary>${swatch(symbolOfClass(layer, one.class, place, hasControl(state)))} <bdi>${name}</bdi> <span class="quiet">(${formatNumber(count)})</span></summary>
      <div class="class-fields">
        ${textField(`class-${place}-en`, translate(language, 'page.classes.name.en'), one.label.en, (text) => label(text, 'en'), 'ltr')}
        ${textField(`class-${place}-ar`, translate(language, 'page.classes.name.ar'), one.label.ar ?? '', (text) => label(text, 'ar'), 'rtl')}
        <label for="class-${place}-color">${translate(language, 'page.classes.color')}</label>
        <input
          id="class-${place}-color"
          type="color"
          .value=${one.color.toLowerCase()}
          @change=${(event: Event) => change(withLook(layer.classes, place, { color: valueOf(event).toUpperCase() }))}
        />
        <label for="class-${place}-pattern">${translate(language, 'page.classes.pattern')}</label>
        <select
          id="class-${place}-pattern"
          @change=${(event: Event) => change(withLook(layer.classes, place, { pattern: valueOf(event) as Pattern }))}
        >
          ${patterns.map(
            (pattern) =>
              html`<option value=${pattern} .selected=${live(one.pattern === pattern)}>${translate(language, `page.pattern.${pattern}`)}</option>`,
          )}
        </select>
      </div>
    </details>
    ${moveButton(place - 1, 'up', place === 0)} ${moveButton(place + 1, 'down', place === last)}
  </li>`

  function moveButton(to: number, direction: 'up' | 'down', isDisabled: boolean): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      id="class-${place}-${direction}"
      aria-label=${translate(language, `page.classes.${direction}`, { class: name })}
      ?disabled=${isDisabled}
      @click=${() => {
        void moveClass(layer, place, to)
        focusMoved(to, to === 0 ? 'down' : to === last ? 'up' : direction)
      }}
    >
      ${direction === 'up' ? upIcon : downIcon}
    </button>`
  }
}

/** The focus goes with the class, so that the next press moves the same one on. */
function focusMoved(to: number, direction: 'up' | 'down'): void {
  requestAnimationFrame(() => document.getElementById(`class-${to}-${direction}`)?.focus())
}

// What is being typed must outlast the drawings that a measurement under way brings, so the value is no live one.
const textField = (
  id: string,
  label: string,
  value: string,
  tell: (text: string) => boolean,
  direction: 'ltr' | 'rtl',
): TemplateResult =>
  html`<label for=${id}>${label}</label>
    <input
      id=${id}
      .value=${value}
      dir=${direction}
      maxlength="500"
      autocomplete="off"
      @change=${(event: Event) => {
        if (!tell(valueOf(event))) (event.currentTarget as HTMLInputElement).value = value
      }}
    />`

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value
