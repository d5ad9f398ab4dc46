import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ComparedStudy } from '../../core/study/comparison.ts'
import { formatDate, formatHectares, formatShare } from '../../core/study/format.ts'
import type { Role } from '../../core/study/layer.ts'
import { textIn } from '../../core/study/text.ts'
import { daysText } from '../../core/timeline/days-text.ts'
import { say, type Language } from '../../core/words/say.ts'
import { publishedValue } from '../panels/published.ts'
import type { PageState } from '../state/page-state.ts'
import { measureRows, type MeasureRow } from './measure-rows.ts'

const measuredRoles = ['control', 'damage', 'shelling'] as const

/** The same measures of every study: a row for each, a column for each study. */
export function compareTable(studies: readonly ComparedStudy[], state: PageState): TemplateResult {
  const { language } = state
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${say(language, 'page.compare.table')}>
    <table class="side-by-side compare-table">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${say(language, 'page.compare.measure')}</span></th>
          ${studies.map(({ title }) => html`<th scope="col">${textIn(language, title)}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${say(language, 'page.compare.plan')}</th>
          ${studies.map(({ plan }) => html`<td class="number">${formatHectares(plan.areaM2, language)}</td>`)}
        </tr>
        <tr>
          <th scope="row">${say(language, 'page.compare.published')}</th>
          ${studies.map(
            ({ published }) =>
              html`<td class="number">
                ${published
                  .filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
                  .map(
                    (one) =>
                      html`<div>
                        ${publishedValue(one, language)}
                        <span class="quiet">${one.date ? formatDate(one.date, language) : nothing}</span>
                      </div>`,
                  )}
              </td>`,
          )}
        </tr>
      </tbody>
      ${measuredRoles.map((role) => roleRows(role, studies, state))}
      <tbody>
        <tr>
          <th scope="row">${say(language, 'page.compare.events')}</th>
          ${studies.map(
            ({ events }) =>
              html`<td>
                <ul class="plain-list">
                  ${events.map(
                    ({ date, title, days }) =>
                      html`<li>
                        <span class="quiet">${formatDate(date, language)}</span> ${textIn(language, title)}
                        ${days === null ? nothing : html`<span class="quiet">(${daysText(days, language)})</span>`}
                      </li>`,
                  )}
                </ul>
              </td>`,
          )}
        </tr>
      </tbody>
    </table>
  </div>`
}

/** A study without a layer of the role has one cell for all of its rows, which says so and why. */
function roleRows(
  role: (typeof measuredRoles)[number],
  studies: readonly ComparedStudy[],
  state: PageState,
): TemplateResult {
  const { language } = state
  const rows = measureRows(role, studies, state)
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan=${studies.length + 1}>${say(language, `role.${role}`)}</th>
    </tr>
    ${rows.length === 0
      ? html`<tr>
          <td></td>
          ${studies.map((study) => unmeasured(study, role, 1, language))}
        </tr>`
      : nothing}
    ${rows.map(
      (row, i) =>
        html`<tr>
          <th scope="row">${row.caption}</th>
          ${studies.map((study) => cell(row, i, study, role, rows.length, language))}
        </tr>`,
    )}
  </tbody>`
}

function cell(row: MeasureRow, place: number, study: ComparedStudy, role: Role, count: number, language: Language) {
  const measured = row.byStudy.get(study.id)
  if (measured === undefined) return place === 0 ? unmeasured(study, role, count, language) : nothing
  if (measured === null) return html`<td class="number quiet">–</td>`
  return html`<td class="number">
    ${formatHectares(measured, language)} <span class="share">${formatShare(measured / study.plan.areaM2, language)}</span>
  </td>`
}

const unmeasured = ({ gaps }: ComparedStudy, role: Role, rows: number, language: Language): TemplateResult =>
  html`<td class="unmeasured" rowspan=${rows}>
    ${say(language, 'page.compare.not-measurable')}
    ${gaps.filter((gap) => gap.role === role).map(({ text }) => html`<p class="quiet">${textIn(language, text)}</p>`)}
  </td>`
