import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'

/** The file that is being made and a way to stop it, or why it could not be made. */
export function printProgress({ language, print: { making, problem } }: PageState): TemplateResult {
  const text =
    making &&
    (making.fraction === null
      ? translate(language, 'page.print.making', { file: making.file })
      : translate(language, 'page.print.making.progress', {
          file: making.file,
          percent: Math.round(making.fraction * 100),
        }))
  return html`${
    making
      ? html`<div class="progress" role="status">
        <progress aria-label=${text} max="1" value=${making.fraction ?? nothing}></progress>
        <span>${text}</span>
        <button type="button" class="link" @click=${making.cancel}>${translate(language, 'page.cancel')}</button>
        ${
          making.expectedS === null
            ? nothing
            : html`<p class="quiet">${translate(language, 'expected.seconds', { seconds: making.expectedS })}</p>`
        }
      </div>`
      : nothing
  }
  ${problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}`
}
