import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { fitOf } from '../../../core/classify/class-mapping.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { say } from '../../../core/i18n/say.ts'
import { settleLayer } from '../../actions/settle-layer.ts'
import type { PageState } from '../../state/page-state.ts'
import { classFiles } from './class-files.ts'
import { classList } from './class-list.ts'
import { classWayPanel } from './class-way-panel.ts'
import { classWays } from './class-ways.ts'
import { damageChoice } from './damage-choice.ts'
import { fieldValues, type FieldValues } from '../../controls/field-values.ts'
import { valueTable } from './value-table.ts'

/**
 * Which field tells the classes, what its values mean and how that is drawn, and where classes may be taken from; for
 * units and the plan, which field names them.
 */
export function classSettings(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, layerPanel } = state
  const loaded = state.features.get(layer.id)
  const fields = loaded ? fieldValues(loaded.features.attributes) : []
  if (fields.length === 0) return nothing
  if (layer.role === 'units' || layer.role === 'plan') {
    return fieldChoice(state, layer, fields, 'idField', 'page.settle.unit-id', 'page.settle.unit-id.none')
  }
  const ways = classWays(state, layer, fields)
  const field = fields.find(({ name }) => name === layer.classField)
  // Until the server has answered, the classes are still those of the field before.
  const { classField, classesFrom, classes } = layerPanel?.pending ?? {}
  const isAwaited = (classField !== undefined || classesFrom !== undefined) && classes === undefined
  return html`${fieldChoice(state, layer, fields, 'classField', 'page.settle.class', 'page.settle.class.none')}
    ${field && !isAwaited ? html`${damageChoice(state, layer, field)} ${mapping(state, layer, field)}` : nothing}
    <div class="field">
      <h3>${say(language, 'page.classes.from')}</h3>
      <p class="quiet">${say(language, 'page.classes.from.hint')}</p>
      ${repeat(
        ways,
        ({ key }) => key,
        (way) => classWayPanel(way, layer, state),
      )} ${classFiles(state, layer)}
    </div>`
}

function mapping(state: PageState, layer: Layer, field: FieldValues): TemplateResult {
  const { counts } = fitOf(layer.classes, field.values)
  return html`<div class="field">
      ${valueTable(state, layer, field)}
      ${layer.classes.length === 0 ? html`<p class="quiet">${say(state.language, 'page.classes.too-many')}</p>` : nothing}
    </div>
    ${layer.classes.length > 0 ? classList(state, layer, counts) : nothing}`
}

function fieldChoice(
  { language }: PageState,
  layer: Layer,
  fields: readonly FieldValues[],
  member: 'idField' | 'classField',
  label: 'page.settle.unit-id' | 'page.settle.class',
  none: 'page.settle.unit-id.none' | 'page.settle.class.none',
): TemplateResult {
  return html`<div class="field">
    <label for="layer-${member}">${say(language, label)}</label>
    <select
      id="layer-${member}"
      @change=${(event: Event) => {
        const field = (event.currentTarget as HTMLSelectElement).value
        void settleLayer(layer.id, { [member]: field === '' ? null : field })
      }}
    >
      <option value="" .selected=${live(layer[member] === undefined)}>${say(language, none)}</option>
      ${fields.map(
        ({ name, values }) =>
          html`<option value=${name} .selected=${live(layer[member] === name)}>${name} (${formatNumber(values.length)})</option>`,
      )}
    </select>
  </div>`
}
