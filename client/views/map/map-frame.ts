import { html, nothing, type TemplateResult } from 'lit/html.js'
import { textIn } from '../../../core/model/text.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import type { BaseMapOffer } from '../../api/base-map.ts'
import type { MapView } from '../../map/map-view.ts'
import type { PageState } from '../../state/page-state.ts'
import { fitIcon, minusIcon, plusIcon } from '../../controls/icons.ts'

/** The frame of the map; what is inside `.map` is OpenLayers' own. The map does not mirror. */
export function mapFrame(
  { language, study, baseMap, baseMapOffer }: PageState,
  view: () => MapView | null,
): TemplateResult {
  const label = say(language, 'page.map', { study: study ? textIn(language, study.title) : '' })
  const button = (name: string, icon: TemplateResult, act: () => void): TemplateResult =>
    html`<button type="button" aria-label=${name} title=${name} @click=${act}>${icon}</button>`
  return html`<div class="map" role="application" aria-label=${label} tabindex="0"></div>
    <div class="map-buttons">
      ${button(say(language, 'page.map.zoom-in'), plusIcon, () => view()?.zoomBy(1))}
      ${button(say(language, 'page.map.zoom-out'), minusIcon, () => view()?.zoomBy(-1))}
      ${button(say(language, 'page.map.fit'), fitIcon, () => view()?.fit())}
    </div>
    <div class="scale-bar" role="img" aria-label=${say(language, 'page.map.scale')}>
      <span class="length" dir="auto"></span><span class="bar"></span>
    </div>
    <div class="readout" hidden></div>
    ${baseMap === 'off' || !baseMapOffer ? nothing : html`<p class="attribution">${attribution(baseMapOffer, language)}</p>`}`
}

/** Whose the base map is, as its makers ask for it. */
function attribution({ name, host }: BaseMapOffer, language: Language): TemplateResult {
  if (!host?.endsWith('openstreetmap.org')) return html`<bdi>${name}</bdi>`
  return html`<a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer noopener"
    >${say(language, 'page.base-map.attribution')}</a
  >`
}
