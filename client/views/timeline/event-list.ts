import { html, type TemplateResult } from 'lit/html.js'
import { formatDate } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { firstDayOf } from '../../../core/time/days.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { showDate } from '../../actions/show-date.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import type { DatedEvent } from '../../../core/timeline/timeline-answer.ts'

/** The study's dated events, each with its distance from the announcement of the plan. */
export function eventList(state: PageState, events: readonly DatedEvent[]): TemplateResult {
  const { language } = state
  const shown = shownDate(state)
  return html`<h3>${translate(language, 'page.compare.events')}</h3>
    <ol class="event-list">
      ${events.map(
        ({ date, title, kind }) =>
          html`<li class=${firstDayOf(date) === shown ? 'lit' : ''}>
            <span class="event-sign ${kind}" aria-hidden="true"></span>
            <button type="button" class="link" aria-current=${firstDayOf(date) === shown ? 'date' : 'false'} @click=${() => void showDate(firstDayOf(date))}
              >${formatDate(date, language)}</button
            >
            <span>${textIn(language, title)}</span> <span class="quiet">${sinceAnnouncement(state.study?.plan.announced, date, language)}</span>
          </li>`,
      )}
    </ol>`
}
