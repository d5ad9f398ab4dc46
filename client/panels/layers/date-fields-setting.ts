import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Attributes } from '../../../core/geometry/shapes.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { dateColumn } from '../../../core/time/date-column.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'

type DateFields = NonNullable<Layer['dateFields']>

const ends = ['from', 'to'] as const
const looked = 1_000
/** So much of what stands in a column of days is a day. */
const enough = 0.8

/** Which columns say from which day to which each feature holds, where a column of the layer reads as days. */
export function dateFieldsSetting(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, layerPanel } = state
  const pending = layerPanel?.pending.dateFields
  const chosen = pending === undefined ? (layer.dateFields ?? {}) : (pending ?? {})
  const attributes = rowsOf(state, layer)
  const fields = Object.keys(attributes[0] ?? {})
  const isChosen = chosen.from !== undefined || chosen.to !== undefined
  if (layer.role === 'context' || layer.events || !(isChosen || fields.some((field) => holdsDays(field, attributes))))
    return nothing
  return html`<div class="field">
    <h3>${translate(language, 'page.settle.date-fields')}</h3>
    ${ends.map(
      (end) =>
        html`<label for=${`layer-dates-${end}`}>${translate(language, `page.settle.date-fields.${end}`)}</label>
          <select
            id=${`layer-dates-${end}`}
            @change=${(event: Event) =>
              void changeLayerOptions(layer.id, {
                dateFields: changed(chosen, end, (event.currentTarget as HTMLSelectElement).value),
              })}
          >
            <option value="" .selected=${live(chosen[end] === undefined)}>
              ${translate(language, 'page.settle.date-fields.none')}
            </option>
            ${fields.map((field) => html`<option value=${field} .selected=${live(field === chosen[end])}>${field}</option>`)}
          </select>`,
    )}
    <p class="quiet">${translate(language, 'page.settle.date-fields.hint')}</p>
  </div>`
}

/** Whether what stands in the column is days, and not numbers that could be anything. */
function holdsDays(field: string, attributes: readonly Attributes[]): boolean {
  const values = attributes.slice(0, looked).map((row) => row[field])
  const { read } = dateColumn(values)
  const readings = values.map(read).filter(({ kind }) => kind !== 'empty')
  const days = readings.filter(
    (each) =>
      each.kind === 'open' ||
      (each.kind === 'days' && each.as !== 'serial' && each.as !== 'epoch') ||
      (each.kind === 'unusable' && each.reason === 'day-or-month'),
  )
  return days.length > 0 && days.length >= enough * readings.length
}

function changed(fields: DateFields, end: keyof DateFields, field: string): DateFields | null {
  const { [end]: _before, ...rest } = fields
  const next = field === '' ? rest : { ...rest, [end]: field }
  return Object.keys(next).length === 0 ? null : next
}
