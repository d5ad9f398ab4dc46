import { html, type TemplateResult } from 'lit/html.js'
import type { Layer } from '../../../core/model/layer.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { dropLayer } from '../../actions/change-layer-options.ts'

/** Removes a layer at once; the message that says so takes it back. */
export const removeLayerButton = (layer: Layer, language: Language): TemplateResult =>
  html`<button type="button" class="button danger" @click=${() => void dropLayer(layer.id)}>
    ${translate(language, 'page.settle.remove')}
  </button>`
