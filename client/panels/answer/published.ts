import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isReported } from '../../../core/model/outline.ts'
import { oursText, verdictText } from '../../../core/compare/published-verdict.ts'
import { formatDate, formatHectares } from '../../../core/format/format.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { publishedDate } from '../../../core/format/published-by.ts'
import { publishedValueText } from '../../../core/format/published-value.ts'
import type { Published, Study } from '../../../core/model/study.ts'
import { namedSource, type Source } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { publishedDay } from '../../controls/published-text.ts'
import { sourceLine } from '../../controls/source-line.ts'
import type { PublishedRow } from '../../../core/compare/comparison-answer.ts'

/** What sources print, each set against what was measured here, with the difference and what it is a share of. */
export function publishedFigures(
  { language, against }: PageState,
  { published, sources }: Study,
  { plan }: Measurement,
): TemplateResult | typeof nothing {
  if (published.length === 0) return nothing
  const rows =
    against ??
    published.map((own): Row => ({
      published: own,
      date: publishedDate({ sources }, own) ?? null,
      measured: null,
      interval: null,
      verdict: null,
      drawnTo: false,
      at: null,
    }))
  return html`<section class="published">
    <h3>${translate(language, 'page.published')}</h3>
    <dl>
      ${
        isReported({ plan })
          ? nothing
          : html`<div class="measured">
            <dt>${translate(language, 'page.published.measured')}</dt>
            <dd class="number">${formatHectares(plan.areaM2, language)}</dd>
          </div>`
      }
      ${rows.map((row) => publishedEntry(row, sources, language))}
    </dl>
    ${against?.some(({ measured }) => measured) ? html`<p class="quiet">${translate(language, 'page.published.base')}</p>` : nothing}
  </section>`
}

type Row = Pick<PublishedRow, 'published' | 'date' | 'measured' | 'interval' | 'verdict' | 'drawnTo' | 'at'>

function publishedEntry(
  { published, date, measured, interval, verdict, drawnTo, at }: Row,
  sources: readonly Source[],
  language: Language,
): TemplateResult {
  const { of } = published
  const source = namedSource(sources, published.source)
  return html`<div>
    <dt>
      ${of ? html`${textIn(language, of)}<br />` : nothing}<span class="quiet"
        >${sourceLine(source, language)}${publishedDay(date, source, language)}</span
      >
    </dt>
    <dd class="number">
      ${publishedValue(published, language)}${
        measured && verdict && !drawnTo
          ? html`<span class="interval">${translate(language, 'page.published.against', {
              ours: oursText(published, measured, interval, language),
              date: ` · ${at === null ? translate(language, 'date.undated') : formatDate(at, language)}`,
            })}</span
            ><span class="interval">${verdictText(verdict, published.value, interval, language)}</span>`
          : drawnTo
            ? html`<span class="interval">${translate(language, 'drawn-to.figure')}</span>`
            : nothing
      }
    </dd>
  </div>`
}

/** As its source gives it; a count says so. */
export function publishedValue(published: Published, language: Language): string {
  return published.measure === 'count'
    ? translate(language, 'page.published.count', { value: publishedValueText(published, language) })
    : publishedValueText(published, language)
}
