import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { fitOf } from '../../../core/classify/class-mapping.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import type { PageState } from '../../state/page-state.ts'
import { classFiles } from './class-files.ts'
import { classList } from './class-list.ts'
import { suggestedClassesPanel } from './suggested-classes-panel.ts'
import { suggestedClasses } from './suggested-classes.ts'
import { damageChoice } from './damage-choice.ts'
import type { FieldValues } from '../../controls/field-values.ts'
import { fieldsOf } from '../../controls/layer-rows.ts'
import { valueTable } from './value-table.ts'

/**
 * Which field tells the classes, what its values mean and how that is drawn, and where classes may be taken from; for
 * units and the plan, which field names them.
 */
export function classSettings(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, layerPanel } = state
  const fields = fieldsOf(state, layer)
  if (fields.length === 0) return nothing
  if (layer.role === 'units' || layer.role === 'plan') {
    return fieldChoice(state, layer, fields, 'idField', 'page.settle.unit-id', 'page.settle.unit-id.none')
  }
  const ways = suggestedClasses(state, layer, fields)
  const field = fields.find(({ name }) => name === layer.classField)
  // Until the server has answered, the classes are still those of the field before.
  const { classField, classesFrom, classes } = layerPanel?.pending ?? {}
  const isAwaited = (classField !== undefined || classesFrom !== undefined) && classes === undefined
  return html`${fieldChoice(state, layer, fields, 'classField', 'page.settle.class', 'page.settle.class.none')}
    ${field && !isAwaited ? html`${damageChoice(state, layer, field)} ${mapping(state, layer, field)}` : nothing}
    <div class="field">
      <h3>${translate(language, 'page.classes.from')}</h3>
      <p class="quiet">${translate(language, 'page.classes.from.hint')}</p>
      ${repeat(
        ways,
        ({ key }) => key,
        (way) => suggestedClassesPanel(way, layer, state),
      )} ${classFiles(state, layer)}
    </div>`
}

function mapping(state: PageState, layer: Layer, field: FieldValues): TemplateResult {
  const { counts } = fitOf(layer.classes, field.values)
  return html`<div class="field">
      ${valueTable(state, layer, field)}
      ${layer.classes.length === 0 ? html`<p class="quiet">${translate(state.language, 'page.classes.too-many')}</p>` : nothing}
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
    <label for="layer-${member}">${translate(language, label)}</label>
    <select
      id="layer-${member}"
      @change=${(event: Event) => {
        const field = (event.currentTarget as HTMLSelectElement).value
        void changeLayerOptions(layer.id, { [member]: field === '' ? null : field })
      }}
    >
      <option value="" .selected=${live(layer[member] === undefined)}>${translate(language, none)}</option>
      ${fields.map(
        ({ name, distinct }) =>
          html`<option value=${name} .selected=${live(layer[member] === name)}>${name} (${formatNumber(distinct)})</option>`,
      )}
    </select>
  </div>`
}
