import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ClaimedFigure } from '../../core/study/claimed-figures.ts'
import { claimedText } from '../../core/study/claimed-text.ts'
import { say, type Language } from '../../core/words/say.ts'

/** What sources claim in figures, apart from the tables of what is measured: what, how much, of what, when, who says so. */
export function claimedTable(claimed: readonly ClaimedFigure[], language: Language): TemplateResult | typeof nothing {
  if (claimed.length === 0) return nothing
  const title = say(language, 'claimed.title')
  const hasConflict = claimed.some(({ conflictsWith }) => conflictsWith.length > 0)
  return html`<section class="claimed">
    <h3>${title}</h3>
    <p class="quiet">${say(language, 'claimed.about')}</p>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="claimed-table">
        <thead>
          <tr>
            ${(['what', 'how-much', 'of-what', 'day', 'who'] as const).map(
              (key) => html`<th scope="col" class=${key === 'how-much' ? 'number' : ''}>${say(language, `claimed.column.${key}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${claimed.map((figure) => {
            const { what, howMuch, ofWhat, day, who } = claimedText(figure, language)
            const marked = figure.conflictsWith.length > 0 ? say(language, 'claimed.conflict-mark', { figure: howMuch }) : howMuch
            return html`<tr>
              <th scope="row">${what}</th>
              <td class="number">${marked}</td>
              <td>${ofWhat}</td>
              <td>${day}</td>
              <td><bdi>${who}</bdi></td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
    ${hasConflict ? html`<p class="quiet">${say(language, 'claimed.conflict')}</p>` : nothing}
  </section>`
}
