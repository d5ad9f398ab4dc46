import { html, nothing, type TemplateResult } from 'lit/html.js'
import { ref } from 'lit/directives/ref.js'
import { textIn } from '../../../core/model/text.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import { publicationForm } from '../../controls/publication-form.ts'
import type { PageState } from '../../state/page-state.ts'
import { showSheet } from './draw-preview.ts'
import { layoutFiles } from './layout-files.ts'
import { showSvg } from './show-svg.ts'
import { sheetDownloads } from './sheet-downloads.ts'
import { sheetSettings } from './sheet-settings.ts'

/** What goes into a publication: the sheet as it will be printed, its settings, and the files. */
export function sheetView(state: PageState): TemplateResult {
  const { language, study, sheet } = state
  const { preview, isDrawing, problem } = sheet
  const title = study ? textIn(language, study.title) : ''
  return html`<section class="sheet-view" aria-labelledby="sheet-view-title">
    <h2 id="sheet-view-title" class="visually-hidden">${translate(language, 'page.sheet', { study: title })}</h2>
    <div class="sheet-settings">${sheetSettings(state)} ${publicationForm(state)} ${layoutFiles(state)} ${sheetDownloads(state)}</div>
    <div class="sheet-preview" aria-busy=${isDrawing}>
      <p class="sheet-status quiet" role="status">
        ${isDrawing ? translate(language, 'page.sheet.drawing') : preview && preview.count > 1 ? pageChoice(state) : nothing}
      </p>
      ${problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}
      ${
        preview && !problem
          ? html`<div
            class="sheet-picture"
            dir="ltr"
            role="img"
            aria-label=${translate(language, 'page.sheet.picture', { study: title, number: preview.number, count: preview.count })}
            ${ref((host) => host instanceof HTMLElement && showSvg(host, preview))}
          ></div>`
          : nothing
      }
    </div>
  </section>`
}

/** Which of several sheets is looked at. */
function pageChoice({ language, sheet: { preview } }: PageState): TemplateResult {
  const { number, count } = preview!
  const step = (to: number, word: 'page.sheet.before' | 'page.sheet.next'): TemplateResult =>
    html`<button type="button" class="link" ?disabled=${to < 1 || to > count} @click=${() => showSheet(to)}>${translate(language, word)}</button>`
  return html`${step(number - 1, 'page.sheet.before')}
    <span>${translate(language, 'sheet.number', { number, count })}</span>
    ${step(number + 1, 'page.sheet.next')}`
}
