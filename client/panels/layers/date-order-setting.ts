import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { recogniseEvents } from '../../../core/measure/event-columns.ts'
import type { Attributes } from '../../../core/geometry/shapes.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { dateColumn } from '../../../core/time/date-column.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'

const orders = ['dmy', 'mdy'] as const

/** Whether day or month comes first, where the dates of features or events leave it open or somebody has said so. */
export function dateOrderSetting(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, layerPanel } = state
  const pending = layerPanel?.pending.dateOrder
  const order = pending === undefined ? layer.dateOrder : (pending ?? undefined)
  const open = openDate(layer, rowsOf(state, layer))
  if (order === undefined && open === null) return nothing
  return html`<fieldset class="field">
    <legend>${translate(language, 'page.settle.date-order')}</legend>
    ${open === null ? nothing : html`<p>${translate(language, 'page.settle.date-order.open', { value: `\u2068${open}\u2069` })}</p>`}
    ${orders.map(
      (one) =>
        html`<label class="check"
          ><input
            type="radio"
            name="date-order"
            value=${one}
            .checked=${live(order === one)}
            @change=${() => void changeLayerOptions(layer.id, { dateOrder: one })}
          />
          <span>${translate(language, `page.settle.date-order.${one}`)}</span></label
        >`,
    )}
    ${
      order === undefined
        ? nothing
        : html`<div><button type="button" class="link" @click=${() => void changeLayerOptions(layer.id, { dateOrder: null })}>
          ${translate(language, 'page.settle.date-order.leave')}
        </button></div>`
    }
  </fieldset>`
}

/** The first date of the columns that count in which day and month may be exchanged; `null` where there is none. */
function openDate({ dateFields, events }: Layer, attributes: readonly Attributes[]): string | null {
  const listed = events ? recogniseEvents(Object.keys(attributes[0] ?? {})) : null
  const fields = listed ? [listed.from, listed.to] : [dateFields?.from, dateFields?.to]
  const values = attributes.flatMap((row) => fields.map((field) => (field === undefined ? null : row[field])))
  const { open } = dateColumn(values)
  return open === undefined || open === null ? null : String(open)
}
