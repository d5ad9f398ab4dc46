import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { isWithoutOutline } from '../../../core/model/outline.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { chart } from '../../actions/load-timeline.ts'
import { showDate } from '../../actions/show-date.ts'
import { problemText } from '../../api/page-problem.ts'
import { noteList } from '../../controls/note-list.ts'
import { progressLine } from '../../controls/progress-line.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import { areaChart, chartLegend } from './area-chart.ts'
import { changePanel } from './change-panel.ts'
import { chartParts } from './chart-parts.ts'
import { chartedSeries, seriesNames } from '../../state/charted-series.ts'
import { dateTable } from './date-table.ts'
import { eventList } from './event-list.ts'
import { stopsOf } from '../../state/stops.ts'
import { timeAxis } from '../../../core/charts/time-axis.ts'
import { timeTrack } from './time-track.ts'

/** Every day of the study: chart, slider, figures, changes and events. Map, sentence and tables beside it follow the day. */
export function timelinePanel(state: PageState): TemplateResult {
  const { language, study, time } = state
  const { timeline, busy, problem } = time
  const series = chartedSeries(state)
  const hasNoPlan = study !== null && study.plan.layer === null && !isWithoutOutline(study)
  const isReported = study !== null && isWithoutOutline(study)
  const isWaiting = !hasNoPlan && timeline === null && problem === null
  return html`<section class="timeline-panel" aria-labelledby="timeline-title">
    <div class="timeline-head">
      <h2 id="timeline-title">${translate(language, 'page.timeline')}</h2>
      ${seriesChoice(state, series)} ${announcementButton(state)}
    </div>
    ${problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}
    ${hasNoPlan ? html`<p>${translate(language, 'page.no-plan')}</p>` : nothing}
    ${isReported ? html`<p>${translate(language, 'told.not-measured')}</p>` : nothing}
    ${isWaiting && !busy ? html`<p role="status">${translate(language, 'page.measuring.areas')}</p>` : nothing}
    ${busy?.what === 'areas' ? progressLine({ measuring: busy, language }, 'areas') : nothing}
    ${timeline ? charted(state, series) : html`<div class="time-row">${timeTrack(state)}</div>`}
  </section>`
}

function charted(state: PageState, series: string | null): TemplateResult {
  const { language, time } = state
  const { dates, events, notes } = time.timeline!
  const all = series === null ? [] : chartParts(state, dates, series)
  const parts = all.filter(({ shares }) => shares.some((share) => share > 0))
  return html`${
    series === null
      ? html`<div class="time-row">${timeTrack(state)}</div>`
      : html`<div class="chart-block">${areaChart(state, dates, series, parts, timeAxis(stopsOf(state)))}</div>
          <div class="time-row">${timeTrack(state)}</div>
          ${chartLegend(state, parts)}
          ${time.busy?.what === 'intervals' ? progressLine({ measuring: time.busy, language }, 'intervals') : nothing}
          ${dateTable(state, dates, series, parts)}
          ${changePanel(state, series, all)}`
  }
    ${eventList(state, events)}
    <details class="timeline-notes">
      <summary>${translate(language, 'page.notes', { count: notes.length })}</summary>
      ${noteList(notes, language, state.study)}
    </details>`
}

function seriesChoice(state: PageState, series: string | null): TemplateResult | typeof nothing {
  const { language, study } = state
  const names = seriesNames(state)
  if (names.length < 2) return nothing
  return html`<fieldset class="series-choice">
    <legend class="visually-hidden">${translate(language, 'page.time.series')}</legend>
    ${names.map((name) => {
      const layer = study?.layers.find((one) => one.name === name)
      const others = study?.layers.some((one) => one.role === layer?.role && one.name !== name) === true
      const caption = !layer ? name : others ? textIn(language, layer.title) : translate(language, `role.${layer.role}`)
      return html`<label class="check"
        ><input type="radio" name="charted" .checked=${live(name === series)} @change=${() => chart(name)} /><span>${caption}</span></label
      >`
    })}
  </fieldset>`
}

/** The day of the announcement is one press away, because everything is asked relative to it. */
function announcementButton(state: PageState): TemplateResult | typeof nothing {
  const { language, study } = state
  const announced = study?.plan.announced
  if (announced === undefined) return nothing
  return html`<button
    type="button"
    class="button plain announcement-button"
    aria-pressed=${shownDate(state) === announced}
    @click=${() => void showDate(announced)}
  >
    ${translate(language, 'page.time.announced', { date: formatDate(announced, language) })}
  </button>`
}
