import { html, nothing, type TemplateResult } from 'lit/html.js'
import { formatHectares, formatNumber } from '../../../core/format/format.ts'
import { textIn } from '../../../core/model/text.ts'
import { loadLaterWords } from '../../../core/i18n/catalogues.ts'
import { languages } from '../../../core/i18n/languages.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { closePair, openPair } from '../../actions/pair-maps.ts'
import { later } from '../../controls/later.ts'
import { isPrinting } from '../../map/printing.ts'
import type { BaseMapFacts, NamedBaseMap } from '../../api/base-map.ts'
import type { MapView } from '../../map/map-view.ts'
import { placeCard } from './place-card.ts'
import { page, type PageState } from '../../state/page-state.ts'
import { unusedRuler, type Ruler } from '../../state/ruler.ts'
import {
  downIcon,
  fitIcon,
  leftIcon,
  rightIcon,
  upIcon,
  minusIcon,
  pairIcon,
  plusIcon,
  rulerIcon,
} from '../../controls/icons.ts'

/** The frame of the map; what is inside `.map` is OpenLayers' own. The map does not mirror. */
export function mapFrame(state: PageState, view: () => MapView | null): TemplateResult {
  const { language, study, baseMaps, ruler, pair } = state
  const label = translate(language, 'page.map', { study: study ? textIn(language, study.title) : '' })
  const button = (name: string, icon: TemplateResult, act: () => void): TemplateResult =>
    html`<button type="button" aria-label=${name} title=${name} @click=${act}>${icon}</button>`
  return html`<div class="map" role="application" aria-label=${label} tabindex="0"></div>
    ${pair && state.view === 'map' && !isPrinting() ? pairView(state, view) : nothing}
    ${state.drawing?.placing ? picturePane(state) : nothing}
    <div class="map-buttons">
      ${button(translate(language, 'page.map.zoom-in'), plusIcon, () => view()?.zoomBy(1))}
      ${button(translate(language, 'page.map.zoom-out'), minusIcon, () => view()?.zoomBy(-1))}
      ${button(translate(language, 'page.map.fit'), fitIcon, () => view()?.fit())}
      <button
        type="button"
        aria-label=${translate(language, 'page.pair.open')}
        title=${translate(language, 'page.pair.open')}
        data-tool="pair"
        aria-pressed=${pair !== null}
        @click=${pair ? closePair : openPair}
      >
        ${pairIcon}
      </button>
      <button
        type="button"
        aria-label=${translate(language, 'page.map.ruler')}
        title=${translate(language, 'page.map.ruler')}
        data-tool="ruler"
        aria-pressed=${ruler !== null}
        @click=${() => page.update({ ruler: ruler ? null : unusedRuler })}
      >
        ${rulerIcon}
      </button>
    </div>
    <div class="pan-buttons" role="group" aria-label=${translate(language, 'page.map.pan')}>
      ${directions.map(([name, icon, east, north]) => button(translate(language, `page.map.pan.${name}`), icon, () => view()?.panBy(east, north)))}
    </div>
    ${ruler ? html`<p class="ruler" dir=${languages[language].direction} role="status">${rulerText(ruler, language)}</p>` : nothing}
    ${placeCard(state)}
    <div class="scale-bar" role="img">
      <span class="length" dir="auto"></span><span class="bar"></span>
    </div>
    <div class="readout" hidden></div>
    ${baseMaps.chosen ? html`<p class="attribution">${attribution(baseMaps.chosen, baseMaps.chosen.facts, language)}</p>` : nothing}`
}

/** Where the map can be moved to without dragging it, as parts of what is seen. */
const directions = [
  ['west', leftIcon, -1, 0],
  ['north', upIcon, 0, 1],
  ['south', downIcon, 0, -1],
  ['east', rightIcon, 1, 0],
] as const

const picturePane = later(async () => {
  await loadLaterWords()
  return (await import('./picture-pane.ts')).picturePane
})

const pairView = later(async () => (await import('./pair-view.ts')).pairView)

/** What the line comes to, or how it is drawn. */
function rulerText({ lengthM, areaM2 }: Ruler, language: Language): string {
  if (lengthM === 0) return translate(language, 'page.map.ruler.how')
  const length =
    lengthM < 1000
      ? translate(language, 'page.map.ruler.metres', { length: formatNumber(lengthM, 0) })
      : translate(language, 'page.map.ruler.kilometres', { length: formatNumber(lengthM / 1000, 2) })
  return areaM2 === null
    ? translate(language, 'page.map.ruler.length', { length })
    : translate(language, 'page.map.ruler.ground', { length, area: formatHectares(areaM2, language) })
}

/** Whose the base map is, as its makers ask for it. */
function attribution({ credit }: NamedBaseMap, { name, host }: BaseMapFacts, language: Language): TemplateResult {
  if (credit !== null || !host?.endsWith('openstreetmap.org')) return html`<bdi>${name}</bdi>`
  return html`<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer noopener"
    >${translate(language, 'page.base-map.attribution')}</a
  >`
}
