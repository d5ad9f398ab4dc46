import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { placeText, readPlace } from '../../../core/drawing/read-place.ts'
import type { Place } from '../../../core/drawing/region.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { closeIcon, plusIcon } from '../../controls/icons.ts'

type Edits = {
  readonly move: (number: number, place: Place) => void
  readonly remove: (number: number) => void
  readonly insert?: (number: number) => void
}

/** Corners as they are typed, each to be changed or taken out. */
export function cornerList(corners: readonly Place[], edits: Edits, language: Language): TemplateResult {
  const { move, remove, insert } = edits
  return html`<ol class="corner-list" aria-label=${translate(language, 'draw.corners')}>
    ${corners.map(
      (place, i) =>
        html`<li>
          <input
            dir="ltr"
            aria-label=${translate(language, 'draw.corner', { number: i + 1 })}
            .value=${live(placeText(place))}
            @change=${(event: Event) => typed(event.currentTarget as HTMLInputElement, i)}
          />
          ${insert ? iconButton(translate(language, 'draw.corner.insert', { number: i + 1 }), plusIcon, () => insert(i)) : nothing}
          ${iconButton(translate(language, 'draw.corner.delete', { number: i + 1 }), closeIcon, () => remove(i))}
        </li>`,
    )}
  </ol>`

  function typed(input: HTMLInputElement, number: number): void {
    const place = readPlace(input.value)
    if (place) return move(number, place)
    input.setCustomValidity(translate(language, 'draw.type.wrong'))
    input.reportValidity()
    input.addEventListener('input', () => input.setCustomValidity(''), { once: true })
  }
}

const iconButton = (name: string, icon: TemplateResult, act: () => void): TemplateResult =>
  html`<button type="button" class="icon-button" aria-label=${name} title=${name} @click=${act}>${icon}</button>`
