import { html, nothing, type TemplateResult } from 'lit/html.js'
import { translate } from '../../../core/i18n/translate.ts'
import { fitIcon, minusIcon, plusIcon } from '../../controls/icons.ts'
import { pictureMap } from '../../map/picture-map.ts'
import type { PageState } from '../../state/page-state.ts'

/** The picture that is being placed, beside the map, to be clicked in its own pixels. */
export function picturePane({ language, drawing }: PageState): TemplateResult | typeof nothing {
  const placing = drawing?.placing
  if (!placing?.picture) return nothing
  const own = () => {
    const element = document.querySelector('.picture-map')
    return element instanceof HTMLElement ? pictureMap(element) : null
  }
  queueMicrotask(() => own()?.show(placing))
  const button = (name: string, icon: TemplateResult, act: () => void): TemplateResult =>
    html`<button type="button" aria-label=${name} title=${name} @click=${act}>${icon}</button>`
  return html`<div class="picture-pane">
    <div class="picture-map" role="application" tabindex="0" aria-label=${translate(language, 'placing.picture', { file: placing.name })}></div>
    <div class="map-buttons">
      ${button(translate(language, 'placing.zoom-in'), plusIcon, () => own()?.zoomBy(1))}
      ${button(translate(language, 'placing.zoom-out'), minusIcon, () => own()?.zoomBy(-1))}
      ${button(translate(language, 'placing.fit'), fitIcon, () => own()?.fit())}
    </div>
  </div>`
}
