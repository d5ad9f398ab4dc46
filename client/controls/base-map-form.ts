import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../core/i18n/translate.ts'
import { addBaseMap, removeBaseMap } from '../actions/choose-base-map.ts'
import type { PageState } from '../state/page-state.ts'

/** Where the reader names a base map of their own. */
export function baseMapForm({ language, baseMaps: { chosen } }: PageState): TemplateResult {
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const said = new FormData(form)
    const text = (name: string): string => {
      const value = said.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const isTaken = await addBaseMap({ setting: text('setting'), credit: text('credit') || null })
    if (isTaken) form.reset()
  }
  return html`<details class="way base-map-form">
      <summary>${translate(language, 'page.base-map.other')}</summary>
      <form class="way-body" @submit=${add}>
        <div class="field">
          <label for="base-map-setting">${translate(language, 'page.base-map.setting')}</label>
          <input
            id="base-map-setting"
            name="setting"
            type="text"
            dir="ltr"
            required
            maxlength="2000"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="base-map-setting-how"
          />
          <p class="quiet" id="base-map-setting-how">
            ${translate(language, 'page.base-map.setting.how', { example: '{z}, {x}, {y}' })}
          </p>
        </div>
        <div class="field">
          <label for="base-map-credit">${translate(language, 'page.base-map.credit')}</label>
          <input id="base-map-credit" name="credit" type="text" dir="auto" maxlength="200" autocomplete="off" />
        </div>
        <button type="submit" class="button plain">${translate(language, 'page.base-map.add')}</button>
      </form>
    </details>
    ${
      chosen?.isOwn
        ? html`<button type="button" class="link" @click=${removeBaseMap}>
            ${translate(language, 'page.base-map.remove')}
          </button>`
        : nothing
    }`
}
