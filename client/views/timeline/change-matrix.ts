import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate, formatHectares, formatHectareValue, formatNumber } from '../../../core/format/format.ts'
import { formatInterval, formatNoFinerThan } from '../../../core/format/interval-text.ts'
import type { ClassName } from '../../../core/model/measurement.ts'
import type { Change, ChangeCell } from '../../../core/timeline/change.ts'
import { isChanged } from '../../../core/timeline/changed-cell.ts'
import { say } from '../../../core/i18n/say.ts'
import { groundCell } from '../../controls/ground-cell.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Named } from './change-panel.ts'

type Classes = readonly ClassName[]

/** From every class (rows) to every other (columns), each cell one with its ground; what redrawing alone could make is named. */
export function changeMatrix(change: Change, state: PageState, named: Named): TemplateResult {
  const { language } = state
  const { matrix: cells, from, to, reconciliation } = change
  const same = (a: Classes, b: Classes): boolean => JSON.stringify(a) === JSON.stringify(b)
  const rows = distinct(cells.map(({ fromClasses }) => fromClasses))
  const columns = distinct(cells.map(({ toClasses }) => toClasses))
  const at = (row: Classes, column: Classes): ChangeCell | undefined =>
    cells.find(({ fromClasses, toClasses }) => same(fromClasses, row) && same(toClasses, column))
  const total = (own: readonly ChangeCell[]): string =>
    formatNoFinerThan(
      own.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      own,
      language,
    )
  const title = say(language, 'page.change.matrix', { from: formatDate(from, language), to: formatDate(to, language) })
  const sum = say(language, 'page.pivot.total')
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="pivot">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col" class="number">${named(column, true)}</th>`)}
          <th scope="col" class="number">${sum}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${named(row)}</th>
              ${columns.map((column) => matrixCell(change, at(row, column), state, named))}
              <td class="number total">${total(cells.filter(({ fromClasses }) => same(fromClasses, row)))}</td>
            </tr>`,
        )}
        <tr class="total">
          <th scope="row">${sum}</th>
          ${columns.map((column) => html`<td class="number">${total(cells.filter(({ toClasses }) => same(toClasses, column)))}</td>`)}
          <td class="number">${total(cells)}</td>
        </tr>
      </tbody>
    </table>
    <p class="quiet">
      ${cells.some(({ sliversM2 = 0 }) => sliversM2 > 0) ? say(language, 'page.change.redrawn') : nothing}
      ${say(language, 'page.method.residual', { residual: formatNumber(Math.max(0.01, Math.abs(reconciliation.residualM2)), 2) })}
    </p>
  </div>`
}

function matrixCell(
  { layer, from, to }: Change,
  cell: ChangeCell | undefined,
  state: PageState,
  named: Named,
): TemplateResult {
  const { language } = state
  if (!cell || cell.areaM2 === 0) return html`<td class="number quiet">–</td>`
  const { areaM2, sliversM2 = 0, fromClasses, toClasses } = cell
  const figure = formatInterval(areaM2, cell, language) ?? formatHectareValue(areaM2, language)
  const ofWhich =
    sliversM2 > 0 ? say(language, 'page.change.of-which', { area: formatHectares(sliversM2, language) }) : ''
  const passage = say(language, 'page.change.passage', { from: named(fromClasses), to: named(toClasses, true) })
  return groundCell(state, {
    ground: { kind: 'change', what: 'passage', fromClasses, toClasses, layer, from, to },
    figure: html`${figure}${ofWhich === '' ? '' : html`<span class="interval">${ofWhich}</span>`}`,
    name: `${passage}: ${figure} ${ofWhich}`,
    look: isChanged(cell) ? '' : 'kept',
  })
}

const distinct = (sets: readonly Classes[]): Classes[] => [
  ...new Map(sets.map((set) => [JSON.stringify(set), set])).values(),
]
