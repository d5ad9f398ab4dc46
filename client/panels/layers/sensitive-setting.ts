import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import type { Layer } from '../../../core/model/layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { numberSetting } from '../../controls/number-setting.ts'
import type { PageState } from '../../state/page-state.ts'

const usualGridM = 1000

/** Whether the layer may leave the study: as it is, in cells of a grid, or not at all. */
export function sensitiveSetting(
  { id, role, sensitive }: Layer,
  { language }: PageState,
): TemplateResult | typeof nothing {
  if (role === 'plan') return nothing
  const chosen = sensitive === undefined ? 'open' : sensitive === true ? 'left-out' : 'grid'
  const values = { open: null, grid: { gridM: usualGridM }, 'left-out': true } as const
  return html`<fieldset class="field">
    <legend>${translate(language, 'page.sensitive')}</legend>
    ${(['open', 'grid', 'left-out'] as const).map(
      (one) =>
        html`<label class="check"
          ><input
            type="radio"
            name="sensitive"
            value=${one}
            .checked=${live(chosen === one)}
            @change=${() => void changeLayerOptions(id, { sensitive: values[one] })}
          />
          <span>${translate(language, `page.sensitive.${one}`)}</span></label
        >`,
    )}
    ${
      typeof sensitive === 'object'
        ? numberSetting('sensitive-grid', translate(language, 'page.sensitive.grid-m'), sensitive.gridM, (gridM) =>
            changeLayerOptions(id, { sensitive: { gridM: gridM ?? usualGridM } }),
          )
        : nothing
    }
    <p class="quiet">${translate(language, 'page.sensitive.hint')}</p>
  </fieldset>`
}
