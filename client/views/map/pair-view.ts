import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { formatDate } from '../../../core/format/format.ts'
import { languages } from '../../../core/i18n/languages.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { textIn } from '../../../core/model/text.ts'
import { changePair, closePair } from '../../actions/pair-maps.ts'
import { closeIcon } from '../../controls/icons.ts'
import type { MapView } from '../../map/map-view.ts'
import { showSecondMap } from '../../map/second-map.ts'
import type { PageState, StudyView } from '../../state/page-state.ts'
import { pairModes, type Pair } from '../../state/pair.ts'
import { shownDate } from '../../state/shown-series.ts'
import { stopsOf } from '../../state/stops.ts'

/** A second map, over the first up to a divider or beside it: another day, or another study. */
export function pairView(state: PageState, mapView: () => MapView | null): TemplateResult | typeof nothing {
  const { language, pair, pairView: view } = state
  if (!pair) return nothing
  const [left, right] = [sideText(state, view), view ? sideText(view, state) : '']
  const shown = view && { ...view, language, hidden: state.hidden }
  queueMicrotask(() => {
    const element = document.querySelector('.second-map')
    const main = mapView()
    if (element && main && shown) showSecondMap(element, shown, state, main.view)
  })
  const name = translate(language, 'page.pair.second', { side: right })
  return html`<div
      class="second-map ${pair.mode}"
      role="img"
      aria-label=${name}
      .style=${`--split:${pair.split / 100}`}
    ></div>
    ${
      pair.mode === 'swipe'
        ? html`<span class="swipe-line" aria-hidden="true" .style=${`--split:${pair.split / 100}`}></span>
            <input
              class="swipe-handle"
              type="range"
              min="0"
              max="100"
              .value=${live(String(pair.split))}
              aria-label=${translate(language, 'page.pair.divider', { left, right })}
              @input=${(event: Event) => changePair({ split: Number(valueOf(event)) })}
            />`
        : nothing
    }
    <span class="side-label left" dir=${languages[language].direction}>${left}</span>
    <span class="side-label right" dir=${languages[language].direction} role="status">${right === '' ? translate(language, 'page.pair.reading') : right}</span>
    ${pairBar(state, pair, view)}`
}

/** The day of a map, and its study where the other shows another. */
function sideText(own: StudyView, other: StudyView | null): string {
  const { language, study } = own
  const at = shownDate(own)
  const day = at === null ? translate(language, 'date.undated') : formatDate(at, language)
  if (!study || !other?.study || study.id === other.study.id) return day
  return translate(language, 'page.pair.side', { study: textIn(language, study.title), day })
}

function pairBar(state: PageState, pair: Pair, view: StudyView | null): TemplateResult {
  const { language, study, studies } = state
  const days = view ? stopsOf(view) : []
  return html`<fieldset class="pair-bar" dir=${languages[language].direction}>
    <legend class="visually-hidden">${translate(language, 'page.pair')}</legend>
    ${pairModes.map(
      (mode) =>
        html`<label class="check"
          ><input type="radio" name="pair-mode" .checked=${live(pair.mode === mode)} @change=${() => changePair({ mode })} />
          <span>${translate(language, `page.pair.${mode}`)}</span></label
        >`,
    )}
    <select
      aria-label=${translate(language, 'page.pair.study')}
      @change=${(event: Event) => changePair({ study: valueOf(event) || null })}
    >
      <option value="" .selected=${live(pair.study === null)}>${translate(language, 'page.pair.this')}</option>
      ${studies
        .filter(({ id }) => id !== study?.id)
        .map(
          ({ id, title }) =>
            html`<option value=${id} .selected=${live(pair.study === id)}>${textIn(language, title)}</option>`,
        )}
    </select>
    <select
      aria-label=${translate(language, 'page.pair.day')}
      @change=${(event: Event) => changePair({ at: valueOf(event) || null })}
    >
      <option value="" .selected=${live(pair.at === null)}>${translate(language, 'page.pair.own-day')}</option>
      ${daysWith(days, pair.at).map((day) => dayOption(day, pair.at, language))}
    </select>
    <button
      type="button"
      class="icon-button"
      aria-label=${translate(language, 'page.pair.close')}
      title=${translate(language, 'page.pair.close')}
      @click=${closePair}
    >
      ${closeIcon}
    </button>
  </fieldset>`
}

/** A day that came from the address stands among the others. */
const daysWith = (days: readonly string[], at: string | null): string[] =>
  [...new Set([...days, ...(at === null ? [] : [at])])].toSorted()

const dayOption = (day: string, at: string | null, language: Language): TemplateResult =>
  html`<option value=${day} .selected=${live(day === at)}>${formatDate(day, language)}</option>`

const valueOf = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value
