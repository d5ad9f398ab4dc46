import { languageCodes, languages } from '../../core/i18n/languages.ts'
import { html, type TemplateResult } from 'lit/html.js'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { compare } from '../actions/compare.ts'
import { loadTimeline } from '../actions/load-timeline.ts'
import { switchLanguage } from '../actions/switch-language.ts'
import { showPreview } from '../actions/make-file.ts'
import { addressOf } from '../state/address.ts'
import { page, views, type PageState, type View } from '../state/page-state.ts'
import { fileInput } from '../controls/file-input.ts'
import { exportMenu } from './export-menu.ts'
import { stepButtons } from './step-buttons.ts'
import { studyMenu } from './study-menu.ts'

/** The bar on top: what this is, which study, which view, which language, and what to take away. */
export function header(state: PageState): TemplateResult {
  const { language } = state
  return html`<header class="top">
    <h1 dir="ltr">${translate(language, 'page.title')}</h1>
    ${studyMenu(state)} ${stepButtons(state)}
    <nav class="views" aria-label=${translate(language, 'page.views')}>${views.map((view) => viewLink(state, view))}</nav>
    <div class="languages" role="group" aria-label=${translate(language, 'page.language')}>
      ${languageCodes.map((own) => languageButton(language, own))}
    </div>
    ${exportMenu(state)} ${fileInput(language)}
  </header>`
}

const viewLink = (state: PageState, view: View): TemplateResult =>
  html`<a
    href=${addressOf(state, { view })}
    aria-current=${state.view === view ? 'page' : 'false'}
    @click=${(event: Event) => {
      event.preventDefault()
      page.update({ view, menu: null, hovered: null })
      if (view === 'compare') void compare()
      if (view === 'timeline') void loadTimeline()
      if (view === 'report') void showPreview()
    }}
    >${translate(state.language, `page.view.${view}`)}</a
  >`

const languageButton = (current: Language, language: Language): TemplateResult => {
  const { name, sign } = languages[language]
  return html`<button
    type="button"
    lang=${language}
    data-lang=${language}
    aria-pressed=${current === language}
    aria-label=${`${name} (${sign})`}
    @click=${() => void switchLanguage(language)}
  >
    ${sign}
  </button>`
}
