import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../../core/i18n/translate.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'
import { toggleSure } from '../../actions/load-sure.ts'
import { later } from '../../controls/later.ts'

const sureFigures = later(async () => (await import('./sure-figures.ts')).sureFigures)

/** "How sure is this?": closed until asked for, because its draws take a while. */
export function surePanel(state: PageState): TemplateResult {
  const { language, sure } = state
  const { isOpen, uncertainty, drawing, problem } = sure
  const text = translate(language, 'sure.working')
  return html`<section class="sure" aria-labelledby="sure-title">
    <h3 id="sure-title">
      <button type="button" class="link" aria-expanded=${isOpen} aria-controls="sure" @click=${toggleSure}>${translate(language, 'sure.title')}</button>
    </h3>
    <div id="sure" ?hidden=${!isOpen}>
      ${isOpen && problem ? html`<p class="problem" role="alert">${problemText(problem, language)}</p>` : nothing}
      ${
        isOpen && drawing !== null
          ? html`<div class="progress" role="status"><progress aria-label=${text} max="1" value=${drawing}></progress><span>${text}</span></div>`
          : nothing
      }
      ${isOpen && uncertainty ? sureFigures(state, uncertainty) : nothing}
    </div>
  </section>`
}
