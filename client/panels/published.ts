import { html, nothing, type TemplateResult } from 'lit/html.js'
import { isTold } from '../../core/study/outline.ts'
import type { PublishedRow } from '../../core/precedents/published-rows.ts'
import { oursText, verdictText } from '../../core/precedents/published-verdict.ts'
import { formatDate, formatHectares } from '../../core/study/format.ts'
import type { Measurement } from '../../core/study/measurement.ts'
import { publishedDate } from '../../core/study/published-by.ts'
import { publishedValueText } from '../../core/study/published-value.ts'
import type { Published, Study } from '../../core/study/study.ts'
import { namedSource, type Source } from '../../core/study/sources.ts'
import { textIn } from '../../core/study/text.ts'
import { say, type Language } from '../../core/words/say.ts'
import type { PageState } from '../state/page-state.ts'
import { publishedDay } from './published-text.ts'
import { sourceLine } from './source-line.ts'

/** What sources print, each set against what was measured here, with the difference and what it is a share of. */
export function publishedFigures({ language, against }: PageState, { published, sources }: Study, { plan }: Measurement): TemplateResult | typeof nothing {
  if (published.length === 0) return nothing
  const rows = against ?? published.map((own): Row => ({ published: own, date: publishedDate({ sources }, own) ?? null, measured: null, interval: null, verdict: null, drawnTo: false, at: null }))
  return html`<section class="published">
    <h3>${say(language, 'page.published')}</h3>
    <dl>
      ${isTold({ plan })
        ? nothing
        : html`<div class="measured">
            <dt>${say(language, 'page.published.measured')}</dt>
            <dd class="number">${formatHectares(plan.areaM2, language)}</dd>
          </div>`}
      ${rows.map((row) => publishedEntry(row, sources, language))}
    </dl>
    ${against?.some(({ measured }) => measured) ? html`<p class="quiet">${say(language, 'page.published.base')}</p>` : nothing}
  </section>`
}

type Row = Pick<PublishedRow, 'published' | 'date' | 'measured' | 'interval' | 'verdict' | 'drawnTo' | 'at'>

function publishedEntry({ published, date, measured, interval, verdict, drawnTo, at }: Row, sources: readonly Source[], language: Language): TemplateResult {
  const { of } = published
  const source = namedSource(sources, published.source)
  return html`<div>
    <dt>
      ${of ? html`${textIn(language, of)}<br />` : nothing}<span class="quiet"
        >${sourceLine(source, language)}${publishedDay(date, source, language)}</span
      >
    </dt>
    <dd class="number">
      ${publishedValue(published, language)}${measured && verdict && !drawnTo
        ? html`<span class="interval">${say(language, 'page.published.against', {
              ours: oursText(published, measured, interval, language),
              date: ` · ${at === null ? say(language, 'date.undated') : formatDate(at, language)}`,
            })}</span
            ><span class="interval">${verdictText(verdict, published.value, interval, language)}</span>`
        : drawnTo
          ? html`<span class="interval">${say(language, 'drawn-to.figure')}</span>`
          : nothing}
    </dd>
  </div>`
}

/** As its source gives it; a count says so. */
export function publishedValue(published: Published, language: Language): string {
  return published.measure === 'count' ? say(language, 'page.published.count', { value: publishedValueText(published, language) }) : publishedValueText(published, language)
}
