import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { say } from '../../core/words/say.ts'
import { toggleBaseMap } from '../actions/choose-base-map.ts'
import type { PageState } from '../state/page-state.ts'

/** The one thing on the page that asks the world outside; off until it is chosen. */
export function baseMapChoice({ baseMap, language }: PageState): TemplateResult {
  return html`<div class="series base-map-choice">
    <label class="check">
      <input type="checkbox" .checked=${live(baseMap !== 'off')} @change=${toggleBaseMap} />
      <span>${say(language, 'page.base-map')}</span>
    </label>
    <div role="status">
      ${baseMap === 'failed' ? html`<p class="quiet indented">${say(language, 'page.base-map.failed')}</p>` : nothing}
    </div>
  </div>`
}
