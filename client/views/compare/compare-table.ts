import { html, nothing, type TemplateResult } from 'lit/html.js'
import { precedentTable } from '../../../core/compare/precedent-table.ts'
import { formatDate, formatHectareValue, formatShare, hectare, inUnit } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import { measuredRoles, type Role } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { langOf } from '../../controls/lang-of.ts'
import type { PageState } from '../../state/page-state.ts'
import { measureRows, type MeasureRow } from './measure-rows.ts'
import type { ComparedStudy, Comparison } from '../../../core/compare/comparison-answer.ts'

/** The same measures of every study: a row for each, a column for each study. */
export function compareTable(comparison: Comparison, state: PageState): TemplateResult {
  const { language } = state
  const { studies } = comparison
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${translate(language, 'page.compare.table')}>
    <table class="side-by-side compare-table">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${translate(language, 'page.compare.measure')}</span></th>
          ${studies.map(({ title }) => html`<th scope="col" lang=${langOf(title, language)}>${textIn(language, title)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${precedentTable(comparison, language).rows.map(
          ({ caption, cells }) =>
            html`<tr>
              <th scope="row">${caption}</th>
              ${cells.map((lines) => html`<td>${lines.length === 0 ? html`<span class="quiet">–</span>` : lines.map((line, i) => html`<div class=${i === 0 ? '' : 'quiet'}>${line}</div>`)}</td>`)}
            </tr>`,
        )}
      </tbody>
      ${measuredRoles.filter((role) => role !== 'zones' || hasZones(studies)).map((role) => roleRows(role, studies, state))}
      <tbody>
        <tr>
          <th scope="row">${translate(language, 'page.compare.events')}</th>
          ${studies.map(
            ({ events, announced }) =>
              html`<td>
                <ul class="plain-list">
                  ${events.map(
                    ({ date, title }) =>
                      html`<li>
                        <span class="quiet">${formatDate(date, language)}</span> ${textIn(language, title)}
                        ${announced === null ? nothing : html`<span class="quiet">(${sinceAnnouncement(announced, date, language)})</span>`}
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

const hasZones = (studies: readonly ComparedStudy[]): boolean =>
  studies.some(({ layers }) => layers.some(({ role }) => role === 'zones'))

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
      <th scope="rowgroup" colspan=${studies.length + 1}>${translate(language, `role.${role}`)}</th>
    </tr>
    ${
      rows.length === 0
        ? html`<tr>
          <td></td>
          ${studies.map((study) => unmeasured(study, role, 1, language))}
        </tr>`
        : nothing
    }
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
  const figure = formatInterval(measured.areaM2, measured, language) ?? formatHectareValue(measured.areaM2, language)
  return html`<td class="number">
    ${inUnit(figure, hectare, language)} <span class="share">${formatShare(measured.areaM2 / study.plan.areaM2, language)}</span>
  </td>`
}

const unmeasured = ({ gaps }: ComparedStudy, role: Role, rows: number, language: Language): TemplateResult =>
  html`<td class="unmeasured" rowspan=${rows}>
    ${translate(language, 'page.compare.not-measurable')}
    ${gaps.filter((gap) => gap.role === role).map(({ text }) => html`<p class="quiet">${textIn(language, text)}</p>`)}
  </td>`
