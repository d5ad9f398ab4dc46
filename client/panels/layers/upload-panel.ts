import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../../core/i18n/translate.ts'
import { answerUpload, forgetUpload } from '../../actions/upload-files.ts'
import { problemText } from '../../api/page-problem.ts'
import type { PageState } from '../../state/page-state.ts'
import { sublayerPanel } from './sublayer-panel.ts'

/** What is happening to the files just loaded, in the place where their layer will stand. */
export function uploadPanel(state: PageState): TemplateResult | typeof nothing {
  const { upload, language } = state
  const sending = (names: string): string => translate(language, 'page.upload.sending', { names })
  switch (upload.phase) {
    case 'none':
      return nothing
    case 'sending':
      return html`<section class="card" role="status">
        <p class="wrap">${sending(upload.names)}</p>
        <div class="progress">
          <progress max="1" .value=${upload.fraction} aria-label=${sending(upload.names)}></progress>
          <button type="button" class="link" @click=${upload.cancel}>${translate(language, 'page.cancel')}</button>
        </div>
      </section>`
    case 'refused':
      return html`<section class="card problem" role="alert">
        <h2 class="wrap">${translate(language, 'page.upload.refused', { names: upload.names })}</h2>
        <p class="wrap">${problemText(upload.problem, language)}</p>
        <button type="button" class="button plain" @click=${forgetUpload}>${translate(language, 'page.upload.dismiss')}</button>
      </section>`
    case 'sublayers':
      return sublayerPanel(upload, language)
    case 'name':
      return html`<section class="card" aria-live="polite">
        <form @submit=${answerName}>
          <p class="wrap">${problemText(upload.problem, language)}</p>
          <label for="layer-name">${translate(language, 'page.settle.name')}</label>
          <div class="field-row">
            <input id="layer-name" name="name" required maxlength="200" autocomplete="off" />
            <button type="submit" class="button plain">${translate(language, 'page.upload.crs.take')}</button>
          </div>
        </form>
        <button type="button" class="button plain" @click=${forgetUpload}>${translate(language, 'page.cancel')}</button>
      </section>`
  }
}

function answerName(event: SubmitEvent): void {
  event.preventDefault()
  const name = new FormData(event.currentTarget as HTMLFormElement).get('name')
  if (typeof name === 'string' && name.trim() !== '') void answerUpload({ name: name.trim() })
}
