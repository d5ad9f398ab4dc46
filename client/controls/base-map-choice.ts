import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { toggleBaseMap } from '../actions/choose-base-map.ts'
import type { BaseMapChoices } from '../api/base-map.ts'
import { problemText } from '../api/page-problem.ts'
import type { PageState } from '../state/page-state.ts'

/** The base map by whom it asks, or by the name of its file. */
export const baseMapLabel = ({ name, host }: BaseMapChoices, language: Language): string =>
  host === null ? translate(language, 'page.base-map.file', { name }) : translate(language, 'page.base-map', { host })

/** The base map, if one is set; online it is the one thing on the page that asks the world outside. Off until it is chosen. */
export function baseMapChoice({
  baseMap,
  baseMapChoices,
  baseMapProblem,
  language,
}: PageState): TemplateResult | typeof nothing {
  if (baseMapProblem) return html`<p class="quiet">${problemText(baseMapProblem, language)}</p>`
  if (!baseMapChoices) return nothing
  return html`<div class="series base-map-choice">
    <label class="check">
      <input type="checkbox" .checked=${live(baseMap !== 'off')} @change=${toggleBaseMap} />
      <span>${baseMapLabel(baseMapChoices, language)}</span>
    </label>
    <div role="status">
      ${baseMap === 'failed' ? html`<p class="quiet indented">${translate(language, 'page.base-map.failed')}</p>` : nothing}
    </div>
  </div>`
}
