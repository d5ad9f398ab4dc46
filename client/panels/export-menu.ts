import { html, type TemplateResult } from 'lit/html.js'
import { say, type WordKey } from '../../core/words/say.ts'
import { studyPath } from '../api/studies.ts'
import type { PageState } from '../state/page-state.ts'
import { menu } from './menu.ts'

/** Files by what they are; each answers at `/api/studies/:id/<file>`. */
const groups = [
  ['page.export.sheet', [['sheet.pdf', 'page.export.pdf'], ['sheet.png', 'page.export.png'], ['sheet.svg', 'page.export.svg']]],
  ['page.export.report', [['report.pdf', 'page.export.report.pdf'], ['report.docx', 'page.export.docx']]],
  ['page.export.table', [['export.xlsx', 'page.export.xlsx'], ['export.csv', 'page.export.csv']]],
  [
    'page.export.geometry',
    [['export.gpkg', 'page.export.gpkg'], ['export.geojson', 'page.export.geojson'], ['export.shp.zip', 'page.export.shp']],
  ],
  ['page.export.study', [['export.package.zip', 'page.export.package'], ['export.zip', 'page.export.zip']]],
] as const satisfies readonly (readonly [WordKey, readonly (readonly [file: string, word: WordKey])[]])[]

/** A link waits for its file, which for a report may take a while. */
const waitSeconds = '300'

/** The sheet, the report, the tables, the geometry and the study itself on the day shown, as files. */
export function exportMenu(state: PageState): TemplateResult {
  const { language, studyId, at } = state
  const query = new URLSearchParams({ lang: language, ...(at === null ? {} : { at }), wait: waitSeconds })
  const path = studyId === null ? '' : studyPath(studyId)
  const link = (file: string, word: WordKey): TemplateResult =>
    html`<li><a href="${path}/${file}?${query}" download>${say(language, word)}</a></li>`
  return menu('export', state.menu, { text: say(language, 'page.export'), kind: 'primary' }, () => {
    return html`${groups.map(
      ([head, files]) =>
        html`<p class="menu-head">${say(language, head)}</p>
          <ul class="menu-list">
            ${files.map(([file, word]) => link(file, word))}
          </ul>`,
    )}`
  })
}
