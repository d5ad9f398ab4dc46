import { html, type TemplateResult } from 'lit/html.js'
import type { Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import { dropLayer } from '../../actions/settle-layer.ts'

/** Removing a layer is asked about once more in its own place. */
export const removeLayerButton = (layer: Layer, language: Language): TemplateResult =>
  html`<details class="remove">
    <summary>${say(language, 'page.settle.remove')}</summary>
    <p class="wrap">${say(language, 'page.settle.remove.sure')} <bdi>${textIn(language, layer.title)}</bdi></p>
    <div class="field-row">
      <button type="button" class="button danger" @click=${() => void dropLayer(layer.id)}>
        ${say(language, 'page.settle.remove.yes')}
      </button>
      <button
        type="button"
        class="button plain"
        @click=${(event: Event) => (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open')}
      >
        ${say(language, 'page.settle.remove.no')}
      </button>
    </div>
  </details>`
