import { render } from 'lit/html.js'
import 'ol/ol.css'
import './style/style.css'
import { textIn } from '../core/model/text.ts'
import { say } from '../core/i18n/say.ts'
import { findBaseMap } from './actions/choose-base-map.ts'
import { compare } from './actions/compare.ts'
import { loadTimeline } from './actions/load-timeline.ts'
import { openFirstStudy, openStudy } from './actions/open-study.ts'
import { applyLanguage } from './actions/switch-language.ts'
import { showCompareMaps } from './views/compare/compare-maps.ts'
import { createMapView, type MapView } from './map/map-view.ts'
import { onThemeChange } from './map/theme.ts'
import { pageTemplate } from './app/page-template.ts'
import { closeMenuOutside } from './controls/menu.ts'
import { keepSigns } from './controls/sign-order.ts'
import { showPreview } from './actions/make-file.ts'
import { watchPrinting } from './map/printing.ts'
import { keepPreview } from './views/sheet/draw-preview.ts'
import { addressOf, readAddress } from './state/address.ts'
import { page, type PageState } from './state/page-state.ts'
import { acceptDrops } from './panels/layers/drop-zone.ts'

const weights = ['400', '600']
const samples = ['a', 'ب']

let mapView: MapView | null = null

page.update(readAddress(location.search))
applyLanguage(page.get().language)
page.subscribe(show)
acceptDrops(document.documentElement)
document.addEventListener('pointerdown', closeMenuOutside)
addEventListener('popstate', () => void followAddress())
addEventListener('resize', () => show(page.get()))
onThemeChange(() => show(page.get()))
watchPrinting()
void loadFonts().then(openFirstStudy)
void findBaseMap()

function show(state: PageState): void {
  render(
    pageTemplate(state, () => mapView),
    document.body,
  )
  const frame = document.querySelector<HTMLElement>('.map-frame')
  if (frame) (mapView ??= createMapView(frame)).show(state)
  if (state.view === 'compare') showCompareMaps(state)
  keepPreview(state)
  keepSigns(document.body, state.language)
  document.title = titleOf(state)
  keepAddress(state)
}

function titleOf({ study, language }: PageState): string {
  const title = say(language, 'page.title')
  return study ? `${textIn(language, study.title)} · ${title}` : title
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
  page.update(address)
  if (address.language) applyLanguage(address.language)
  const { studyId, at, view } = page.get()
  if (studyId !== null && (studyId !== before || at !== dayBefore)) await openStudy(studyId, at)
  else if (view === 'compare') await compare()
  else if (view === 'timeline') await loadTimeline()
  else if (view === 'report') await showPreview()
}

/** Canvas text needs its font before it is drawn, in both scripts. */
async function loadFonts(): Promise<void> {
  const fonts = weights.map((weight) => `${weight} 14px 'IBM Plex Sans Arabic'`)
  await Promise.all(fonts.flatMap((font) => samples.map((text) => document.fonts.load(font, text))))
}
