import { html, nothing, type TemplateResult } from 'lit/html.js'
import { assessmentsOf } from '../../../core/damage/assessments.ts'
import { columnValues } from '../../../core/classify/column-values.ts'
import { gradeReadings } from '../../../core/classify/grades.ts'
import { formatDate, formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { comma, translate } from '../../../core/i18n/translate.ts'
import { spreadLayer } from '../../actions/change-layer-options.ts'
import { isLoadedTogether, snapshotsOf } from '../../state/loaded-series.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'

/** Offers the dated columns of a file as one series, and asks which way its codes run. */
export function columnSeries(state: PageState, layer: Layer): TemplateResult | typeof nothing {
  const { language, study } = state
  const attributes = rowsOf(state, layer)
  if (!study || attributes.length === 0 || snapshotsOf(study, layer).length > 1) return nothing
  const columns = assessmentsOf(attributes)
  if (columns.length < 2) return nothing
  const readings = gradeReadings(
    columnValues(
      attributes,
      columns.map(({ field }) => field),
    ),
  )
  const days = columns.map(({ date }) => formatDate(date, language)).join(comma(language))
  return html`<form class="field" @submit=${(event: SubmitEvent) => load(event, layer.id)}>
    <h3>${translate(language, 'page.columns')}</h3>
    <p>${translate(language, 'page.columns.about', { count: formatNumber(columns.length), days })}</p>
    ${
      readings.length < 2
        ? nothing
        : html`<fieldset class="code-choice">
          <legend>${translate(language, 'page.columns.codes')}</legend>
          ${(['3', '1', 'open'] as const).map(
            (code) =>
              html`<label class="check"
                ><input type="radio" name="destroyed" value=${code} required />
                <span>${translate(language, `page.columns.codes.${code}`)}</span></label
              >`,
          )}
        </fieldset>`
    }
    <button type="submit" class="button primary">${translate(language, 'page.columns.load')}</button>
  </form>`
}

/** That a snapshot belongs to a series which changes as a whole. */
export function seriesRemark({ language, study }: PageState, layer: Layer): TemplateResult | typeof nothing {
  if (!study || !isLoadedTogether(study, layer)) return nothing
  return html`<p class="quiet">${translate(language, 'page.settle.series', { count: formatNumber(snapshotsOf(study, layer).length) })}</p>`
}

function load(event: SubmitEvent, id: string): void {
  event.preventDefault()
  const code = new FormData(event.currentTarget as HTMLFormElement).get('destroyed')
  void spreadLayer(id, code === '3' || code === '1' ? code : null)
}
