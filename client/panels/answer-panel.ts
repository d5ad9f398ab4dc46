import { html, nothing, type TemplateResult } from 'lit/html.js'
import { answerRuns } from '../../core/study/answer.ts'
import { say } from '../../core/words/say.ts'
import { openFirstStudy } from '../actions/open-study.ts'
import { problemText } from '../api/page-problem.ts'
import type { PageState } from '../state/page-state.ts'
import { methodLine } from './method-line.ts'
import { planBar } from './plan-bar.ts'
import { publishedAreas } from './published.ts'
import { records } from './records.ts'
import { tables } from './tables.ts'

/** The sentence, the bar, the tables, and what stands behind them. */
export function answerPanel(state: PageState): TemplateResult {
  const { language, study, measurement, problem } = state
  return html`<h2 class="visually-hidden">${say(language, 'page.answer')}</h2>
    ${problem
      ? html`<div class="problem" role="alert">
          <p>${problemText(problem, language)}</p>
          <button type="button" class="button plain" @click=${() => void openFirstStudy()}>${say(language, 'page.retry')}</button>
        </div>`
      : nothing}
    ${study && study.plan.layer === null
      ? html`<p class="answer">${say(language, 'page.no-plan')}</p>
          <p>${say(language, 'page.no-plan.do')}</p>`
      : nothing}
    <div aria-live="polite">
      ${study && measurement
        ? html`<p class="answer">
            ${answerRuns(study, measurement, language).map(({ text, strong }) => (strong ? html`<strong>${text}</strong>` : text))}
          </p>`
        : nothing}
    </div>
    ${progressLine(state)}
    ${study && measurement
      ? html`${planBar(state, measurement)} ${tables(state, measurement)} ${methodLine(state, measurement)}
        ${publishedAreas(study, measurement, language)}`
      : nothing}
    ${study ? records(study, language) : nothing}`
}

/** What is being done, in the place where its result will stand. */
function progressLine({ measuring, language }: PageState): TemplateResult | typeof nothing {
  if (measuring === null) return nothing
  const { fraction, cancel } = measuring
  const text =
    fraction === null
      ? say(language, 'page.measuring')
      : say(language, 'page.measuring.progress', { percent: Math.round(fraction * 100) })
  return html`<div class="progress" role="status">
    <progress aria-label=${text} max="1" .value=${fraction ?? 0}></progress>
    <span>${text}</span>
    <button type="button" class="link" @click=${cancel}>${say(language, 'page.cancel')}</button>
  </div>`
}
