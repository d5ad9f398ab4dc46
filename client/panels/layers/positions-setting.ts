import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'

type Columns = { readonly x: string; readonly y: string }

const axes = ['x', 'y'] as const

/** Which columns of a table say where its rows lie, where that was guessed or has been said. */
export function positionsSetting(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language } = state
  const columns = state.layerPanel?.pending.positions ?? layer.positions ?? guessedColumns(layer)
  const fields = Object.keys(rowsOf(state, layer)[0] ?? {})
  if (columns === null || fields.length < 2) return nothing
  return html`<div class="field">
    <h3>${translate(language, 'page.settle.positions')}</h3>
    ${axes.map(
      (axis) =>
        html`<label for=${`layer-positions-${axis}`}>${translate(language, `page.settle.positions.${axis}`)}</label>
          <select
            id=${`layer-positions-${axis}`}
            @change=${(event: Event) =>
              void changeLayerOptions(layer.id, {
                positions: changed(columns, axis, (event.currentTarget as HTMLSelectElement).value),
              })}
          >
            ${fields.map((field) => html`<option value=${field} .selected=${live(field === columns[axis])}>${field}</option>`)}
          </select>`,
    )}
    <p class="quiet">${translate(language, 'page.settle.positions.hint')}</p>
  </div>`
}

/** The columns that the values made the import take, as its note names them. */
function guessedColumns({ notes }: Layer): Columns | null {
  if (!notes.some(({ code }) => code === 'table-columns-guessed')) return null
  const values = notes.find(({ code }) => code === 'table-wgs84' || code === 'table-positions')?.values
  return values ? { x: String(values['x']), y: String(values['y']) } : null
}

/** The column of the other axis changes places with the one that it takes. */
function changed(columns: Columns, axis: 'x' | 'y', field: string): Columns {
  const other = axis === 'x' ? 'y' : 'x'
  const rest = columns[other] === field ? columns[axis] : columns[other]
  return axis === 'x' ? { x: field, y: rest } : { x: rest, y: field }
}
