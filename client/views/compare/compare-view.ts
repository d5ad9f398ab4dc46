import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { coverageSentences } from '../../../core/compare/coverage-sentences.ts'
import { widelyNamedLines } from '../../../core/compare/comparison.ts'
import { formatDate } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { comparedIds, toggleCompared } from '../../actions/compare.ts'
import { problemText } from '../../api/page-problem.ts'
import { langOf } from '../../controls/lang-of.ts'
import { progressLine } from '../../controls/progress-line.ts'
import type { PageState } from '../../state/page-state.ts'
import { compareLegend } from './compare-legend.ts'
import { compareTable } from './compare-table.ts'
import { findingList } from './finding-list.ts'
import { publishedTable } from './published-table.ts'
import { shareChart } from './share-chart.ts'
import { skippedLines } from '../../../core/compare/skipped-study.ts'
import type { ComparedStudy, Comparison } from '../../../core/compare/comparison-answer.ts'

/** Studies side by side: their maps at one scale, one legend, and one table of the same measures. */
export function compareView(state: PageState): TemplateResult {
  const { language, studies, comparison, problem } = state
  const chosen = comparedIds()
  const compared = comparison?.studies.filter(({ id }) => chosen.includes(id)) ?? []
  const shown = comparison && { ...comparison, studies: compared }
  return html`<section class="compare" aria-labelledby="compare-title">
    <h2 id="compare-title">${translate(language, 'page.compare')}</h2>
    <fieldset class="compare-choice">
      <legend class="visually-hidden">${translate(language, 'page.compare.choose')}</legend>
      ${studies.map(
        ({ id, title }) =>
          html`<label class="check">
            <input type="checkbox" .checked=${live(chosen.includes(id))} @change=${() => toggleCompared(id)} />
            <span lang=${langOf(title, language)}>${textIn(language, title)}</span>
          </label>`,
      )}
      <span class="quiet">${translate(language, 'page.compare.scale')}</span>
    </fieldset>
    ${problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}
    <div role="status">
      ${comparison === null && problem === null ? html`<p>${translate(language, 'page.compare.comparing')}</p>` : nothing}
      ${skippedList(comparison, language)}
    </div>
    <div class="compare-maps">${repeat(
      compared,
      ({ id }) => id,
      (study) => studyColumn(study, state),
    )}</div>
    ${
      shown && compared.length > 0
        ? html`${compareLegend(state)} ${progressLine({ measuring: state.comparing, language }, 'intervals')}
        <p class="standing">${coverageSentences(compared, language).join(' ')}</p>
        ${widelyNamedLines(compared, language).map((line) => html`<p class="quiet">${line}</p>`)}
        ${shareChart(shown, state)} ${findingList(shown, chosen, state)} ${compareTable(shown, state)} ${publishedTable(compared, state)}`
        : nothing
    }
  </section>`
}

/** The studies that cannot be compared, with the reason of each. */
const skippedList = (comparison: Comparison | null, language: Language): TemplateResult | typeof nothing =>
  !comparison || comparison.skipped.length === 0
    ? nothing
    : html`<ul class="skipped-studies plain-list">
        ${skippedLines(comparison.skipped, language).map((line) => html`<li>${line}</li>`)}
      </ul>`

function studyColumn({ id, title, at }: ComparedStudy, { language }: PageState): TemplateResult {
  const name = textIn(language, title)
  const date =
    at === null
      ? translate(language, 'date.undated')
      : translate(language, 'page.compare.asOf', { date: formatDate(at, language) })
  const label = translate(language, 'page.compare.map', { study: name, date })
  return html`<figure class="compare-study">
    <figcaption>
      <h3 lang=${langOf(title, language)}>${name}</h3>
      <span class="quiet">${date}</span>
    </figcaption>
    <div class="compare-map" data-compare-map=${id} dir="ltr" role="img" aria-label=${label}>
      <div class="scale-bar" aria-hidden="true"><span class="length" dir="auto"></span><span class="bar"></span></div>
    </div>
  </figure>`
}
