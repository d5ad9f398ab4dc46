import { html, type TemplateResult } from 'lit/html.js'
import { translate, type MessageKey } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { fileAddress } from '../../actions/file-address.ts'
import { saveFile } from '../../actions/make-file.ts'

/** Files by what they are; each answers at `/api/studies/:id/<file>`. */
const groups = {
  sheet: [
    ['sheet.pdf', 'page.export.pdf'],
    ['sheet.png', 'page.export.png'],
    ['sheet.svg', 'page.export.svg'],
  ],
  report: [
    ['report.pdf', 'page.export.report.pdf'],
    ['report.docx', 'page.export.docx'],
  ],
  table: [
    ['export.xlsx', 'page.export.xlsx'],
    ['export.csv', 'page.export.csv'],
  ],
  geometry: [
    ['export.gpkg', 'page.export.gpkg'],
    ['export.geojson', 'page.export.geojson'],
    ['export.shp.zip', 'page.export.shp'],
  ],
  study: [
    ['export.package.zip', 'page.export.package'],
    ['export.zip', 'page.export.zip'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [file: string, word: MessageKey])[]>>

export type FileGroup = keyof typeof groups
export const fileGroups = Object.keys(groups) as FileGroup[]

/** A link that is followed elsewhere waits for its file, which for a report may take a while. */
const waitSeconds = 300

/** The files of a group; one that is chosen is made here, with its progress shown. */
export function fileLinks(state: PageState, group: FileGroup): TemplateResult {
  const take = (event: Event, file: string): void => {
    event.preventDefault()
    void saveFile(file)
  }
  return html`<p class="menu-head">${translate(state.language, `page.export.${group}`)}</p>
    <ul class="menu-list">
      ${groups[group].map(
        ([file, word]) =>
          html`<li>
            <a href=${fileAddress(state, file, waitSeconds)} download @click=${(event: Event) => take(event, file)}>${translate(state.language, word)}</a>
          </li>`,
      )}
    </ul>`
}
