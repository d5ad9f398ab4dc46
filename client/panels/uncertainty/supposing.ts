import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatNumber } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import { openLayerPanel } from '../../actions/settle-layer.ts'
import { noteText } from '../../controls/note-list.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { dropSupposed, keepSupposed, suppose } from '../../actions/suppose.ts'
import { erringLayers, metresAt, silentLayers, sliderEnd, stepAt } from '../../state/supposed.ts'

/** Where intervals would stand: which accuracy is missing and where to state it, or why draws with it say nothing. */
export function missingAccuracy(state: PageState): TemplateResult | typeof nothing {
  const { language } = state
  const silent = silentLayers(state)
  const refused = (state.measurement?.notes ?? []).filter(
    ({ code }) => code === 'accuracy-beyond-plan' || code === 'draws-too-coarse',
  )
  if (silent.length === 0 && refused.length === 0) return nothing
  const layers = silent.map((layer) => textIn(language, layer.title)).join(language === 'ar' ? '، ' : ', ')
  return html`<div class="missing-accuracy" role="status">
    ${silent.length > 0 ? html`<p>${say(language, 'page.accuracy.missing', { layers })}</p>` : nothing}
    ${refused.map((own) => html`<p>${noteText(own, language, state.study)}</p>`)}
    ${silent.map(
      (layer) => html`<button type="button" class="link" @click=${() => stateAccuracy(layer.id)}>
        ${say(language, 'page.accuracy.state', { layer: textIn(language, layer.title) })}
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
export function supposing(state: PageState): TemplateResult | typeof nothing {
  const { language, supposed } = state
  const layers = erringLayers(state)
  if (layers.length === 0) return nothing
  return html`<details class="supposing">
    <summary>${say(language, 'page.accuracy.try')}</summary>
    ${layers.map((layer) => slider(layer, supposed.get(layer.name) ?? layer.accuracyM, language))}
    ${
      supposed.size === 0
        ? nothing
        : html`<p class="quiet" role="status">${say(language, 'page.accuracy.supposed')}</p>
          <div class="buttons">
            <button type="button" class="button primary" @click=${() => void keepSupposed()}>${say(language, 'page.accuracy.keep')}</button>
            <button type="button" class="button plain" @click=${dropSupposed}>${say(language, 'page.accuracy.drop')}</button>
          </div>`
    }
  </details>`
}

function slider({ id, name, title }: Layer, accuracyM: number | undefined, language: Language): TemplateResult {
  const layer = textIn(language, title)
  const label = say(language, 'page.accuracy.slider-name', { layer })
  return html`<div class="slider">
    <label for="accuracy-of-${id}"><span class="visually-hidden">${label}</span><span aria-hidden="true">${layer}</span></label>
    <output for="accuracy-of-${id}">${accuracyM === undefined ? say(language, 'page.accuracy.none') : metresText(accuracyM, language)}</output>
    <input
      id="accuracy-of-${id}"
      type="range"
      min="0"
      max=${sliderEnd}
      step="1"
      .value=${live(String(accuracyM === undefined ? 0 : stepAt(accuracyM)))}
      aria-valuetext=${accuracyM === undefined ? say(language, 'page.accuracy.none') : metresText(accuracyM, language)}
      @input=${(event: Event) => suppose(name, metresAt((event.currentTarget as HTMLInputElement).valueAsNumber))}
    />
  </div>`
}

const metresText = (metres: number, language: Language): string =>
  say(language, 'page.accuracy.value', {
    metres: formatNumber(metres, metres < 10 && !Number.isInteger(metres) ? 1 : 0),
  })
