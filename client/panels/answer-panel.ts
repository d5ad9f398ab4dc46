import { html, nothing, type TemplateResult } from 'lit/html.js'
import { answerRuns } from '../../core/study/answer.ts'
import { say } from '../../core/words/say.ts'
import { openFirstStudy } from '../actions/open-study.ts'
import { problemText } from '../api/page-problem.ts'
import { damagePanel } from '../damage/damage-panel.ts'
import { eventPanel } from '../events/event-panel.ts'
import type { PageState } from '../state/page-state.ts'
import { missingAccuracy, supposing } from '../accuracy/supposing.ts'
import { methodLine } from './method-line.ts'
import { planBar } from './plan-bar.ts'
import { progressLine } from './progress-line.ts'
import { publishedFigures } from './published.ts'
import { records } from './records.ts'
import { surePanel } from '../uncertainty/sure-panel.ts'
import { tables } from './tables.ts'

/** The sentence, the bar, the tables, and what stands behind them. */
export function answerPanel(state: PageState): TemplateResult {
  const { language, study, measurement, measuring, problem } = state
  return html`<h2 class="visually-hidden">${say(language, 'page.answer')}</h2>
    ${problem
      ? html`<div class="problem" role="alert">
          <p>${problemText(problem, language)}</p>
          <button type="button" class="button plain" @click=${() => void openFirstStudy()}>
            ${say(language, 'page.retry')}
          </button>
        </div>`
      : nothing}
    ${study && study.plan.layer === null
      ? html`<p class="answer">${say(language, 'page.no-plan')}</p>
          <p>${say(language, 'page.no-plan.do')}</p>
          ${damagePanel(state)}${eventPanel(state, null)}`
      : nothing}
    <div aria-live="polite">
      ${study && measurement
        ? html`<p class="answer">
            ${answerRuns(study, measurement, language).map(({ text, strong }) =>
              strong ? html`<strong>${text}</strong>` : text,
            )}
          </p>`
        : nothing}
    </div>
    ${progressLine(state, 'areas')}
    ${study && measurement
      ? html`<div class="figures" aria-busy=${measuring?.what === 'areas'}>
          ${planBar(state, measurement)} ${missingAccuracy(state)} ${tables(state, measurement)} ${supposing(state)} ${methodLine(state, measurement)}
          ${surePanel(state)}
          ${publishedFigures(state, study, measurement)}
        </div>`
      : nothing}
    ${study ? records(study, language) : nothing}`
}
