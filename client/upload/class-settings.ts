import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../core/study/format.ts'
import type { Layer } from '../../core/study/layer.ts'
import { say } from '../../core/words/say.ts'
import { settleLayer } from '../actions/settle-layer.ts'
import { classLook } from '../map/class-look.ts'
import { swatch } from '../panels/swatch.ts'
import type { PageState } from '../state/page-state.ts'
import { hasControl } from '../state/shown-series.ts'
import { fieldValues } from './field-values.ts'

const mostListed = 12

/** Which field tells the classes, with its values and how many features have each; for units, which names them. */
export function classSettings(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language } = state
  const loaded = state.features.get(layer.id)
  const fields = loaded ? fieldValues(loaded.features.attributes) : []
  if (fields.length === 0) return nothing
  if (layer.role === 'units' || layer.role === 'plan') {
    return choice('idField', 'page.settle.unit-id', 'page.settle.unit-id.none')
  }
  return html`${choice('classField', 'page.settle.class', 'page.settle.class.none')} ${valueTable()}`

  function choice(
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
            html`<option value=${name} .selected=${live(layer[member] === name)}>
              ${name} (${formatNumber(values.length)})
            </option>`,
        )}
      </select>
    </div>`
  }

  function valueTable(): TemplateResult | typeof nothing {
    const field = fields.find(({ name }) => name === layer.classField)
    if (!field) return nothing
    const isOverControl = hasControl(state)
    const more = field.values.length - mostListed
    return html`<table class="values">
      <thead>
        <tr>
          <th scope="col">${say(language, 'page.settle.values')}</th>
          <th scope="col" class="number">${say(language, 'page.settle.count')}</th>
        </tr>
      </thead>
      <tbody>
        ${field.values.slice(0, mostListed).map(({ value, count }) => {
          const place = layer.classes.findIndex(({ values }) => values.includes(value ?? ''))
          const name = layer.classes[place]?.class ?? value
          return html`<tr>
            <td>
              ${swatch(classLook(layer, name, Math.max(0, place), isOverControl))}
              <bdi>${value ?? say(language, 'class.empty')}</bdi>
            </td>
            <td class="number">${formatNumber(count)}</td>
          </tr>`
        })}
      </tbody>
    </table>
    ${more > 0
      ? html`<p class="quiet">${say(language, 'page.settle.values.more', { count: formatNumber(more) })}</p>`
      : nothing}`
  }
}
