import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { isLabelled, type Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'

/** Which field names the features on map and sheet, and which in Arabic. */
export function namesSetting(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language } = state
  const fields = Object.keys(rowsOf(state, layer)[0] ?? {})
  if (layer.role === 'plan' || fields.length === 0) return nothing
  const chosen = isLabelled(layer) ? layer.labelField : undefined
  const choice = (part: 'en' | 'ar', none: string, change: (field: string) => void): TemplateResult =>
    html`<label for=${`layer-names-${part}`}>${translate(language, `page.look.field.${part}`)}</label>
      <select id=${`layer-names-${part}`} @change=${(event: Event) => change((event.currentTarget as HTMLSelectElement).value)}>
        <option value="" .selected=${live(chosen?.[part] === undefined)}>${none}</option>
        ${fields.map((field) => html`<option value=${field} .selected=${live(field === chosen?.[part])}>${field}</option>`)}
      </select>`
  return html`<div class="field">
    <h3>${translate(language, 'page.look.field')}</h3>
    ${choice('en', translate(language, 'page.look.field.none'), (en) => {
      const ar = layer.labelField?.ar
      void changeLayerOptions(
        layer.id,
        en === '' ? { labels: false } : { labelField: { en, ...(ar === undefined ? {} : { ar }) }, labels: true },
      )
    })}
    ${
      chosen
        ? choice('ar', translate(language, 'page.look.field.same'), (ar) => {
            void changeLayerOptions(layer.id, { labelField: { en: chosen.en, ...(ar === '' ? {} : { ar }) } })
          })
        : nothing
    }
  </div>`
}
