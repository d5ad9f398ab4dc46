import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate, formatHectares, formatHectareValue, formatNumber } from '../../../core/format/format.ts'
import { formatInterval, formatNoFinerThan } from '../../../core/format/interval-text.ts'
import type { Interval } from '../../../core/model/measurement.ts'
import { isChanged } from '../../../core/timeline/changed-cell.ts'
import { classesText, ownersText, type OwnerNames } from '../../../core/timeline/owner-text.ts'
import { changedHands, passageKey } from '../../../core/timeline/party-passages.ts'
import { ownerKey } from '../../../core/timeline/reported-parties.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { groundCell } from '../../controls/ground-cell.ts'
import type { PageState } from '../../state/page-state.ts'
import type { Change, ChangeCell, Owner } from '../../../core/timeline/timeline-answer.ts'

/** A cell with what its row and its column are called. */
type Cell = Interval & {
  readonly from: Head
  readonly to: Head
  readonly areaM2: number
  readonly sliversM2?: number
  /** The sets of classes that it is drawn as. */
  readonly cells: readonly Pick<ChangeCell, 'fromClasses' | 'toClasses'>[]
  readonly isChange: boolean
}

/** Of a row or column; `key` tells those apart that are called alike. */
type Head = { readonly key: string; readonly text: string }

/**
 * From every party (rows) to every other (columns), each cell one with its ground; what redrawing alone could make is named. Where
 * classes of one party stand apart because other sources name their ground, the same from class to class is there to be opened.
 */
export function changeMatrix(change: Change, state: PageState, named: OwnerNames): TemplateResult {
  const { language } = state
  const { partyMatrix, matrix, notKnownM2 } = change
  const hasEnded = notKnownM2 !== undefined
  const parties = partyMatrix.map((own): Cell => ({
    ...own,
    from: { key: keyOf(own.fromParties), text: ownersText(own.fromParties, named, language) },
    to: { key: keyOf(own.toParties), text: ownersText(own.toParties, named, language, hasEnded) },
    cells: matrix.filter((cell) => passageKey(cell) === passageKey(own)),
    isChange: changedHands(own) === true,
  }))
  const classes = matrix.map((own): Cell => ({
    ...own,
    from: { key: JSON.stringify(own.fromClasses), text: classesText(own.fromClasses, named, language) },
    to: { key: JSON.stringify(own.toClasses), text: classesText(own.toClasses, named, language, hasEnded) },
    cells: [own],
    isChange: isChanged(own),
  }))
  return html`${matrixTable(change, parties, state)}
  ${
    classes.length === parties.length
      ? nothing
      : html`<details class="change-classes">
          <summary>${translate(language, 'page.change.by-class')}</summary>
          <p class="quiet">${translate(language, 'page.change.by-class-about')}</p>
          ${matrixTable(change, classes, state)}
        </details>`
  }`
}

const keyOf = (owners: readonly Owner[]): string => JSON.stringify(owners.map(ownerKey))

const distinct = (heads: readonly Head[]): Head[] => [...new Map(heads.map((head) => [head.key, head])).values()]

function matrixTable(change: Change, cells: readonly Cell[], state: PageState): TemplateResult {
  const { language } = state
  const { from, to, reconciliation } = change
  const rows = distinct(cells.map((cell) => cell.from))
  const columns = distinct(cells.map((cell) => cell.to))
  const total = (own: readonly Cell[]): string =>
    formatNoFinerThan(
      own.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      own,
      language,
    )
  const title = translate(language, 'page.change.matrix', {
    from: formatDate(from, language),
    to: formatDate(to, language),
  })
  const sum = translate(language, 'page.pivot.total')
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="pivot">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col" class="number">${column.text}</th>`)}
          <th scope="col" class="number">${sum}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.text}</th>
              ${columns.map((column) =>
                matrixCell(
                  change,
                  cells.find((cell) => cell.from.key === row.key && cell.to.key === column.key),
                  state,
                ),
              )}
              <td class="number total">${total(cells.filter((cell) => cell.from.key === row.key))}</td>
            </tr>`,
        )}
        <tr class="total">
          <th scope="row">${sum}</th>
          ${columns.map((column) => html`<td class="number">${total(cells.filter((cell) => cell.to.key === column.key))}</td>`)}
          <td class="number">${total(cells)}</td>
        </tr>
      </tbody>
    </table>
    <p class="quiet">
      ${cells.some(({ sliversM2 = 0 }) => sliversM2 > 0) ? translate(language, 'page.change.redrawn') : nothing}
      ${translate(language, 'page.method.residual', { residual: formatNumber(Math.max(0.01, Math.abs(reconciliation.residualM2)), 2) })}
    </p>
  </div>`
}

function matrixCell({ layer, from, to }: Change, cell: Cell | undefined, state: PageState): TemplateResult {
  const { language } = state
  if (!cell || cell.areaM2 === 0) return html`<td class="number quiet">–</td>`
  const { areaM2, sliversM2 = 0, cells } = cell
  const figure = formatInterval(areaM2, cell, language) ?? formatHectareValue(areaM2, language)
  const ofWhich =
    sliversM2 > 0 ? translate(language, 'page.change.of-which', { area: formatHectares(sliversM2, language) }) : ''
  const passage = translate(language, 'page.change.passage', { from: cell.from.text, to: cell.to.text })
  return groundCell(state, {
    ground: {
      kind: 'change',
      what: 'passage',
      cells: cells.map(({ fromClasses, toClasses }) => ({ fromClasses, toClasses })),
      layer,
      from,
      to,
    },
    figure: html`${figure}${ofWhich === '' ? '' : html`<span class="interval">${ofWhich}</span>`}`,
    name: `${passage}: ${figure} ${ofWhich}`,
    style: cell.isChange ? '' : 'kept',
  })
}
