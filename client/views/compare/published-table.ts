import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate } from '../../../core/format/format.ts'
import { namedSource, type Source } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { oursText, verdictText } from '../../../core/compare/published-verdict.ts'
import { publishedDay } from '../../controls/published-text.ts'
import { publishedValue } from '../../panels/answer/published.ts'
import { sourceLine } from '../../controls/source-line.ts'
import type { PageState } from '../../state/page-state.ts'
import type { ComparedStudy, PublishedRow } from '../../../core/compare/comparison-answer.ts'

/** Every published area and share against ours, with the difference where the interval of ours establishes one. */
export function publishedTable(
  studies: readonly ComparedStudy[],
  { language }: PageState,
): TemplateResult | typeof nothing {
  const groups = studies
    .map((study) => ({ study, rows: study.against.filter(({ without }) => without !== 'not-an-area') }))
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) return nothing
  const title = translate(language, 'page.published')
  return html`<section>
    <h3>${title}</h3>
    <p class="quiet">${translate(language, 'page.published.base')}</p>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="side-by-side published-table">
        <thead>
          <tr>
            <th scope="col">${translate(language, 'page.published.what')}</th>
            <th scope="col" class="number">${translate(language, 'page.published.printed')}</th>
            <th scope="col" class="number">${translate(language, 'page.published.ours')}</th>
            <th scope="col" class="number">${translate(language, 'page.published.apart')}</th>
          </tr>
        </thead>
        ${groups.map(
          ({ study, rows }) =>
            html`<tbody>
              <tr class="group">
                <th scope="rowgroup" colspan="4">${textIn(language, study.title)}</th>
              </tr>
              ${rows.map((row) => publishedRow(row, study.sources, language))}
            </tbody>`,
        )}
      </table>
    </div>
  </section>`
}

function publishedRow(
  { published, date, measured, interval, verdict, drawnTo, without, at }: PublishedRow,
  sources: readonly Source[],
  language: Language,
): TemplateResult {
  const { of } = published
  const source = namedSource(sources, published.source)
  return html`<tr>
    <th scope="row">
      ${of ? textIn(language, of) : translate(language, 'page.compare.plan')}
      <span class="quiet">${sourceLine(source, language)}${publishedDay(date, source, language)}</span>
    </th>
    <td class="number">${publishedValue(published, language)}</td>
    ${
      measured && verdict && !drawnTo
        ? html`<td class="number">
            ${oursText(published, measured, interval, language)}
            <span class="quiet">${at === null ? translate(language, 'date.undated') : formatDate(at, language)}</span>
          </td>
          <td class="number">${verdictText(verdict, published.value, interval, language)}</td>`
        : html`<td class="quiet" colspan="2">${drawnTo ? translate(language, 'drawn-to.figure') : without ? translate(language, `page.published.without.${without}`) : nothing}</td>`
    }
  </tr>`
}
