import { html, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { translate, type Language } from '../../core/i18n/translate.ts'

/** How opaque a picture is shown under the layers. */
export const opacityInput = (
  id: string,
  value: number,
  told: (opacity: number) => void,
  language: Language,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${translate(language, 'placing.opacity')}</label>
    <input
      id=${id}
      type="range"
      min="0"
      max="1"
      step="0.05"
      .value=${live(String(value))}
      @input=${(event: Event) => told(Number((event.currentTarget as HTMLInputElement).value))}
    />
  </div>`
