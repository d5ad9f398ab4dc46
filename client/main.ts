import { render } from 'lit/html.js'
import 'ol/ol.css'
import './style/style.css'
import { textIn } from '../core/model/text.ts'
import { loadLanguage } from '../core/i18n/catalogues.ts'
import { translate } from '../core/i18n/translate.ts'
import { findBaseMaps } from './actions/choose-base-map.ts'
import { refreshTable } from './actions/attribute-table.ts'
import { compare } from './actions/compare.ts'
import { loadTimeline } from './actions/load-timeline.ts'
import { refreshPair } from './actions/pair-maps.ts'
import { openFirstStudy, openStudy } from './actions/open-study.ts'
import { applyLanguage, bringLanguage } from './actions/switch-language.ts'
import { createMapView, type MapView } from './map/map-view.ts'
import { drawByProcessor } from './map/processor-canvases.ts'
import { onThemeChange } from './map/theme.ts'
import { hearOtherWindows } from './actions/other-windows.ts'
import { stepByKey } from './app/step-buttons.ts'
import { pageTemplate } from './app/page-template.ts'
import { later } from './controls/later.ts'
import { closeByKey } from './app/close-by-key.ts'
import { closeMenuOutside } from './controls/menu.ts'
import { keepReadingOrder } from './controls/reading-order.ts'
import { showPreview } from './actions/make-file.ts'
import { watchPrinting } from './map/printing.ts'
import { addressOf, readAddress } from './state/address.ts'
import { page, type PageState } from './state/page-state.ts'
import { acceptDrops } from './panels/layers/drop-zone.ts'

const weights = ['400', '600']
const samples = ['a', 'ب']

const showCompareMaps = later(async () => (await import('./views/compare/compare-maps.ts')).showCompareMaps)
const keepPreview = later(async () => (await import('./views/sheet/draw-preview.ts')).keepPreview)

const keepDrawing = later(async () => (await import('./map/drawing-tool.ts')).keepDrawing)

let mapView: MapView | null = null
let isDrawing = false

drawByProcessor()
page.update(readAddress(location.search))
applyLanguage(page.get().language)
void begin()

/** Nothing can be said before the messages have come; those of another language come once it is asked for. */
async function begin(): Promise<void> {
  const fonts = loadFonts()
  await loadLanguage(page.get().language)
  page.subscribe(show)
  acceptDrops(document.documentElement)
  document.addEventListener('pointerdown', closeMenuOutside)
  document.addEventListener('keydown', stepByKey)
  document.addEventListener('keydown', closeByKey)
  hearOtherWindows()
  addEventListener('popstate', () => void followAddress())
  addEventListener('resize', () => show(page.get()))
  onThemeChange(() => show(page.get()))
  watchPrinting()
  void findBaseMaps()
  await fonts
  await openFirstStudy()
}

function show(state: PageState): void {
  render(
    pageTemplate(state, () => mapView),
    document.body,
  )
  const frame = document.querySelector<HTMLElement>('.map-frame')
  if (frame) (mapView ??= createMapView(frame)).show(state)
  // Once more after the last time, so that it takes its marks off the map.
  if (mapView && (state.drawing || isDrawing)) keepDrawing(state, mapView)
  isDrawing = state.drawing !== null
  if (state.view === 'compare') showCompareMaps(state)
  if (state.view === 'sheet') keepPreview(state)
  keepReadingOrder(document.body, state.language)
  document.title = titleOf(state)
  keepAddress(state)
}

function titleOf({ study, language, view }: PageState): string {
  const title = translate(language, 'page.title')
  if (!study) return title
  const named = translate(language, 'page.title.view', {
    view: translate(language, `page.view.${view}`),
    study: textIn(language, study.title),
  })
  return `${named} · ${title}`
}

/** The address always brings this page back; choosing a study, a day or a view is a step that "back" undoes. */
function keepAddress(state: PageState): void {
  if (state.studyId === null) return
  const address = addressOf(state)
  if (address === location.search) return
  const before = readAddress(location.search)
  const isOther = before.studyId !== state.studyId || before.view !== state.view || before.at !== state.at
  if (before.studyId !== null && isOther && !state.time.isPlaying) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}

async function followAddress(): Promise<void> {
  const { studyId: before, at: dayBefore } = page.get()
  const address = readAddress(location.search)
  if (address.language && !(await bringLanguage(address.language))) return
  page.update(address)
  const { hidden, camera, selected, tab, table, pair } = page.get()
  if (address.language) applyLanguage(address.language)
  const { studyId, at, view } = page.get()
  if (studyId !== null && (studyId !== before || at !== dayBefore))
    await openStudy(studyId, at, { hidden, camera, selected, tab, table, pair })
  else {
    void refreshTable()
    void refreshPair()
  }
  if (view === 'compare') await compare()
  else if (view === 'timeline') await loadTimeline()
  else if (view === 'report') await showPreview()
}

/** Canvas text needs its font before it is drawn, in both scripts. */
async function loadFonts(): Promise<void> {
  const fonts = weights.map((weight) => `${weight} 14px 'IBM Plex Sans Arabic'`)
  await Promise.all(fonts.flatMap((font) => samples.map((text) => document.fonts.load(font, text))))
}
