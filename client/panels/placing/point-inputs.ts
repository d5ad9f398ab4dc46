import { html, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { placeText, readPlace } from '../../../core/drawing/read-place.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { ControlPoint } from '../../../core/model/picture-record.ts'

/** The coordinates of a point as they are typed; told as soon as one of them is changed. */
export function pointInputs(
  id: string,
  point: ControlPoint,
  told: (point: ControlPoint) => void,
  language: Language,
): TemplateResult {
  const number = (axis: 'x' | 'y'): TemplateResult =>
    html`<div class="field">
      <label for="${id}-${axis}">${translate(language, `placing.${axis}`)}</label>
      <input
        id="${id}-${axis}"
        type="number"
        step="any"
        dir="ltr"
        .value=${live(String(point[axis]))}
        @change=${(event: Event) => {
          const { valueAsNumber } = event.currentTarget as HTMLInputElement
          if (Number.isFinite(valueAsNumber)) told({ ...point, [axis]: valueAsNumber })
        }}
      />
    </div>`
  return html`<div class="placing-inputs">
    ${number('x')} ${number('y')}
    <div class="field">
      <label for="${id}-place">${translate(language, 'placing.place')}</label>
      <input
        id="${id}-place"
        dir="ltr"
        autocomplete="off"
        .value=${live(placeText([point.lon, point.lat]))}
        @change=${(event: Event) => {
          const input = event.currentTarget as HTMLInputElement
          const place = readPlace(input.value)
          input.setCustomValidity(place ? '' : translate(language, 'draw.type.wrong'))
          if (place) told({ ...point, lon: place[0], lat: place[1] })
          else input.reportValidity()
        }}
      />
    </div>
  </div>`
}
