import { html, type TemplateResult } from 'lit/html.js'
import { say, type WordKey } from '../../core/words/say.ts'
import { studyPath } from '../api/studies.ts'
import type { PageState } from '../state/page-state.ts'
import { menu } from './menu.ts'

const sheets = ['pdf', 'png', 'svg'] as const

/** The map sheet and the table of the day shown, as files. */
export function exportMenu(state: PageState): TemplateResult {
  const { language, studyId, at } = state
  const query = new URLSearchParams({ lang: language, ...(at === null ? {} : { at }) })
  const path = studyId === null ? '' : studyPath(studyId)
  const link = (file: string, word: WordKey): TemplateResult =>
    html`<li><a href="${path}/${file}?${query}" download>${say(language, word)}</a></li>`
  return menu('export', state.menu, { text: say(language, 'page.export'), kind: 'primary' }, () => {
    return html`<p class="menu-head">${say(language, 'page.export.sheet')}</p>
      <ul class="menu-list">
        ${sheets.map((kind) => link(`sheet.${kind}`, `page.export.${kind}`))}
      </ul>
      <p class="menu-head">${say(language, 'page.export.table')}</p>
      <ul class="menu-list">
        ${link('export.csv', 'page.export.csv')}
      </ul>`
  })
}
