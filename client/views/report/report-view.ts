import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { publicationForm } from '../../controls/publication-form.ts'
import type { PageState } from '../../state/page-state.ts'
import { shownDate } from '../../state/shown-series.ts'
import { fileLinks } from './file-links.ts'
import { printOptions } from './print-options.ts'
import { printProgress } from './print-progress.ts'

/** The report on the day shown: how it is to be made, its files, and its pages as they will be printed. */
export function reportView(state: PageState): TemplateResult {
  const {
    language,
    study,
    at,
    print: { preview, making },
  } = state
  const day = shownDate({ at, study })
  const about = study ? textIn(language, study.title) : ''
  return html`<section class="report" aria-labelledby="report-title">
    <div class="report-making">
      <h2 id="report-title">${translate(language, 'page.export.report')}</h2>
      <p class="quiet">${about}${day === null ? nothing : html` · ${formatDate(day, language)}`}</p>
      ${printOptions(state)} ${publicationForm(state)} ${printProgress(state)} ${fileLinks(state, 'report')} ${fileLinks(state, 'sheet')}
    </div>
    <div class="report-pages" tabindex="0" role="region" aria-label=${translate(language, 'page.print.preview')}>
      ${
        preview
          ? html`<img class=${making ? 'old' : ''} src=${preview.url} alt=${translate(language, 'page.print.preview-of', { study: about })} />`
          : html`<p class="quiet">${translate(language, 'page.print.preview-waits')}</p>`
      }
    </div>
  </section>`
}
