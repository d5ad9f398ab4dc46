import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import { toLonLat, transformExtent } from 'ol/proj.js'
import { light, pin } from '../actions/light-ground.ts'
import { chooseCrs } from '../actions/upload-files.ts'
import type { Ground } from '../state/ground.ts'
import { page, type PageState } from '../state/page-state.ts'
import { isPrinting, onPrinting } from './printing.ts'
import { groundAt, sceneOf } from '../state/scene.ts'
import { measuredLayers, planLayer } from '../state/shown-series.ts'
import { createBaseMapLayer } from './base-map-layer.ts'
import { candidateCode, createCandidateLayer } from './candidate-layer.ts'
import { extentToFit } from './extent-to-fit.ts'
import { createFaultLayer, shownPlace } from './fault-layer.ts'
import { groundScale } from './ground-scale.ts'
import { labelLayer } from './label-layer.ts'
import { placeLayer } from './place-layer.ts'
import { showPosition } from './position-readout.ts'
import { showScale } from './scale-bar.ts'
import { severalLayers, severalNames } from './several-layer.ts'
import { settledOutline, studyLayers, studyLayersKey, veilZIndex } from './study-layers.ts'
import { onThemeChange, readTheme } from './theme.ts'
import { unattributedLayers } from './unattributed-layer.ts'
import { createVeilLayer } from './veil-layer.ts'

export type MapView = {
  readonly show: (state: PageState) => void
  readonly zoomBy: (steps: number) => void
  readonly fit: () => void
}

const faultZoom = 17
const fitPadding = [56, 56, 72, 56]

/** The map of the study, drawn into `.map` of the element, which also holds its scale bar and its readout. */
export function createMapView(element: HTMLElement): MapView {
  const target = element.querySelector<HTMLElement>('.map')!
  const scaleBar = element.querySelector<HTMLElement>('.scale-bar')!
  const readout = element.querySelector<HTMLElement>('.readout')!
  const view = new View({ center: [4_040_000, 3_955_000], zoom: 13, maxZoom: 20, enableRotation: false })
  const veil = createVeilLayer()
  const candidates = createCandidateLayer()
  const faults = createFaultLayer()
  veil.layer.setZIndex(veilZIndex)
  const interactions = defaultInteractions({ altShiftDragRotate: false, pinchRotate: false })
  const map = new OpenLayersMap({ target, view, controls: [], interactions, layers: [] })
  let theme = readTheme()
  let drawn: readonly unknown[] = []
  let fitted = ''
  let faultShown = ''
  let baseMap: ReturnType<typeof createBaseMapLayer> | null = null
  let onScreen: { readonly centre: number[]; readonly resolution: number } | null = null

  function show(state: PageState): void {
    const settled = state.layerPanel && state.features.get(state.layerPanel.id)
    baseMap =
      state.baseMap === 'off' || !state.baseMapOffer ? null : (baseMap ?? createBaseMapLayer(state.baseMapOffer))
    const several = severalNames(state).join('\n')
    const key = [
      theme,
      state.language,
      baseMap,
      settled,
      several,
      state.sure.bands,
      state.sure.banded,
      ...studyLayersKey(state),
    ]
    if (key.length !== drawn.length || key.some((part, i) => part !== drawn[i])) {
      drawn = key
      const drawings = [
        ...studyLayers(state, theme),
        ...severalLayers(state, theme),
        ...unattributedLayers(state, theme),
        ...settledOutline(state, theme),
        labelLayer(state, theme),
        ...placeLayer(state, theme),
      ]
      map.setLayers([...(baseMap ? [baseMap] : []), veil.layer, candidates.layer, faults.layer, ...drawings])
    }
    veil.show({ scene: sceneOf(state), ground: isPrinting() ? null : (state.lit ?? state.pinned), theme })
    candidates.show(state.question, theme)
    faults.show(state.layerPanel?.check ?? null, theme)
    fitOnce(state)
    goToFault(state)
    furnish()
  }

  /** Moves the map when there is something new to look at, and then leaves it to the reader. */
  function fitOnce(state: PageState): void {
    const wanted = extentToFit(state)
    if (wanted === null || wanted.key === fitted || !map.getSize()) return
    fitted = wanted.key
    fitTo(wanted.extent)
  }

  /** Brings the fault that is shown to the middle, near enough to see it. */
  function goToFault({ layerPanel }: PageState): void {
    const place = shownPlace(layerPanel?.check)
    const key = place?.join() ?? ''
    if (key === faultShown) return
    faultShown = key
    if (place) view.animate({ center: place, zoom: Math.max(view.getZoom() ?? 0, faultZoom), duration: motionMs() })
  }

  function fitTo(extent: readonly number[]): void {
    view.fit(transformExtent([...extent], 'EPSG:4326', 'EPSG:3857'), { padding: fitPadding, maxZoom: 17 })
  }

  function furnish(): void {
    const centre = view.getCenter()
    const resolution = view.getResolution()
    if (!centre || !resolution) return
    showScale(scaleBar, resolution * groundScale(toLonLat(centre)[1]!), page.get().language)
  }

  /** The ground that the screen shows, drawn at the size that the map has on paper, and back. */
  function turnPage(): void {
    const size = map.getSize()
    const centre = view.getCenter()
    const resolution = view.getResolution()
    if (!size || !centre || !resolution) return
    const seen = view.calculateExtent(size)
    map.updateSize()
    if (isPrinting()) {
      onScreen = { centre, resolution }
      view.fit(seen)
    } else if (onScreen) {
      view.setCenter(onScreen.centre)
      view.setResolution(onScreen.resolution)
    }
    map.renderSync()
    furnish()
  }

  function groundUnder(pixel: number[]): Ground | null {
    const state = page.get()
    const scene = sceneOf(state)
    if (!scene || state.question) return null
    const [lon, lat] = toLonLat(map.getCoordinateFromPixel(pixel))
    const layers = state.tab === 'combined' ? (state.measurement?.layers ?? []) : measuredLayers(state, state.tab)
    return groundAt(
      scene,
      state.tab,
      layers.map(({ name }) => name),
      lon!,
      lat!,
    )
  }

  const candidateUnder = (pixel: number[]): string | null =>
    map.forEachFeatureAtPixel(pixel, candidateCode, { layerFilter: (layer) => layer === candidates.layer }) ?? null

  map.on('pointermove', (event) => {
    if (event.dragging) return
    showPosition(readout, toLonLat(event.coordinate), page.get().language)
    const { question } = page.get()
    if (question) {
      const lit = candidateUnder(event.pixel)
      if (lit !== question.lit) page.update({ question: { ...question, lit } })
    } else light(groundUnder(event.pixel))
  })
  map.on('click', (event) => {
    const ground = groundUnder(event.pixel)
    const code = candidateUnder(event.pixel)
    if (code !== null) void chooseCrs(code)
    else if (ground) pin(ground)
  })
  map.on('moveend', furnish)
  map.on('change:size', () => fitOnce(page.get()))
  target.addEventListener('pointerleave', () => {
    showPosition(readout, null, page.get().language)
    light(null)
  })
  onThemeChange(() => {
    theme = readTheme()
    show(page.get())
  })
  onPrinting(turnPage)

  return {
    show,
    zoomBy: (steps) => view.animate({ zoom: (view.getZoom() ?? 13) + steps, duration: motionMs() }),
    fit() {
      const extent = planLayer(page.get())?.extent ?? extentToFit(page.get())?.extent
      if (extent) fitTo(extent)
    },
  }
}

const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150)
