import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate, formatNumber } from '../../../core/format/format.ts'
import { formatAreaOf } from '../../../core/format/interval-text.ts'
import { namesIn } from '../../../core/format/names.ts'
import { ownerText, type OwnerNames } from '../../../core/timeline/owner-text.ts'
import { changedAreaText, partyChangeTexts } from '../../../core/timeline/party-change-text.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { pin } from '../../actions/light-ground.ts'
import { compareDays } from '../../actions/load-timeline.ts'
import { progressLine } from '../../controls/progress-line.ts'
import { isSameGround, type ChangedGround } from '../../state/ground.ts'
import type { PageState } from '../../state/page-state.ts'
import { changeMatrix } from './change-matrix.ts'
import type { ChartPart } from './chart-parts.ts'
import { gainTable } from './gain-table.ts'
import { areOfZones } from '../../../core/timeline/zones-change.ts'
import { stopsOf } from '../../state/stops.ts'
import type { Change } from '../../../core/timeline/timeline-answer.ts'

/** What changed between two days of the reader's choice: in a sentence, per class, and from every class to every other. */
export function changePanel(state: PageState, series: string, parts: readonly ChartPart[]): TemplateResult {
  const { language, time } = state
  const { days, changes } = time
  const change = changes?.find(({ layer }) => layer === series)
  const named: OwnerNames = {
    party: state.study ? namesIn(state.study, language).party : (name) => name,
    class: (name) =>
      parts.find((part) => part.kind === 'class' && part.name === name)?.caption ??
      name ??
      translate(language, 'class.empty'),
  }
  return html`<section class="change" aria-labelledby="change-title">
    <h3 id="change-title">${translate(language, 'page.change')}</h3>
    <div class="change-days">${daySelect(state, 'from')} ${daySelect(state, 'to')}</div>
    ${
      days === null
        ? html`<p class="quiet">${translate(language, 'page.change.choose')}</p>`
        : changes === null
          ? html`<p role="status">${translate(language, 'page.change.comparing')}</p>`
          : change
            ? html`${sentence(change, state, named)}
            ${progressLine({ measuring: time.comparing, language }, 'intervals')}
            ${gainTable(change, state, named)} ${changeMatrix(change, state, named)}`
            : html`<p>${translate(language, 'page.change.none')}</p>`
    }
  </section>`
}

function daySelect(state: PageState, end: 'from' | 'to'): TemplateResult {
  const { language, study, time } = state
  const stops = stopsOf(state)
  const days = time.days ?? { from: stops[0] ?? '', to: stops.at(-1) ?? '' }
  return html`<span class="change-day">
    <label class="quiet" for="change-${end}">${translate(language, `page.change.${end}`)}</label>
    <select
      id="change-${end}"
      .value=${live(days[end])}
      @change=${(event: Event) => void compareDays({ ...days, [end]: (event.currentTarget as HTMLSelectElement).value })}
    >
      ${stops.map((day) => html`<option value=${day} ?selected=${day === days[end]}>${dayText(day, study?.plan.announced, language)}</option>`)}
    </select>
  </span>`
}

/** The day of the announcement is named as such, because every change is asked relative to it. */
const dayText = (day: string, announced: string | undefined, language: Language): string =>
  day === announced
    ? translate(language, 'page.change.announced', { date: formatDate(day, language) })
    : formatDate(day, language)

function sentence(change: Change, { language, study, selected }: PageState, named: OwnerNames): TemplateResult {
  const { layer, from, to, parties, byParty, notKnownM2, notKnown, sliverWidthM } = change
  const { changedM2, sliversM2 } = byParty.all
  const announced = study?.plan.announced
  const dayOf = (date: string): string =>
    announced === undefined
      ? formatDate(date, language)
      : translate(language, 'page.change.day', {
          date: formatDate(date, language),
          days: sinceAnnouncement(announced, date, language),
        })
  const values = { from: dayOf(from), to: dayOf(to), area: changedAreaText(change, 'changedM2', language) }
  const nets = partyChangeTexts(change, (own) => ownerText(own, named, language), language)
  const drawn = parties.map(({ fromClasses, toClasses, all }) => ({
    fromClasses,
    toClasses,
    isKnown: all.notKnownM2 === undefined,
  }))
  const ground: ChangedGround = { kind: 'change', what: 'all', parties: drawn, layer, from, to }
  return html`<p class="change-sentence">
      ${translate(language, 'page.change.sentence', values)}
      ${
        sliverWidthM === null
          ? translate(language, 'page.change.no-width')
          : sliversM2 > 0
            ? translate(language, 'page.change.slivers', {
                area: changedAreaText(change, 'sliversM2', language),
                width: formatNumber(sliverWidthM),
              })
            : nothing
      }
      ${notKnownM2 === undefined ? nothing : translate(language, 'page.change.not-known', { area: formatAreaOf(notKnownM2, notKnown ?? {}, language) })}
    </p>
    ${nets.length === 0 ? nothing : html`<ul class="change-parties">${nets.map((text) => html`<li>${text}</li>`)}</ul>`}
    <p class="quiet">${translate(language, study && areOfZones(study, [change]) ? 'change.other-drawings' : 'change.other-reports')}</p>
    ${
      changedM2 + sliversM2 === 0
        ? nothing
        : html`<p>
          <button type="button" class="button plain" aria-pressed=${isSameGround(selected, ground)} @click=${() => pin(ground)}>
            ${translate(language, 'page.change.draw')}
          </button>
          <span class="quiet">${translate(language, 'page.change.cells')}</span>
        </p>`
    }`
}
