import { html, nothing, type TemplateResult } from 'lit/html.js'
import { stepText } from '../../core/history/step-text.ts'
import { languages, type Language } from '../../core/i18n/languages.ts'
import { translate } from '../../core/i18n/translate.ts'
import { textIn } from '../../core/model/text.ts'
import { deleteStudy, duplicateStudy, renameStudy } from '../actions/change-study.ts'
import { fileAddress } from '../actions/file-address.ts'
import { saveFile } from '../actions/make-file.ts'
import { openFileInput } from '../controls/file-input.ts'
import { page, type PageState } from '../state/page-state.ts'

/** What can be done with the study that is shown, and what was done so far. */
export function studyActions(state: PageState): TemplateResult | typeof nothing {
  const { language, study, studies } = state
  if (!study) return nothing
  const origin = studies.find(({ id }) => id === study.id)?.origin
  const say = (key: Parameters<typeof translate>[1]): string => translate(language, key)
  return html`<section class="study-actions" aria-label=${say('page.study.this')}>
    ${origin === 'copy' ? html`<p class="quiet wrap">${say('page.study.is-copy')}</p>` : nothing}
    <form @submit=${rename}>
      <label for="study-title">${say('page.study.rename')}</label>
      <div class="field-row">
        <input
          id="study-title"
          name="title"
          required
          maxlength="200"
          autocomplete="off"
          dir="auto"
          .defaultValue=${textIn(language, study.title)}
        />
        <button type="submit" class="button plain">${say('page.study.rename.do')}</button>
      </div>
    </form>
    <div class="button-row">
      ${actionButton(say('page.study.duplicate'), () => void duplicateStudy())}
      <a
        class="button plain"
        href=${fileAddress(state, 'export.zip', 300)}
        download
        @click=${(event: Event) => {
          event.preventDefault()
          void saveFile('export.zip')
        }}
        >${say('page.study.zip')}</a
      >
      ${actionButton(say('page.study.import'), openFileInput)}
      ${origin === 'own' ? actionButton(say('page.study.delete'), () => void deleteStudy(), 'danger') : nothing}
      ${origin === 'copy' ? actionButton(say('page.study.original'), () => void deleteStudy(), 'danger') : nothing}
    </div>
    ${historyList(state)}
  </section>`
}

const actionButton = (text: string, act: () => void, kind = 'plain'): TemplateResult =>
  html`<button type="button" class="button ${kind}" @click=${act}>${text}</button>`

/** The changes so far, the latest first. */
function historyList({ history, language }: PageState): TemplateResult | typeof nothing {
  if (history.length === 0) return nothing
  return html`<details class="history">
    <summary>${translate(language, 'page.history.count', { count: history.filter(({ seq }) => seq > 0).length })}</summary>
    <ol reversed>
      ${history.toReversed().map(
        ({ what, at, seq }) =>
          html`<li class="wrap">
            ${seq === 0 ? faultText(what.code, what.values, language) : stepText(what, language)}
            ${at === null ? nothing : html`<time class="quiet" datetime=${at}>${momentText(at, language)}</time>`}
          </li>`,
      )}
    </ol>
  </details>`
}

const faultText = (code: string, values: Readonly<Record<string, string | number>>, language: Language): string =>
  translate(language, code === 'history-cut' ? 'problem.history-cut' : 'problem.history-broken', values)

/** In the reader's own time zone, with Western digits. */
const momentText = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(languages[language].locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    numberingSystem: 'latn',
  }).format(new Date(at))

function rename(event: SubmitEvent): void {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLFormElement)) return
  const title = new FormData(event.currentTarget).get('title')
  if (typeof title !== 'string' || title.trim() === '') return
  page.update({ menu: null })
  void renameStudy(title.trim())
}
