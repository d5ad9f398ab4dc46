import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatDate, formatNumber } from '../../../core/format/format.ts'
import { namedSource } from '../../../core/model/sources.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { sourceLine } from '../../controls/source-line.ts'

/** What is not measured, what sources claim, and where every layer comes from. */
export function records(study: Study, language: Language): TemplateResult {
  const { gaps, claims, layers, sources } = study
  return html`<div class="records">
    ${fold(
      translate(language, 'page.gaps', { count: gaps.length }),
      gaps.map(
        ({ role, text, source }) =>
          html`<strong>${translate(language, `role.${role}`)}</strong> ${textIn(language, text)}
            ${source ? html`<span class="quiet">${sourceLine(namedSource(sources, source), language)}</span>` : nothing}`,
      ),
    )}
    ${fold(
      translate(language, 'page.claims', { count: claims.length }),
      claims.map(
        ({ date, text, source }) =>
          html`${textIn(language, text)}
            <span class="quiet">${sourceLine(namedSource(sources, source), language)}${date ? ` · ${formatDate(date, language)}` : nothing}</span>`,
      ),
    )}
    ${fold(
      translate(language, 'page.sources', { count: layers.length }),
      layers.map(({ title, source, method, accuracyM, schematic, remark }) => {
        const facts = [
          translate(language, `page.method.${method}`),
          ...(schematic ? [translate(language, 'sheet.schematic')] : []),
          ...(accuracyM === undefined
            ? []
            : [translate(language, 'page.source.accuracy', { accuracy: formatNumber(accuracyM) })]),
        ]
        return html`<strong>${textIn(language, title)}</strong>
          ${source ? sourceLine(namedSource(sources, source), language) : translate(language, 'page.source.none')}
          <span class="quiet">${facts.join(' · ')}</span>
          ${remark ? html`<span class="quiet">${textIn(language, remark)}</span>` : nothing}`
      }),
      'sources',
    )}
  </div>`
}

const fold = (summary: string, entries: readonly TemplateResult[], kind = ''): TemplateResult | typeof nothing =>
  entries.length === 0
    ? nothing
    : html`<details class=${kind}>
        <summary>${summary}</summary>
        <ul class="record-list">
          ${entries.map((entry) => html`<li>${entry}</li>`)}
        </ul>
      </details>`
