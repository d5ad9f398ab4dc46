import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate, formatHectares, formatNumber, formatShare } from '../../core/study/format.ts'
import type { Measurement } from '../../core/study/measurement.ts'
import type { Published, Study } from '../../core/study/study.ts'
import { textIn } from '../../core/study/text.ts'
import { say, type Language } from '../../core/words/say.ts'
import { sourceLine } from './source-line.ts'

/** What sources print, set against what was measured here. */
export function publishedAreas(study: Study, { plan }: Measurement, language: Language): TemplateResult | typeof nothing {
  if (study.published.length === 0) return nothing
  return html`<section class="published">
    <h3>${say(language, 'page.published')}</h3>
    <dl>
      <div class="measured">
        <dt>${say(language, 'page.published.measured')}</dt>
        <dd class="number">${formatHectares(plan.areaM2, language)}</dd>
      </div>
      ${study.published.map((published) => publishedEntry(published, plan.areaM2, language))}
    </dl>
  </section>`
}

function publishedEntry(published: Published, planM2: number, language: Language): TemplateResult {
  const { measure, value, of, date, source } = published
  const isPlan = measure === 'areaM2' && of === undefined
  const difference = isPlan ? signed(formatShare(Math.abs(value / planM2 - 1), language), value - planM2) : null
  return html`<div>
    <dt>
      ${of ? html`${textIn(language, of)}<br />` : nothing}<span class="quiet"
        >${sourceLine(source, language)}${date ? html` · ${formatDate(date, language)}` : nothing}</span
      >
    </dt>
    <dd class="number">
      ${publishedValue(published, language)}${difference === null
        ? nothing
        : html`<span class="interval">${say(language, 'page.published.difference', { difference })}</span>`}
    </dd>
  </div>`
}

const signed = (text: string, value: number): string => `\u2066${value < 0 ? '−' : '+'}${text}\u2069`

export function publishedValue({ measure, value }: Published, language: Language): string {
  switch (measure) {
    case 'areaM2':
      return formatHectares(value, language)
    case 'share':
      return formatShare(value, language, 0)
    case 'people':
      return say(language, 'page.published.people', { value: formatNumber(value) })
    default:
      return say(language, 'page.published.count', { value: formatNumber(value) })
  }
}
