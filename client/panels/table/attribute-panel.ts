import { html, nothing, type TemplateResult } from 'lit/html.js'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { textIn } from '../../../core/model/text.ts'
import { closeTable, filterTable, selectFeature, showRows, sortTable } from '../../actions/attribute-table.ts'
import { problemText } from '../../api/page-problem.ts'
import { closeIcon } from '../../controls/icons.ts'
import { pageRows, type AttributeTable } from '../../state/attribute-table.ts'
import type { PageState } from '../../state/page-state.ts'
import { keepInSight, moveByKey, rowPx } from './table-keys.ts'

/** Rows that are drawn before and after those in sight, so that little scrolling shows no gap. */
const spare = 8
const usuallyInSight = 24

/** The attributes of a layer, linked to the map: a row shows its feature there, and a feature its row here. */
export function attributePanel(state: PageState): TemplateResult | typeof nothing {
  const { language, study, table } = state
  const layer = study?.layers.find(({ id }) => id === table?.layer)
  if (!table || !layer) return nothing
  const title = textIn(language, layer.title)
  queueMicrotask(keepInSight)
  return html`<section class="attribute-panel" aria-labelledby="attribute-title">
    <div class="attribute-head">
      <h2 id="attribute-title">${translate(language, 'page.table.of', { layer: title })}</h2>
      ${keyed(
        table.layer,
        html`<input
          type="search"
          maxlength="200"
          .value=${table.filter}
          aria-label=${translate(language, 'page.table.filter')}
          placeholder=${translate(language, 'page.table.filter')}
          @input=${(event: Event) => filterTable((event.currentTarget as HTMLInputElement).value)}
        />`,
      )}
      <span class="quiet" role="status">${countText(table, language)}</span>
      <button
        type="button"
        class="icon-button"
        aria-label=${translate(language, 'page.table.close')}
        title=${translate(language, 'page.table.close')}
        @click=${closeTable}
      >
        ${closeIcon}
      </button>
    </div>
    ${layer.sensitive === undefined ? nothing : html`<p class="quiet">${translate(language, 'page.table.sensitive')}</p>`}
    ${table.problem ? html`<p class="problem wrap" role="alert">${problemText(table.problem, language)}</p>` : nothing}
    ${table.size ? grid(table, table.size, title, language) : nothing}
  </section>`
}

function countText({ size, filter, selected }: AttributeTable, language: Language): string {
  if (!size) return translate(language, 'page.table.reading')
  const { matching, features } = size
  const rows = formatNumber(features)
  const count =
    filter.trim() === ''
      ? translate(language, 'page.table.rows', { rows, count: features })
      : translate(language, 'page.table.matching', { matching: formatNumber(matching), rows, count: features })
  if (!selected) return count
  const chosen = translate(language, selected.place === null ? 'page.table.chosen-filtered' : 'page.table.chosen', {
    number: formatNumber(selected.feature),
  })
  return `${count} ${chosen}`
}

type Size = NonNullable<AttributeTable['size']>

function grid(table: AttributeTable, { matching, fields }: Size, title: string, language: Language): TemplateResult {
  const from = Math.max(0, table.first - spare)
  const to = Math.min(matching, table.first + inSight() + spare)
  const places = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
  return html`<div class="attribute-scroll" @scroll=${onScroll}>
    <table
      role="grid"
      aria-label=${title}
      aria-rowcount=${matching + 1}
      aria-colcount=${fields.length + 1}
      @keydown=${(event: KeyboardEvent) => moveByKey(event, table, matching)}
    >
      <thead>
        <tr aria-rowindex="1">
          <th scope="col">${translate(language, 'page.table.number')}</th>
          ${fields.map((field) => head(field, table, language))}
        </tr>
      </thead>
      <tbody>
        ${gap(from, fields.length)}
        ${repeat(
          places,
          (place) => place,
          (place) => row(table, place, fields.length),
        )}
        ${gap(matching - to, fields.length)}
      </tbody>
    </table>
  </div>`
}

function head(field: string, { sort, descending }: AttributeTable, language: Language): TemplateResult {
  const way = sort === field ? (descending ? 'descending' : 'ascending') : 'none'
  return html`<th scope="col" aria-sort=${way}>
    <button type="button" class="link" title=${translate(language, 'page.table.sort', { field })} @click=${() => sortTable(field)}>
      <bdi>${field}</bdi><span aria-hidden="true">${way === 'none' ? '' : way === 'ascending' ? ' ↑' : ' ↓'}</span>
    </button>
  </th>`
}

/** The room of rows that are not drawn. */
const gap = (rows: number, fields: number): TemplateResult | typeof nothing =>
  rows <= 0
    ? nothing
    : html`<tr class="gap" aria-hidden="true" .style=${`block-size:${rows * rowPx}px`}><td colspan=${fields + 1}></td></tr>`

function row(table: AttributeTable, place: number, fields: number): TemplateResult {
  const { focused, selected, pages } = table
  const own = pages.get(Math.floor(place / pageRows))?.[place % pageRows]
  const isSelected = own !== undefined && own.feature === selected?.feature
  const select = (): void => void (own && selectFeature(own.feature, 'row'))
  return html`<tr
    data-place=${place}
    aria-rowindex=${place + 2}
    aria-selected=${isSelected}
    aria-busy=${own === undefined}
    tabindex=${place === focused ? 0 : -1}
    class=${isSelected ? 'lit' : ''}
    @click=${select}
  >
    <th scope="row">${own ? formatNumber(own.feature) : '…'}</th>
    ${own ? own.values.map((value) => html`<td><bdi>${value === null ? '' : String(value)}</bdi></td>`) : html`<td colspan=${fields}></td>`}
  </tr>`
}

const inSight = (): number => {
  const scroll = document.querySelector('.attribute-scroll')
  return scroll ? Math.ceil(scroll.clientHeight / rowPx) : usuallyInSight
}

const onScroll = ({ currentTarget }: Event): void =>
  showRows(Math.floor((currentTarget as HTMLElement).scrollTop / rowPx))
