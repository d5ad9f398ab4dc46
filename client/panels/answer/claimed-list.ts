import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import { claimedText, markedFigure, markRemarks } from '../../../core/format/claimed-text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'

/** What sources claim in figures, apart from the tables of what is measured: what and how much, then of what, when and who says so. */
export function claimedList(claimed: readonly ClaimedFigure[], language: Language): TemplateResult | typeof nothing {
  if (claimed.length === 0) return nothing
  return html`<section class="published claimed">
    <h3>${translate(language, 'claimed.title')}</h3>
    <p class="quiet">${translate(language, 'claimed.about')}</p>
    <dl>
      ${claimed.map((figure) => {
        const { what, ofWhat, day, who } = claimedText(figure, language)
        return html`<div>
          <dt>${what}<br /><span class="quiet"><bdi>${ofWhat}</bdi> · ${day} · <bdi>${who}</bdi></span></dt>
          <dd class="number">${markedFigure(figure, language)}</dd>
        </div>`
      })}
    </dl>
    ${markRemarks(claimed, language).map((remark) => html`<p class="quiet">${remark}</p>`)}
  </section>`
}
