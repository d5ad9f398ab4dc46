import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { comma, translate, type Language } from '../../../core/i18n/translate.ts'
import { openLayerPanel } from '../../actions/change-layer-options.ts'
import { noteText } from '../../controls/note-list.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { dropAssumed, keepAssumed, assume } from '../../actions/assume-accuracy.ts'
import { uncertainLayers, metresAt, layersWithoutAccuracy, sliderEnd, stepAt } from '../../state/assumed-accuracies.ts'

/** Where intervals would stand: which accuracy is missing and where to state it, or why draws with it say nothing. */
export function missingAccuracy(state: PageState): TemplateResult | typeof nothing {
  const { language } = state
  const silent = layersWithoutAccuracy(state)
  const refused = (state.measurement?.notes ?? []).filter(
    ({ code }) => code === 'accuracy-beyond-plan' || code === 'draws-too-coarse',
  )
  if (silent.length === 0 && refused.length === 0) return nothing
  const layers = silent.map((layer) => textIn(language, layer.title)).join(comma(language))
  return html`<div class="missing-accuracy" role="status">
    ${silent.length > 0 ? html`<p>${translate(language, 'page.accuracy.missing', { layers })}</p>` : nothing}
    ${refused.map((own) => html`<p>${noteText(own, language, state.study)}</p>`)}
    ${silent.map(
      (layer) => html`<button type="button" class="link" @click=${() => stateAccuracy(layer.id)}>
        ${translate(language, 'page.accuracy.state', { layer: textIn(language, layer.title) })}
      </button>`,
    )}
  </div>`
}

/** The panel stands in the drawer where the page is narrow. */
function stateAccuracy(id: string): void {
  openLayerPanel(id)
  page.update({ isDrawerOpen: true })
}

/** A slider for each layer that errs; the intervals of the answer follow it, and nothing is saved until it is kept. */
export function assuming(state: PageState): TemplateResult | typeof nothing {
  const { language, assumed } = state
  const layers = uncertainLayers(state)
  if (layers.length === 0) return nothing
  return html`<details class="supposing">
    <summary>${translate(language, 'page.accuracy.try')}</summary>
    ${layers.map((layer) => slider(layer, assumed.get(layer.name) ?? layer.accuracyM, language))}
    ${
      assumed.size === 0
        ? nothing
        : html`<p class="quiet" role="status">${translate(language, 'page.accuracy.supposed')}</p>
          <div class="buttons">
            <button type="button" class="button primary" @click=${() => void keepAssumed()}>${translate(language, 'page.accuracy.keep')}</button>
            <button type="button" class="button plain" @click=${dropAssumed}>${translate(language, 'page.accuracy.drop')}</button>
          </div>`
    }
  </details>`
}

function slider({ id, name, title }: Layer, accuracyM: number | undefined, language: Language): TemplateResult {
  const layer = textIn(language, title)
  const label = translate(language, 'page.accuracy.slider-name', { layer })
  return html`<div class="slider">
    <label for="accuracy-of-${id}"><span class="visually-hidden">${label}</span><span aria-hidden="true">${layer}</span></label>
    <output for="accuracy-of-${id}">${accuracyM === undefined ? translate(language, 'page.accuracy.none') : metresText(accuracyM, language)}</output>
    <input
      id="accuracy-of-${id}"
      type="range"
      min="0"
      max=${sliderEnd}
      step="1"
      .value=${live(String(accuracyM === undefined ? 0 : stepAt(accuracyM)))}
      aria-valuetext=${accuracyM === undefined ? translate(language, 'page.accuracy.none') : metresText(accuracyM, language)}
      @input=${(event: Event) => assume(name, metresAt((event.currentTarget as HTMLInputElement).valueAsNumber))}
    />
  </div>`
}

const metresText = (metres: number, language: Language): string =>
  translate(language, 'page.accuracy.value', {
    metres: formatNumber(metres, metres < 10 && !Number.isInteger(metres) ? 1 : 0),
  })
