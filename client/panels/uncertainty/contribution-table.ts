import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatNumber, formatShare } from '../../../core/format/format.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { isShown, type LayerSubject } from '../../controls/estimate.ts'
import { figureName, layerTitle } from './names.ts'

/** Sources go by letters in the head of the table: their layers' titles are long. */
const letter = (place: number): string => String.fromCharCode(65 + (place % 26))

const shareText = (share: number | null, language: Language): string =>
  share === null ? '' : formatShare(share, language, 0)

/** Whose error makes how much of the variance of each area, a column for each source. */
export function contributionTable(
  state: PageState,
  { figures, contributions, notes }: Uncertainty,
): TemplateResult | typeof nothing {
  const { language } = state
  if (contributions.length === 0) return nothing
  const layersOf = (names: readonly string[]): string =>
    names.map((name) => layerTitle(state, name)).join(comma(language))
  if (contributions.length === 1) {
    const { layers, sigmaM } = contributions[0]!
    return html`<p>${translate(language, 'sure.one-source', { layers: layersOf(layers), sigma: formatNumber(sigmaM) })}</p>`
  }
  const rows = figures.flatMap((figure, i) =>
    isShown(figure) && contributions.some((own) => own.figures[i]!.share !== null) ? [{ figure, i }] : [],
  )
  const isApart = notes.some(({ code }) => code === 'contributions-not-additive')
  return html`<h4>${translate(language, 'sure.contributions')}</h4>
    <ul class="plain-list">
      ${contributions.map(({ layers, sigmaM }, i) => html`<li>${letter(i)}: ${translate(language, 'sure.of.source', { layers: layersOf(layers), sigma: formatNumber(sigmaM) })}</li>`)}
    </ul>
    <div class="scroll-x" tabindex="0" role="region" aria-label=${translate(language, 'sure.contributions')}>
      <table class="sure-table">
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${translate(language, 'page.column.class')}</span></th>
            ${contributions.map((_, i) => html`<th scope="col" class="number">${letter(i)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ figure, i }) => html`<tr>
              <th scope="row">${figureName(state, figure.subject as LayerSubject)}</th>
              ${contributions.map((own) => html`<td class="number">${shareText(own.figures[i]!.share, language)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${isApart ? html`<p class="quiet">${translate(language, 'sure.not-additive')}</p>` : nothing}`
}
