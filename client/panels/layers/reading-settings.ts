import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { sampleTexts } from '../../../core/classify/sample-texts.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { changeLayerOptions } from '../../actions/change-layer-options.ts'
import { rowsOf } from '../../controls/layer-rows.ts'
import type { PageState } from '../../state/page-state.ts'
import { dateOrderSetting } from './date-order-setting.ts'
import { recordTable } from '../../controls/reading-record.ts'
import { positionsSetting } from './positions-setting.ts'

const encodings = ['utf-8', 'windows-1256', 'iso-8859-6', 'ibm720', 'ibm864', 'windows-1252', 'iso-8859-1']
const samplesShown = 10

/** How the file was read: its coordinate system and why, its text encoding and ten values to judge it by. */
export function readingSettings(state: PageState, layer: Layer): TemplateResult {
  const { language } = state
  const { code, name, operation, accuracyM, shiftM } = layer.crs
  const encoding = state.layerPanel?.pending.encoding ?? layer.encoding
  const measured = state.measurement?.notes.filter((own) => own.layer === layer.name) ?? []
  const moved =
    operation === null
      ? translate(language, 'page.settle.crs.same')
      : accuracyM === null
        ? translate(language, 'page.settle.crs.moved-unknown', { operation, shift: formatNumber(shiftM) })
        : translate(language, 'page.settle.crs.moved', {
            operation,
            accuracy: formatNumber(accuracyM),
            shift: formatNumber(shiftM),
          })
  return html`<div class="field">
      <h3>${translate(language, 'page.settle.crs')}</h3>
      <p><bdi>${name}</bdi> ${name === code ? nothing : html`<span class="quiet" dir="ltr">${code}</span>`}</p>
      <p class="quiet">${moved}</p>
    </div>
    ${positionsSetting(state, layer)} ${encoding === null ? nothing : encodingSetting(state, layer, encoding)}
    ${dateOrderSetting(state, layer)}
    ${recordTable({ ...layer, notes: [...layer.notes, ...measured] }, language, state.study)}`
}

function encodingSetting(state: PageState, layer: Layer, encoding: string): TemplateResult {
  const { language } = state
  const samples = sampleTexts(rowsOf(state, layer), samplesShown)
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  const known = encodings.some((other) => isSame(other, encoding)) ? encodings : [encoding, ...encodings]
  return html`<div class="field">
    <label for="layer-encoding">${translate(language, 'page.settle.encoding')}</label>
    <select
      id="layer-encoding"
      dir="ltr"
      @change=${(event: Event) => void changeLayerOptions(layer.id, { encoding: (event.currentTarget as HTMLSelectElement).value })}
    >
      ${known.map((other) => html`<option value=${other} .selected=${live(isSame(other, encoding))}>${other}</option>`)}
    </select>
    ${
      samples.length > 0
        ? html`<p class="quiet">${translate(language, 'page.settle.encoding.samples')}</p>
          <ul class="samples">
            ${samples.map((sample) => html`<li><bdi>${sample}</bdi></li>`)}
          </ul>`
        : nothing
    }
  </div>`
}
