import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate, formatHectares, formatHectareValue, formatNumber, formatShare } from '../../core/study/format.ts'
import type { ClassName } from '../../core/study/measurement.ts'
import type { Change, ChangeCell, ClassChange } from '../../core/timeline/change.ts'
import { say } from '../../core/words/say.ts'
import { compareDays } from '../actions/load-timeline.ts'
import type { PageState } from '../state/page-state.ts'
import type { ChartPart } from './chart-parts.ts'
import { stopsOf } from './stops.ts'

type Named = (names: readonly ClassName[]) => string

/** What changed between two days of the reader's choice: in a sentence, per class, and from every class to every other. */
export function changePanel(state: PageState, series: string, parts: readonly ChartPart[], planM2: number): TemplateResult {
  const { language, time } = state
  const { days, changes } = time
  const change = changes?.find(({ layer }) => layer === series)
  const named: Named = (names) =>
    names.length === 0
      ? say(language, 'class.uncovered')
      : names.map((name) => parts.find((part) => part.kind === 'class' && part.name === name)?.caption ?? name ?? say(language, 'class.empty')).join(' + ')
  return html`<section class="change" aria-labelledby="change-title">
    <h3 id="change-title">${say(language, 'page.change')}</h3>
    <div class="change-days">${daySelect(state, 'from')} ${daySelect(state, 'to')}</div>
    ${days === null
      ? html`<p class="quiet">${say(language, 'page.change.choose')}</p>`
      : changes === null
        ? html`<p role="status">${say(language, 'page.change.comparing')}</p>`
        : change
          ? html`${sentence(change, state, planM2)} ${gainTable(change, state, named)} ${matrix(change, state, named)}`
          : html`<p>${say(language, 'page.change.none')}</p>`}
  </section>`
}

function daySelect(state: PageState, end: 'from' | 'to'): TemplateResult {
  const { language, time } = state
  const stops = stopsOf(state)
  const days = time.days ?? { from: stops[0] ?? '', to: stops.at(-1) ?? '' }
  return html`<span class="change-day">
    <label class="quiet" for="change-${end}">${say(language, `page.change.${end}`)}</label>
    <select
      id="change-${end}"
      .value=${live(days[end])}
      @change=${(event: Event) => void compareDays({ ...days, [end]: (event.currentTarget as HTMLSelectElement).value })}
    >
      ${stops.map((day) => html`<option value=${day} ?selected=${day === days[end]}>${formatDate(day, language)}</option>`)}
    </select>
  </span>`
}

function sentence({ changedM2, sliversM2, sliverWidthM }: Change, { language }: PageState, planM2: number): TemplateResult {
  const values = { area: formatHectares(changedM2, language), share: formatShare(changedM2 / planM2, language) }
  return html`<p class="change-sentence">
    ${say(language, 'page.change.sentence', values)}
    ${sliverWidthM === null
      ? say(language, 'page.change.no-width')
      : sliversM2 > 0
        ? say(language, 'page.change.slivers', { area: formatHectares(sliversM2, language), width: formatNumber(sliverWidthM) })
        : nothing}
  </p>`
}

/** Gains and losses as figures and as bars from a common middle. */
function gainTable({ classes }: Change, { language }: PageState, named: Named): TemplateResult {
  const largest = Math.max(...classes.flatMap(({ gainedM2, lostM2 }) => [gainedM2, lostM2]), 1)
  const bar = (kind: 'lost' | 'gained', areaM2: number): TemplateResult =>
    html`<span class="gain-half"><span class="gain-bar ${kind}" .style=${`inline-size:${(100 * areaM2) / largest}%`}></span></span>`
  const row = ({ class: name, gainedM2, lostM2, unchangedM2 }: ClassChange): TemplateResult =>
    html`<tr>
      <th scope="row">${named([name])}</th>
      <td class="number">${signed('−', lostM2, language)}</td>
      <td class="gain-cell" aria-hidden="true">${bar('lost', lostM2)}${bar('gained', gainedM2)}</td>
      <td class="number">${signed('+', gainedM2, language)}</td>
      <td class="number">${formatHectareValue(unchangedM2, language)}</td>
    </tr>`
  return html`<table class="gain-table">
    <thead>
      <tr>
        <th scope="col">${say(language, 'page.column.class')}</th>
        <th scope="col" class="number">${say(language, 'page.change.lost')}</th>
        <td aria-hidden="true"></td>
        <th scope="col" class="number">${say(language, 'page.change.gained')}</th>
        <th scope="col" class="number">${say(language, 'page.change.kept')}</th>
      </tr>
    </thead>
    <tbody>
      ${classes.filter(({ gainedM2, lostM2, unchangedM2 }) => gainedM2 + lostM2 + unchangedM2 > 0).map(row)}
    </tbody>
  </table>`
}

/** From every class (rows) to every other (columns); what redrawing alone could make stands in brackets. */
function matrix({ matrix: cells, from, to, reconciliation }: Change, { language }: PageState, named: Named): TemplateResult {
  const rows = [...new Map(cells.map((cell) => [JSON.stringify(cell.fromClasses), cell.fromClasses])).values()]
  const columns = [...new Map(cells.map((cell) => [JSON.stringify(cell.toClasses), cell.toClasses])).values()]
  const at = (row: ChangeCell['fromClasses'], column: ChangeCell['toClasses']): ChangeCell | undefined =>
    cells.find(({ fromClasses, toClasses }) => fromClasses === row && toClasses === column) ??
    cells.find(({ fromClasses, toClasses }) => JSON.stringify([fromClasses, toClasses]) === JSON.stringify([row, column]))
  const total = (own: readonly ChangeCell[]): string => formatHectareValue(own.reduce((sum, { areaM2 }) => sum + areaM2, 0), language)
  const same = (a: readonly ClassName[], b: readonly ClassName[]): boolean => JSON.stringify(a) === JSON.stringify(b)
  const values = { from: formatDate(from, language), to: formatDate(to, language) }
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${say(language, 'page.change.matrix', values)}>
    <table class="pivot">
      <caption>
        ${say(language, 'page.change.matrix', values)}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col" class="number">${named(column)}</th>`)}
          <th scope="col" class="number">${say(language, 'page.pivot.total')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${named(row)}</th>
              ${columns.map((column) => matrixCell(at(row, column), same(row, column), language))}
              <td class="number total">${total(cells.filter(({ fromClasses }) => same(fromClasses, row)))}</td>
            </tr>`,
        )}
        <tr class="total">
          <th scope="row">${say(language, 'page.pivot.total')}</th>
          ${columns.map((column) => html`<td class="number">${total(cells.filter(({ toClasses }) => same(toClasses, column)))}</td>`)}
          <td class="number">${total(cells)}</td>
        </tr>
      </tbody>
    </table>
    <p class="quiet">
      ${cells.some(({ isSliver }) => isSliver) ? say(language, 'page.change.brackets') : nothing}
      ${say(language, 'page.method.residual', { residual: formatNumber(Math.max(0.01, Math.abs(reconciliation.residualM2)), 2) })}
    </p>
  </div>`
}

function matrixCell(cell: ChangeCell | undefined, isSame: boolean, language: PageState['language']): TemplateResult {
  if (!cell || cell.areaM2 === 0) return html`<td class="number quiet">–</td>`
  const figure = formatHectareValue(cell.areaM2, language)
  return html`<td class="number ${isSame ? 'kept' : ''} ${cell.isSliver ? 'quiet' : ''}">${cell.isSliver ? `(${figure})` : figure}</td>`
}

const signed = (sign: string, areaM2: number, language: PageState['language']): string =>
  areaM2 === 0 ? '–' : `\u2066${sign}${formatHectareValue(areaM2, language)}\u2069`
