import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { isMeasured, type Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import type { PageState } from '../../state/page-state.ts'
import { toggleBand } from '../../actions/load-sure.ts'

/** In the legend of a layer that is measured and says how accurate it is: its ground that cannot be attributed, to be shown. */
export function bandChoice({ language, sure }: PageState, layer: Layer): TemplateResult | typeof nothing {
  if (!isMeasured(layer) || !layer.accuracyM || layer.geometryType !== 'polygon') return nothing
  return html`<label class="check indented band-choice">
    <input type="checkbox" .checked=${live(sure.banded.has(layer.name))} @change=${() => toggleBand(layer.name)} />
    <span class="swatch dotted" aria-hidden="true"></span>
    <span>${translate(language, 'sure.band')}</span>
  </label>`
}
