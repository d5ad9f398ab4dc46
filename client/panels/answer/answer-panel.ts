import { html, nothing, type TemplateResult } from 'lit/html.js'
import { answerRuns } from '../../../core/answer/answer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { isReported, isWithoutOutline } from '../../../core/model/outline.ts'
import { confidenceExplained } from '../../../core/answer/confidence-explained.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { offeredDraws } from '../../state/draws.ts'
import { openFirstStudy } from '../../actions/open-study.ts'
import { drawFewer } from '../../actions/measure.ts'
import { problemText, type PageProblem } from '../../api/page-problem.ts'
import { damagePanel } from '../damage/damage-panel.ts'
import { eventPanel } from '../events/event-panel.ts'
import type { PageState } from '../../state/page-state.ts'
import { missingAccuracy, assuming } from '../uncertainty/assuming.ts'
import { claimedList } from './claimed-list.ts'
import { methodLine } from './method-line.ts'
import { planBar } from './plan-bar.ts'
import { progressLine } from '../../controls/progress-line.ts'
import { publishedFigures } from './published.ts'
import { records } from './records.ts'
import { surePanel } from '../uncertainty/sure-panel.ts'
import { tables } from './tables.ts'

/** The sentence, the bar, the tables, and what stands behind them. */
export function answerPanel(state: PageState): TemplateResult {
  const { language, study, measurement, measuring, problem } = state
  return html`<h2 class="visually-hidden">${translate(language, 'page.answer')}</h2>
    ${
      problem
        ? html`<div class="problem" role="alert">
          <p>${problemText(problem, language)}</p>
          ${wayOn(problem, language)}
        </div>`
        : nothing
    }
    ${
      study && study.plan.layer === null && !isWithoutOutline(study)
        ? html`<p class="answer">${translate(language, 'page.no-plan')}</p>
          <p>${translate(language, 'page.no-plan.do')}</p>
          ${damagePanel(state)}${eventPanel(state, null)}`
        : nothing
    }
    <div aria-live="polite">
      ${
        study && measurement
          ? html`<p class="answer">
            ${answerRuns(study, measurement, language).map(({ text, strong }) =>
              strong ? html`<strong>${text}</strong>` : text,
            )}
          </p>
          ${explained(confidenceExplained(study, measurement, 'layers', language))}`
          : nothing
      }
    </div>
    ${progressLine(state, 'areas')}
    ${
      study && measurement
        ? html`<div class="figures" aria-busy=${measuring?.what === 'areas'}>
          ${isReported(measurement) ? reportedFigures(state) : measuredFigures(state, measurement)}
          ${claimedList(measurement.claimed, language)} ${publishedFigures(state, study, measurement)}
        </div>`
        : nothing
    }
    ${study ? records(study, language) : nothing}`
}

/** What can be done about a problem here. */
function wayOn({ code, values }: PageProblem, language: Language): TemplateResult | typeof nothing {
  const button = (text: string, act: () => void): TemplateResult =>
    html`<button type="button" class="button plain" @click=${act}>${text}</button>`
  if (code !== 'draws-too-many') return button(translate(language, 'page.retry'), () => void openFirstStudy())
  const draws = offeredDraws(values['fitting'])
  if (draws === null) return nothing
  return button(translate(language, 'page.draws.fewer', { draws: formatNumber(draws) }), () => void drawFewer(draws))
}

/** The bar, the tables, how the figures were made and how sure they are. */
const measuredFigures = (state: PageState, measurement: Measurement): TemplateResult =>
  html`${planBar(state, measurement)} ${missingAccuracy(state)} ${tables(state, measurement)} ${assuming(state)} ${methodLine(state, measurement)}
    ${surePanel(state)}`

/** Of a plan without an outline: that nothing is measured, and what is counted without one. */
const reportedFigures = (state: PageState): TemplateResult =>
  html`<p>${translate(state.language, 'told.not-measured')}</p>
    ${damagePanel(state)}${eventPanel(state, null)}`

/** What the words mean that say how many sources say so. */
const explained = (text: string | null): TemplateResult | typeof nothing =>
  text === null ? nothing : html`<p class="quiet">${text}</p>`
