import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { withValue } from '../../../core/classify/class-edits.ts'
import { byName } from '../../../core/classify/classes.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { symbolOfClass } from '../../../core/symbology/class-symbol.ts'
import { swatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { hasControl } from '../../state/shown-series.ts'
import type { FieldValues } from '../../controls/field-values.ts'

const mostListed = 12
const mostAtAll = 200

/** The values of the class field, how many features have each, and the class that each belongs to. */
export function valueTable(state: PageState, layer: Layer, { values }: FieldValues): TemplateResult {
  const { language } = state
  const more = values.slice(mostListed, mostAtAll)
  const beyond = values.length - mostAtAll
  const place = placeOfOwn(layer, values)
  const table = (shown: FieldValues['values']): TemplateResult => valueRows(state, layer, shown, place)
  return html`${table(values.slice(0, mostListed))}
  ${
    more.length > 0
      ? html`<details>
        <summary class="quiet">${translate(language, 'page.settle.values.more', { count: formatNumber(more.length) })}</summary>
        ${table(more)}
      </details>`
      : nothing
  }
  ${beyond > 0 ? html`<p class="quiet">${translate(language, 'page.settle.values.more', { count: formatNumber(beyond) })}</p>` : nothing}`
}

/** The place of a value of no class among the classes, as the measurement has them, which decides its look. */
function placeOfOwn({ classes }: Layer, values: FieldValues['values']): (value: string | null) => number {
  const mapped = new Set(classes.flatMap((one) => one.values))
  const own = values.flatMap(({ value }) => (mapped.has(value ?? '') ? [] : [value])).sort(byName)
  const places = new Map(own.map((value, i) => [value, classes.length + i]))
  return (value) => places.get(value) ?? 0
}

function valueRows(
  state: PageState,
  layer: Layer,
  values: FieldValues['values'],
  placeOf: (value: string | null) => number,
): TemplateResult {
  const { language } = state
  const isOverControl = hasControl(state)
  const canMap = layer.classes.length > 0
  return html`<table class="values">
    <thead>
      <tr>
        <th scope="col">${translate(language, 'page.settle.values')}</th>
        <th scope="col" class="number">${translate(language, 'page.settle.count')}</th>
        ${canMap ? html`<th scope="col">${translate(language, 'page.column.class')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${values.map(({ value, count }) => {
        const place = layer.classes.findIndex((one) => one.values.includes(value ?? ''))
        const name = place < 0 ? value : layer.classes[place]!.class
        return html`<tr>
          <td>
            ${swatch(symbolOfClass(layer, name, place < 0 ? placeOf(value) : place, isOverControl))}
            <bdi>${value ?? translate(language, 'class.empty')}</bdi>
          </td>
          <td class="number">${formatNumber(count)}</td>
          ${canMap ? html`<td>${classChoice(state, layer, value, place)}</td>` : nothing}
        </tr>`
      })}
    </tbody>
  </table>`
}

function classChoice({ language }: PageState, layer: Layer, value: string | null, place: number): TemplateResult {
  const shown = value ?? translate(language, 'class.empty')
  return html`<select
    aria-label=${translate(language, 'page.classes.of-value', { value: shown })}
    @change=${(event: Event) => {
      const to = (event.currentTarget as HTMLSelectElement).value
      void changeLayerOptions(layer.id, {
        classes: withValue(layer.classes, value ?? '', to === '' ? null : Number(to), layer.role),
      })
    }}
  >
    <option value="" .selected=${live(place < 0)}>${translate(language, 'page.classes.own')}</option>
    ${layer.classes.map((one, i) => html`<option value=${i} .selected=${live(i === place)}>${textIn(language, one.label)}</option>`)}
  </select>`
}
