import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { chooseBaseMap } from '../actions/choose-base-map.ts'
import { problemText } from '../api/page-problem.ts'
import type { BaseMapChoice } from '../state/base-maps.ts'
import type { PageState } from '../state/page-state.ts'
import { later } from './later.ts'

/** A base map by its name and by whom it asks. */
export function baseMapLabel({ setting, facts }: BaseMapChoice, language: Language): string {
  const name = facts?.name ?? setting ?? ''
  const host = facts?.host ?? null
  if (host === null) return name
  return name === host
    ? translate(language, 'page.base-map.asks', { host })
    : translate(language, 'page.base-map.online', { name, host })
}

/** The base maps; online they are the one thing on the page that asks the world outside. None until one is chosen. */
export function baseMapChoice(state: PageState): TemplateResult {
  const { baseMaps, language } = state
  const { choices, chosen, isFailing, problem } = baseMaps
  const place = choices.findIndex(({ setting, credit }) => setting === chosen?.setting && credit === chosen.credit)
  const take = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement
    void chooseBaseMap(value === '' ? null : Number(value))
  }
  return html`<div class="series base-map-choice">
    <div class="field">
      <label for="base-map">${translate(language, 'page.base-map')}</label>
      <select id="base-map" @change=${take}>
        <option value="" ?selected=${place < 0} .selected=${place < 0}>${translate(language, 'page.base-map.none')}</option>
        ${choices.map((own, i) => html`<option value=${i} .selected=${i === place}>${baseMapLabel(own, language)}</option>`)}
      </select>
    </div>
    <div role="status">
      ${isFailing ? html`<p class="quiet">${translate(language, 'page.base-map.failed')}</p>` : nothing}
      ${problem ? html`<p class="problem wrap">${problemText(problem, language)}</p>` : nothing}
    </div>
    ${form(state)}
  </div>`
}

const form = later(async () => (await import('./base-map-form.ts')).baseMapForm)
