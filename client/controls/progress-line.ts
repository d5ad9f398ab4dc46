import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../core/i18n/translate.ts'
import type { Busy } from '../state/busy.ts'
import type { PageState } from '../state/page-state.ts'

/** What is being done, in the place where its result will stand, and a way to stop it. */
export function progressLine(
  { measuring, language }: Pick<PageState, 'measuring' | 'language'>,
  of: Busy['what'],
): TemplateResult | typeof nothing {
  if (measuring?.what !== of) return nothing
  const { what, fraction, cancel } = measuring
  const text =
    fraction === null
      ? translate(language, `page.measuring.${what}`)
      : translate(language, `page.measuring.${what}.progress`, { percent: Math.round(fraction * 100) })
  return html`<div class="progress" role="status">
    <progress aria-label=${text} max="1" value=${fraction ?? nothing}></progress>
    <span>${text}</span>
    <button type="button" class="link" @click=${cancel}>${translate(language, 'page.cancel')}</button>
  </div>`
}
