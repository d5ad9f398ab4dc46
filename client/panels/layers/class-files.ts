import { html, nothing, type TemplateResult } from 'lit/html.js'
import { mappingOf } from '../../../core/classify/class-mapping.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { readClassFile } from '../../actions/change-layer-options.ts'
import type { PageState } from '../../state/page-state.ts'
import { chooseFile, saveJson } from '../../controls/json-file.ts'

/** Classes out to a file of their own, and in from one. */
export function classFiles({ language }: PageState, layer: Layer): TemplateResult {
  const mapping = mappingOf(layer)
  return html`<div class="field-row wrapping">
    <button type="button" class="button plain" @click=${() => chooseFile('.json,.qml,.sld', (file) => void readClassFile(layer.id, file))}>
      ${translate(language, 'page.classes.load')}
    </button>
    ${
      mapping
        ? html`<button type="button" class="button plain" @click=${() => saveJson(`${layer.id}-classes.json`, mapping)}>
          ${translate(language, 'page.classes.save')}
        </button>`
        : nothing
    }
  </div>`
}
