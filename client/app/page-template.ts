import { html, nothing, type TemplateResult } from 'lit/html.js'
import { textIn } from '../../core/model/text.ts'
import { say } from '../../core/i18n/say.ts'
import { compareView } from '../views/compare/compare-view.ts'
import type { MapView } from '../map/map-view.ts'
import { answerPanel } from '../panels/answer/answer-panel.ts'
import { header } from './header.ts'
import { closeIcon, layersIcon } from '../controls/icons.ts'
import { layersPanel } from '../panels/layers/layers-panel.ts'
import { mapFrame } from '../views/map/map-frame.ts'
import { isPrinting } from '../map/printing.ts'
import { reportView } from '../views/report/report-view.ts'
import { sheetView } from '../views/sheet/sheet-view.ts'
import { page, type PageState } from '../state/page-state.ts'
import { timelinePanel } from '../views/timeline/timeline-panel.ts'
import { timeTrack } from '../views/timeline/time-track.ts'
import { crsPanel } from '../panels/layers/crs-panel.ts'
import { dropZone } from '../panels/layers/drop-zone.ts'
import { layerSettings } from '../panels/layers/layer-settings.ts'
import { uploadPanel } from '../panels/layers/upload-panel.ts'

/** The whole page for a state. */
export function pageTemplate(state: PageState, mapView: () => MapView | null): TemplateResult {
  const { language, view, study, layerPanel } = state
  const hasOwnPage = view === 'compare' || view === 'sheet' || view === 'report'
  return html`<a class="skip" href="#answer">${say(language, 'page.skip')}</a>
    ${header(state)}
    <main class="map-page ${view === 'timeline' ? 'on-timeline' : layerPanel ? 'settling' : ''}" ?hidden=${hasOwnPage}>
      <h2 class="paper-title">${study ? textIn(language, study.title) : ''}</h2>
      ${layersColumn(state)}
      <section class="map-frame" dir="ltr">${mapFrame(state, mapView)}</section>
      ${
        view === 'timeline'
          ? timelinePanel(state)
          : html`<section class="time-strip time-row" aria-label=${say(language, 'page.timeline')}>${timeTrack(state)}</section>`
      }
      <section class="answer-column" id="answer" tabindex="-1" aria-label=${say(language, 'page.answer')}>
        ${answerPanel(state)}
      </section>
    </main>
    ${view === 'compare' ? html`<main class="compare-page">${compareView(state)}</main>` : nothing}
    ${view === 'sheet' ? html`<main class="sheet-page">${sheetView(state)}</main>` : nothing}
    ${view === 'report' ? html`<main class="report-page">${reportView(state)}</main>` : nothing}
    <div class="drop-veil" aria-hidden="true">
      <p>${say(language, 'page.drop.now', { study: study ? textIn(language, study.title) : '' })}</p>
    </div>`
}

/** Layers, or the settings of one; below 1024 px a drawer. */
function layersColumn(state: PageState): TemplateResult {
  const { language, isDrawerOpen, layerPanel, upload, question } = state
  const isAsking = question !== null || upload.phase === 'sublayers' || upload.phase === 'name'
  const shows = isPrinting() || !(isAsking || layerPanel)
  const toggle = (): void => page.update({ isDrawerOpen: !isDrawerOpen })
  return html`<button
      type="button"
      class="drawer-button button plain"
      aria-expanded=${isDrawerOpen}
      aria-controls="layers"
      @click=${toggle}
    >
      ${isDrawerOpen ? closeIcon : layersIcon} ${say(language, isDrawerOpen ? 'page.layers.close' : 'page.layers')}
    </button>
    <aside class="layers-column ${isDrawerOpen ? 'open' : ''}" id="layers" aria-label=${say(language, 'page.layers')}>
      <div class="layers-scroll">
        ${uploadPanel(state)} ${question ? crsPanel(question, state) : nothing}
        ${shows ? layersPanel(state) : layerPanel && !isAsking ? layerSettings(state, layerPanel) : nothing}
      </div>
      ${shows ? dropZone(language) : nothing}
    </aside>`
}
