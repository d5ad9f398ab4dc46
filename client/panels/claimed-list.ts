import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ClaimedFigure } from '../../core/study/claimed-figures.ts'
import { claimedText } from '../../core/study/claimed-text.ts'
import { say, type Language } from '../../core/words/say.ts'

/** What sources claim in figures, apart from the tables of what is measured: what and how much, then of what, when and who says so. */
export function claimedList(claimed: readonly ClaimedFigure[], language: Language): TemplateResult | typeof nothing {
  if (claimed.length === 0) return nothing
  const hasConflict = claimed.some(({ conflictsWith }) => conflictsWith.length > 0)
  return html`<section class="published claimed">
    <h3>${say(language, 'claimed.title')}</h3>
    <p class="quiet">${say(language, 'claimed.about')}</p>
    <dl>
      ${claimed.map((figure) => {
        const { what, howMuch, ofWhat, day, who } = claimedText(figure, language)
        return html`<div>
          <dt>${what}<br /><span class="quiet"><bdi>${ofWhat}</bdi> · ${day} · <bdi>${who}</bdi></span></dt>
          <dd class="number">${figure.conflictsWith.length > 0 ? say(language, 'claimed.conflict-mark', { figure: howMuch }) : howMuch}</dd>
        </div>`
      })}
    </dl>
    ${hasConflict ? html`<p class="quiet">${say(language, 'claimed.conflict')}</p>` : nothing}
  </section>`
}
