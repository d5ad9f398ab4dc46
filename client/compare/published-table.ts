import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { PublishedRow } from '../../core/precedents/published-rows.ts'
import type { ComparedStudy } from '../../core/study/comparison.ts'
import { formatDate } from '../../core/study/format.ts'
import { namedSource, type Source } from '../../core/study/sources.ts'
import { textIn } from '../../core/study/text.ts'
import { say, type Language } from '../../core/words/say.ts'
import { differenceText, measuredText, publishedDay, relativeText } from '../panels/published-text.ts'
import { publishedValue } from '../panels/published.ts'
import { sourceLine } from '../panels/source-line.ts'
import type { PageState } from '../state/page-state.ts'

/** Every published area and share against ours, with the difference and what it is a share of. */
export function publishedTable(studies: readonly ComparedStudy[], { language }: PageState): TemplateResult | typeof nothing {
  const groups = studies
    .map((study) => ({ study, rows: study.against.filter(({ without }) => without !== 'not-an-area') }))
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) return nothing
  const title = say(language, 'page.published')
  return html`<section>
    <h3>${title}</h3>
    <p class="quiet">${say(language, 'page.published.base')}</p>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="side-by-side published-table">
        <thead>
          <tr>
            <th scope="col">${say(language, 'page.published.what')}</th>
            <th scope="col" class="number">${say(language, 'page.published.printed')}</th>
            <th scope="col" class="number">${say(language, 'page.published.ours')}</th>
            <th scope="col" class="number">${say(language, 'page.published.apart')}</th>
            <th scope="col" class="number">${say(language, 'page.published.of')}</th>
          </tr>
        </thead>
        ${groups.map(
          ({ study, rows }) =>
            html`<tbody>
              <tr class="group">
                <th scope="rowgroup" colspan="5">${textIn(language, study.title)}</th>
              </tr>
              ${rows.map((row) => publishedRow(row, study.sources, language))}
            </tbody>`,
        )}
      </table>
    </div>
  </section>`
}

function publishedRow({ published, measured, drawnTo, difference, differenceOfPublished, without, at }: PublishedRow, sources: readonly Source[], language: Language): TemplateResult {
  const { of } = published
  const source = namedSource(sources, published.source)
  return html`<tr>
    <th scope="row">
      ${of ? textIn(language, of) : say(language, 'page.compare.plan')}
      <span class="quiet">${sourceLine(source, language)}${publishedDay(published, source, language)}</span>
    </th>
    <td class="number">${publishedValue(published, language)}</td>
    ${measured && difference
      ? html`<td class="number">
            ${measuredText(published, measured, language)}
            ${at === null ? nothing : html`<span class="quiet">${formatDate(at, language)}</span>`}
          </td>
          <td class="number">${differenceText(published, difference, language)}</td>
          <td class="number">
            ${differenceOfPublished ? relativeText(differenceOfPublished, language) : '–'}
          </td>`
      : html`<td class="quiet" colspan="3">${drawnTo ? say(language, 'drawn-to.figure') : without ? say(language, `page.published.without.${without}`) : nothing}</td>`}
  </tr>`
}
