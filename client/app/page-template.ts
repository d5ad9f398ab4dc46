import { html, nothing, type TemplateResult } from 'lit/html.js'
import { textIn } from '../../core/model/text.ts'
import { translate } from '../../core/i18n/translate.ts'
import type { MapView } from '../map/map-view.ts'
import { answerPanel } from '../panels/answer/answer-panel.ts'
import { announcementBar } from './announcement-bar.ts'
import { header } from './header.ts'
import { closeIcon, layersIcon } from '../controls/icons.ts'
import { langOf } from '../controls/lang-of.ts'
import { later } from '../controls/later.ts'
import { layersPanel } from '../panels/layers/layers-panel.ts'
import { mapFrame } from '../views/map/map-frame.ts'
import { isPrinting } from '../map/printing.ts'
import { page, type PageState } from '../state/page-state.ts'
import { timeTrack } from '../views/timeline/time-track.ts'
import { dropZone } from '../panels/layers/drop-zone.ts'

const compareView = later(async () => (await import('../views/compare/compare-view.ts')).compareView)
const timelinePanel = later(async () => (await import('../views/timeline/timeline-panel.ts')).timelinePanel)
const sheetView = later(async () => (await import('../views/sheet/sheet-view.ts')).sheetView)
const reportView = later(async () => (await import('../views/report/report-view.ts')).reportView)
const loadForm = later(async () => (await import('../panels/layers/load-form.ts')).loadForm)
const uploadPanel = later(async () => (await import('../panels/layers/upload-panel.ts')).uploadPanel)
const crsPanel = later(async () => (await import('../panels/layers/crs-panel.ts')).crsPanel)
const drawPanel = later(async () => (await import('../panels/placing/draw-or-place.ts')).drawOrPlace())
const layerSettings = later(async () => (await import('../panels/layers/layer-settings.ts')).layerSettings)

/** The whole page for a state. */
export function pageTemplate(state: PageState, mapView: () => MapView | null): TemplateResult {
  const { language, view, study, layerPanel, drawing } = state
  const hasOwnPage = view === 'compare' || view === 'sheet' || view === 'report'
  return html`<a class="skip" href=${hasOwnPage ? '#content' : '#answer'} @click=${skip}>${translate(language, hasOwnPage ? 'page.skip.content' : 'page.skip')}</a>
    ${header(state)}
    <main class="map-page ${view === 'map' && state.table ? 'with-table' : ''} ${view === 'timeline' ? 'on-timeline' : state.loadForm ? 'loading-files' : drawing ? 'settling drawing' : layerPanel ? 'settling' : ''}" ?hidden=${hasOwnPage}>
      <h2 class="paper-title" lang=${study ? langOf(study.title, language) : nothing}>${study ? textIn(language, study.title) : ''}</h2>
      ${layersColumn(state)}
      <section class="map-frame" dir="ltr">${mapFrame(state, mapView)}</section>
      ${
        view === 'timeline'
          ? timelinePanel(state)
          : html`<section class="time-strip time-row" aria-label=${translate(language, 'page.timeline')}>${timeTrack(state)}</section>`
      }
      ${view === 'map' && state.table ? attributePanel(state) : nothing}
      <section class="answer-column" id="answer" tabindex="-1" aria-label=${translate(language, 'page.answer')}>
        ${answerPanel(state)}
      </section>
    </main>
    ${view === 'compare' ? html`<main class="compare-page" id="content" tabindex="-1">${compareView(state)}</main>` : nothing}
    ${view === 'sheet' ? html`<main class="sheet-page" id="content" tabindex="-1">${sheetView(state)}</main>` : nothing}
    ${view === 'report' ? html`<main class="report-page" id="content" tabindex="-1">${reportView(state)}</main>` : nothing}
    ${announcementBar(state)}
    <div class="drop-veil" aria-hidden="true">
      <p>${translate(language, 'page.drop.now', { study: study ? textIn(language, study.title) : '' })}</p>
    </div>`
}

/** The address is of the page's own words, which a jump within it would not leave. */
function skip(event: Event): void {
  event.preventDefault()
  const to = (event.currentTarget as HTMLAnchorElement).hash
  document.querySelector<HTMLElement>(to)?.focus()
}

const attributePanel = later(async () => (await import('../panels/table/attribute-panel.ts')).attributePanel)

/** Layers, or the settings of one; below 1024 px a drawer. */
function layersColumn(state: PageState): TemplateResult {
  const { language, isDrawerOpen, layerPanel, upload, question, drawing, loadForm: form } = state
  const isAsking = form !== null || question !== null || upload.phase === 'sublayers' || upload.phase === 'name'
  const shows = isPrinting() || !(isAsking || layerPanel || drawing)
  const toggle = (): void => page.update({ isDrawerOpen: !isDrawerOpen })
  return html`<button
      type="button"
      class="drawer-button button plain"
      aria-expanded=${isDrawerOpen}
      aria-controls="layers"
      @click=${toggle}
    >
      ${isDrawerOpen ? closeIcon : layersIcon} ${translate(language, isDrawerOpen ? 'page.layers.close' : 'page.layers')}
    </button>
    <aside class="layers-column ${isDrawerOpen ? 'open' : ''}" id="layers" aria-label=${translate(language, 'page.layers')}>
      <div class="layers-scroll">
        ${form ? loadForm(form, state) : nothing} ${upload.phase === 'none' ? nothing : uploadPanel(state)} ${question ? crsPanel(question, state) : nothing}
        ${shows ? layersPanel(state) : isAsking ? nothing : drawing ? drawPanel(state, drawing) : layerPanel ? layerSettings(state, layerPanel) : nothing}
      </div>
      ${shows ? dropZone(language, state.study !== null) : nothing}
    </aside>`
}
