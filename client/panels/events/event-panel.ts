import { html, nothing, type TemplateResult } from 'lit/html.js'
import { eventCounts, eventSentences } from '../../../core/events/event-sentences.ts'
import type { EventList } from '../../../core/events/event-answer.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { formatPosition } from '../../../core/format/position-text.ts'
import { unitNames } from '../../controls/unit-table.ts'
import type { PageState } from '../../state/page-state.ts'
import { ruleChart } from './rule-chart.ts'

/** What the study's lists of events come to, those of one role or of all: the rule in a sentence, what is left out, other rules. */
export function eventPanel(state: PageState, role: string | null): TemplateResult | typeof nothing {
  const { events, study } = state
  const lists =
    events?.lists.filter(
      ({ layer }) => role === null || study?.layers.some((own) => own.name === layer && own.role === role),
    ) ?? []
  return lists.length === 0 ? nothing : html`${lists.map((list) => listPanel(state, list))}`
}

function listPanel(state: PageState, list: EventList): TemplateResult {
  const { language } = state
  const [rule, ...others] = eventSentences(list, language)
  return html`<section class="list-panel">
    <h3>${textIn(language, list.title)}</h3>
    <p class="list-total">${rule}</p>
    <p>${others.join(' ')}</p>
    <table class="event-counts">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${translate(language, 'export.field.what')}</span></th>
          <th scope="col" class="number">${translate(language, 'events.count')}</th>
        </tr>
      </thead>
      <tbody>
        ${eventCounts(list, language).map(
          ({ text, count }) =>
            html`<tr>
              <th scope="row">${text}</th>
              <td class="number">${formatNumber(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${sharedPositions(state, list)} ${curves(state, list)} ${unitCounts(state, list)}
  </section>`
}

function sharedPositions({ language }: PageState, { shared }: EventList): TemplateResult | typeof nothing {
  if (shared.length === 0) return nothing
  return html`<details>
    <summary>${translate(language, 'events.shared')}</summary>
    <ul class="plain-list">
      ${shared.map(({ lonDegrees, latDegrees, inWindow }) => {
        const place = formatPosition(lonDegrees, latDegrees, language)
        return html`<li>${translate(language, 'events.shared.one', { place, count: formatNumber(inWindow) })}</li>`
      })}
    </ul>
  </details>`
}

function curves(state: PageState, { curves: all, rule }: EventList): TemplateResult | typeof nothing {
  if (all.length === 0 || rule === null) return nothing
  return html`<h4>${translate(state.language, 'events.curves')}</h4>
    ${all.map((curve) => ruleChart(state, curve, rule))}`
}

/** Units that hold at least one event of a place known as a site. */
function unitCounts(state: PageState, { units }: EventList): TemplateResult | typeof nothing {
  const { language } = state
  const names = unitNames(state)
  const held = units.filter(({ id, count }) => id !== null && count > 0).toSorted((a, b) => b.count - a.count)
  if (held.length === 0) return nothing
  return html`<table class="unit-sites">
    <caption>${translate(language, 'events.units')}</caption>
    <thead>
      <tr>
        <th scope="col">${translate(language, 'damage.column.unit')}</th>
        <th scope="col" class="number">${translate(language, 'events.count')}</th>
      </tr>
    </thead>
    <tbody>
      ${held.map(({ id, count }) => html`<tr><th scope="row">${names.get(id!) ?? id}</th><td class="number">${formatNumber(count)}</td></tr>`)}
    </tbody>
  </table>`
}
