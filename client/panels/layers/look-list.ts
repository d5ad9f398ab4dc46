import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { formatShare } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { drawnSeries } from '../../../core/layers/place-layer.ts'
import { isLabelled, type Layer } from '../../../core/model/layer.ts'
import { textIn } from '../../../core/model/text.ts'
import { fadeLayer, moveLayer, nameLayer } from '../../actions/change-look.ts'
import { downIcon, upIcon } from '../../controls/icons.ts'
import type { PageState } from '../../state/page-state.ts'
import { opacityOf, shownSeries } from '../../state/shown-series.ts'

/** How the layers lie over each other, the highest first; how opaque each is drawn, and whether it is named. */
export function lookList(state: PageState): TemplateResult {
  const { language, study, moved } = state
  const fromAbove = study ? drawnSeries(study.layers).toReversed() : []
  return html`<p class="quiet">${translate(language, 'page.look.hint')}</p>
    <ol class="look-list" aria-label=${translate(language, 'page.look.order')}>
      ${repeat(
        fromAbove,
        ({ name }) => name,
        (layer, place) => entry(state, layer, place, fromAbove.length),
      )}
    </ol>
    <p class="visually-hidden" role="status">${moved}</p>`
}

function entry(state: PageState, layer: Layer, place: number, count: number): TemplateResult {
  const { language } = state
  const holding = shownSeries(state).find(({ name }) => name === layer.name)?.holding
  const title = textIn(language, (holding ?? layer).title)
  const opacity = opacityOf(state, layer)
  const shown = formatShare(opacity, language, 0)
  return html`<li>
    <span class="look-title"><bdi>${title}</bdi></span>
    ${button('up', place === 0, count - place + 1)} ${button('down', place === count - 1, count - place - 1)}
    <label class="look-opacity">
      <span class="quiet">${translate(language, 'page.look.opacity')}</span>
      <input
        type="range"
        min="0.1"
        max="1"
        step="0.1"
        .value=${live(String(opacity))}
        aria-label=${translate(language, 'page.look.opacity-of', { layer: title })}
        aria-valuetext=${shown}
        @input=${(event: Event) => fadeLayer(layer, numberOf(event))}
      />
      <span class="look-value">${shown}</span>
    </label>
    ${
      layer.labelField
        ? html`<label class="check look-names">
            <input
              type="checkbox"
              .checked=${live(isLabelled(layer))}
              aria-label=${translate(language, 'page.look.names-of', { layer: title })}
              @change=${() => nameLayer(layer, !isLabelled(layer))}
            />
            <span>${translate(language, 'page.look.names')}</span>
          </label>`
        : nothing
    }
  </li>`

  function button(way: 'up' | 'down', isDisabled: boolean, to: number): TemplateResult {
    const name = translate(language, `page.look.${way}`, { layer: title })
    return html`<button
      type="button"
      class="icon-button"
      data-look=${`${way} ${layer.name}`}
      aria-label=${name}
      title=${name}
      ?disabled=${isDisabled}
      @click=${() => void moveLayer(layer, to, count).then(() => focusOn(layer.name, way))}
    >
      ${way === 'up' ? upIcon : downIcon}
    </button>`
  }
}

/** The button moves with its layer; at the end of the list the other one goes on. */
function focusOn(name: string, way: 'up' | 'down'): void {
  const find = (own: string): HTMLButtonElement | null =>
    document.querySelector(`[data-look="${CSS.escape(`${own} ${name}`)}"]`)
  const button = find(way)
  ;(button?.disabled ? find(way === 'up' ? 'down' : 'up') : button)?.focus()
}

const numberOf = (event: Event): number => Number((event.currentTarget as HTMLInputElement).value)
