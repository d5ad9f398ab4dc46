import { html, type TemplateResult } from 'lit/html.js'

/** A number in metres that may be left open; told when the reader has finished with it. */
export const numberSetting = (
  id: string,
  label: string,
  value: number | undefined,
  tell: (value: number | null) => Promise<void>,
): TemplateResult =>
  html`<div class="field">
    <label for="layer-${id}">${label}</label>
    <input
      id="layer-${id}"
      type="number"
      min="0"
      max="100000"
      step="any"
      dir="ltr"
      .value=${value === undefined ? '' : String(value)}
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement
        if (input.checkValidity()) void tell(input.value === '' ? null : input.valueAsNumber)
        else input.reportValidity()
      }}
    />
  </div>`
