import { isDamageList } from '../../../core/model/lists.ts'
import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { PageState } from '../../state/page-state.ts'
import { fieldValues } from '../../controls/field-values.ts'

/** Which field of a plan or of units counts the buildings, in a study that has damaged sites to set against them. */
export function buildingsSetting(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, study } = state
  const loaded = state.features.get(layer.id)
  const isBase = layer.role === 'plan' || layer.role === 'units'
  if (!isBase || !loaded || !study?.layers.some(isDamageList)) return nothing
  const fields = fieldValues(loaded.features.attributes).filter(({ values }) =>
    values.every(({ value }) => value === null || Number.isInteger(Number(value))),
  )
  if (fields.length === 0) return nothing
  return html`<div class="field">
    <label for="layer-buildings">${translate(language, 'page.settle.buildings')}</label>
    <select
      id="layer-buildings"
      @change=${(event: Event) => {
        const field = (event.currentTarget as HTMLSelectElement).value
        void changeLayerOptions(layer.id, { buildingsField: field === '' ? null : field })
      }}
    >
      <option value="" .selected=${live(layer.buildingsField === undefined)}>${translate(language, 'page.settle.buildings.none')}</option>
      ${fields.map(({ name }) => html`<option value=${name} .selected=${live(layer.buildingsField === name)}>${name}</option>`)}
    </select>
  </div>`
}
