import { html, nothing, type TemplateResult } from 'lit/html.js'
import { textIn } from '../../core/model/text.ts'
import { translate } from '../../core/i18n/translate.ts'
import { openStudy, startStudy } from '../actions/open-study.ts'
import { addressOf } from '../state/address.ts'
import { problemText } from '../api/page-problem.ts'
import type { PageState } from '../state/page-state.ts'
import { langOf } from '../controls/lang-of.ts'
import { menu } from '../controls/menu.ts'
import { studyActions } from './study-actions.ts'

/** Which study the page shows, the others to choose from, and a way to begin one. */
export function studyMenu(state: PageState): TemplateResult {
  const { language, study, studies, studyId } = state
  const title = study?.title ?? studies.find(({ id }) => id === studyId)?.title
  const text = title ? textIn(language, title) : translate(language, 'page.study.none')
  const isCopy = studies.find(({ id }) => id === studyId)?.origin === 'copy'
  const mark = isCopy ? { mark: translate(language, 'page.study.copy-mark') } : {}
  const caption = {
    label: translate(language, 'page.study.choose'),
    text,
    kind: 'plain',
    ...mark,
    ...(title ? { lang: langOf(title, language) } : {}),
  }
  return menu('studies', state.menu, caption, () => {
    return html`<ul class="menu-list">
        ${studies.map(
          ({ id, title: other, origin }) =>
            html`<li>
              <a
                href=${addressOf(state, { studyId: id, at: null })}
                aria-current=${id === studyId ? 'true' : 'false'}
                @click=${(event: Event) => {
                  event.preventDefault()
                  void openStudy(id)
                }}
                ><span lang=${langOf(other, language)}>${textIn(language, other)}</span>${origin === 'copy' ? html` <span class="mark">${translate(language, 'page.study.copy-mark')}</span>` : nothing}</a
              >
            </li>`,
        )}
      </ul>
      ${state.unreadable.map(({ problem }) => html`<p class="menu-head wrap">${problemText(problem, language)}</p>`)}
      <form class="menu-form" @submit=${begin}>
        <label for="new-study">${translate(language, 'page.study.new')}</label>
        <div class="field-row">
          <input
            id="new-study"
            name="title"
            required
            maxlength="200"
            autocomplete="off"
            aria-label=${translate(language, 'page.study.name')}
          />
          <button type="submit" class="button plain">${translate(language, 'page.study.create')}</button>
        </div>
      </form>
      ${studyActions(state)}`
  })
}

function begin(event: SubmitEvent): void {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLFormElement)) return
  const title = new FormData(event.currentTarget).get('title')
  if (typeof title === 'string' && title.trim() !== '') void startStudy(title.trim())
}
