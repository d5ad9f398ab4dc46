import { html, nothing, type TemplateResult } from 'lit/html.js'
import { layerOn } from '../../../core/charts/ground-shares.ts'
import { formatDate, formatHectareValue, formatShare } from '../../../core/format/format.ts'
import { formatInterval } from '../../../core/format/interval-text.ts'
import type { Interval } from '../../../core/model/measurement.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { validityText } from '../../../core/timeline/validity-text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { showDate } from '../../actions/show-date.ts'
import { severalSwatch, swatch, uncoveredSwatch } from '../../controls/swatch.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import type { ChartPart } from './chart-parts.ts'
import type { TimelineDate, TimelineLayer } from '../../../core/timeline/timeline-answer.ts'

/** Hectares and share of the plan per class on every date; choosing a date shows the whole page on it. */
export function dateTable(
  state: PageState,
  dates: readonly TimelineDate[],
  series: string,
  parts: readonly ChartPart[],
): TemplateResult {
  const { language, study } = state
  const shown = shownDate(state)
  const head = translate(language, 'page.time.table')
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${head}>
    <table class="date-table">
      <thead>
        <tr>
          <th scope="col">${translate(language, 'page.time.date')}</th>
          ${parts.map(
            ({ kind, style, caption }) =>
              html`<th scope="col" class="number">
                ${style ? swatch(style) : kind === 'several' ? severalSwatch : uncoveredSwatch} ${caption}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${dates.map((date) => {
          const measured = layerOn(date, series)
          return html`<tr class=${date.date === shown ? 'lit' : ''}>
            <th scope="row">
              <button type="button" class="link" aria-current=${date.date === shown ? 'date' : 'false'} @click=${() => void showDate(date.date)}
                >${formatDate(date.date, language)}</button
              >
              ${study?.plan.announced === undefined ? nothing : html`<span class="quiet">${sinceAnnouncement(study.plan.announced, date.date, language)}</span>`}
              ${measured?.layer ? html`<span class="quiet">${validityText(measured, date.date, language)}</span>` : nothing}
            </th>
            ${
              measured?.layer
                ? parts.map((part) => cell(measured, part, date.plan.areaM2, language))
                : html`<td class="quiet" colspan=${parts.length}>${translate(language, 'holds.nothing')}</td>`
            }
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}

function cell(measured: TimelineLayer, part: ChartPart, planM2: number, language: Language): TemplateResult {
  const found = areaOf(measured, part)
  if (found === null) return html`<td class="number quiet">–</td>`
  const { areaM2, interval } = found
  const figure = interval ? formatInterval(areaM2, interval, language) : null
  return html`<td class="number ${areaM2 === 0 ? 'nothing' : ''}">
    ${figure ?? formatHectareValue(areaM2, language)}<span class="interval">${formatShare(areaM2 / planM2, language)}</span>
  </td>`
}

type Found = { readonly areaM2: number; readonly interval: Interval | undefined }

function areaOf(measured: TimelineLayer, { kind, name, uncovered }: ChartPart): Found | null {
  if (kind === 'several') return { areaM2: measured.multipleM2, interval: measured.multiple }
  if (uncovered) return uncovered.of(measured)
  const own = measured.classes.find((one) => one.class === name)
  return own ? { areaM2: own.areaM2, interval: own } : null
}
