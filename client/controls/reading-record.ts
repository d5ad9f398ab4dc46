import { html, type TemplateResult } from 'lit/html.js'
import { namesAsWritten, namesIn } from '../../core/format/names.ts'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { readingRecord, type FileRead } from '../../core/layers/reading-record.ts'
import type { Study } from '../../core/model/study.ts'

/** What was believed of a file and why, a row for each subject; folded away until it is wanted. */
export function recordTable(read: FileRead, language: Language, study: Study | null, isOpen = false): TemplateResult {
  const rows = readingRecord(read, language, study ? namesIn(study, language) : namesAsWritten)
  return html`<details class="reading-record" ?open=${isOpen}>
    <summary>${translate(language, 'record.title')}</summary>
    <table>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">${translate(language, 'record.column.about')}</th>
          <th scope="col">${translate(language, 'record.column.believed')}, ${translate(language, 'record.column.why')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ about, believed, why }) =>
            html`<tr>
              <th scope="row">${translate(language, `record.about-${about}`)}</th>
              <td class="wrap">
                <bdi>${believed}</bdi>
                ${why.map((sentence) => html`<p class="quiet">${sentence}</p>`)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`
}
