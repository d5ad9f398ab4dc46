import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import { toLonLat } from 'ol/proj.js'
import { selectFeature } from '../actions/attribute-table.ts'
import { askPlace, forgetPlace } from '../actions/ask-place.ts'
import { forgetPointed, isRequested, pointAt, restMs } from '../actions/point-at.ts'
import { light, pin } from '../actions/light-ground.ts'
import type { Ground } from '../state/ground.ts'
import { page, type PageState } from '../state/page-state.ts'
import { isPrinting, onPrinting } from './printing.ts'
import { groundAt, sceneOf } from '../state/scene.ts'
import { measuredLayers } from '../state/shown-series.ts'
import { createBaseMap } from './base-map-layer.ts'
import { candidateCode, createCandidateLayer } from './candidate-layer.ts'
import { createFaultLayer } from './fault-layer.ts'
import { featureUnder } from './feature-under.ts'
import { groundScale } from './ground-scale.ts'
import { labelLayer, tiledLabelLayers } from './label-layer.ts'
import { createMapCamera, motionMs } from './map-camera.ts'
import { createMeasuringTool } from './measuring-tool.ts'
import { createPointedLayer } from './pointed-layer.ts'
import { createSelectedLayer } from './selected-layer.ts'
import { placeLayer } from './place-layer.ts'
import { createPreviewLayer } from './preview-layer.ts'
import { showPosition } from './position-readout.ts'
import { showScale } from './scale-bar.ts'
import { severalLayers, severalNames } from './several-layer.ts'
import { editedOutline, studyLayers, studyLayersKey, maskZIndex } from './study-layers.ts'
import { onThemeChange, readTheme } from './theme.ts'
import { unattributedLayers } from './unattributed-layer.ts'
import { createMaskLayer } from './mask-layer.ts'

export type MapView = {
  readonly map: OpenLayersMap
  readonly view: View
  readonly show: (state: PageState) => void
  readonly zoomBy: (steps: number) => void
  /** Moves the map by a quarter of what is seen, to the east and to the north. */
  readonly panBy: (east: number, north: number) => void
  readonly fit: () => void
}

type Place = { readonly pixel: number[]; readonly coordinate: number[] }

/** The map of the study, drawn into `.map` of the element, which also holds its scale bar and its readout. */
export function createMapView(element: HTMLElement): MapView {
  const target = element.querySelector<HTMLElement>('.map')!
  const scaleBar = element.querySelector<HTMLElement>('.scale-bar')!
  const readout = element.querySelector<HTMLElement>('.readout')!
  const view = new View({ center: [4_040_000, 3_955_000], zoom: 13, maxZoom: 20, enableRotation: false })
  const maskLayer = createMaskLayer()
  const candidates = createCandidateLayer()
  const faults = createFaultLayer()
  const preview = createPreviewLayer()
  const pointed = createPointedLayer()
  const selected = createSelectedLayer()
  const baseMapOf = createBaseMap()
  maskLayer.layer.setZIndex(maskZIndex)
  const interactions = defaultInteractions({ altShiftDragRotate: false, pinchRotate: false })
  const map = new OpenLayersMap({ target, view, controls: [], interactions, layers: [] })
  const camera = createMapCamera(map, view)
  const ruler = createMeasuringTool(map, target, (own) => page.update({ ruler: own }))
  let theme = readTheme()
  let drawn: readonly unknown[] = []

  function show(state: PageState): void {
    const { layerPanel, features, tiled } = state
    const edited = layerPanel && (features.get(layerPanel.id) ?? tiled.get(layerPanel.id))
    const baseMap = baseMapOf(state.baseMaps)
    const several = severalNames(state).join('\n')
    const key = [
      theme,
      state.language,
      baseMap,
      edited,
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
        ...editedOutline(state, theme),
        labelLayer(state, theme),
        ...tiledLabelLayers(state, theme),
        ...placeLayer(state, theme),
      ]
      map.setLayers([
        ...(baseMap ? [baseMap] : []),
        maskLayer.layer,
        candidates.layer,
        faults.layer,
        preview.layer,
        pointed.layer,
        selected.layer,
        ruler.layer,
        ...drawings,
      ])
    }
    maskLayer.show({ scene: sceneOf(state), ground: isPrinting() ? null : (state.hovered ?? state.selected), theme })
    candidates.show(state.question, state.language, theme)
    faults.show(state.layerPanel?.check ?? null, theme)
    preview.show(state, theme)
    pointed.show(state.pointed, theme)
    selected.show(state.view === 'map' ? (state.table?.selected ?? null) : null, theme)
    ruler.show(state.ruler, theme)
    camera.follow(state)
    furnish()
  }

  function furnish(): void {
    const centre = view.getCenter()
    const resolution = view.getResolution()
    if (!centre || !resolution) return
    showScale(scaleBar, resolution * groundScale(toLonLat(centre)[1]!), page.get().language)
  }

  function groundUnder(pixel: number[]): Ground | null {
    const state = page.get()
    const scene = sceneOf(state)
    if (!scene || state.question || state.ruler || state.drawing) return null
    const [lon, lat] = toLonLat(map.getCoordinateFromPixel(pixel))
    const layers = state.tab === 'combined' ? (state.measurement?.layers ?? []) : measuredLayers(state, state.tab)
    return groundAt(
      scene,
      state.tab,
      layers.map(({ name }) => name),
      lon!,
      lat!,
      state.pointed?.classes,
    )
  }

  /** Tells the ground under the pointer: at once where the page has all features, else when the server has said so. */
  function whenKnown({ pixel, coordinate }: Place, afterMs: number, reported: (ground: Ground | null) => void): void {
    if (!isRequested()) return reported(groundUnder(pixel))
    const [lon, lat] = toLonLat(coordinate)
    pointAt(lon!, lat!, afterMs, () => reported(groundUnder(pixel)))
  }

  const candidateUnder = (pixel: number[]): string | null =>
    map.forEachFeatureAtPixel(pixel, candidateCode, { layerFilter: (layer) => layer === candidates.layer }) ?? null

  map.on('pointermove', (event) => {
    if (event.dragging) return
    showPosition(readout, toLonLat(event.coordinate), page.get().language)
    const { question, drawing } = page.get()
    if (drawing) return
    if (question) {
      const hovered = candidateUnder(event.pixel)
      if (hovered !== question.hovered) page.update({ question: { ...question, hovered } })
    } else whenKnown(event, restMs, light)
  })
  map.on('click', (event) => {
    const code = candidateUnder(event.pixel)
    if (code !== null) return void import('../actions/upload-files.ts').then(({ chooseCrs }) => chooseCrs(code))
    if (page.get().question || page.get().ruler || page.get().drawing) return
    const [lon, lat] = toLonLat(event.coordinate)
    void askPlace(lon!, lat!)
    const { table, study } = page.get()
    const own = table && study ? featureUnder(map, event.pixel, study, table.layer) : null
    if (own !== null) void selectFeature(own, 'map')
    whenKnown(event, 0, (ground) => {
      if (ground) pin(ground)
    })
  })
  target.addEventListener('keydown', ({ key }) => {
    const centre = view.getCenter()
    if (key === 'Escape') forgetPlace()
    if (key !== 'Enter' || !centre || page.get().ruler || page.get().question || page.get().drawing) return
    const [lon, lat] = toLonLat(centre)
    void askPlace(lon!, lat!)
  })
  // What the pointer was over is left behind, and painting it in every frame would hold the map up.
  map.on('pointerdrag', () => {
    forgetPointed()
    light(null)
  })
  map.on('moveend', () => {
    furnish()
    camera.note()
  })
  map.on('change:size', () => camera.refit(page.get()))
  target.addEventListener('pointerleave', () => {
    showPosition(readout, null, page.get().language)
    forgetPointed()
    light(null)
  })
  onThemeChange(() => {
    theme = readTheme()
    show(page.get())
  })
  onPrinting(() => {
    camera.turnPage()
    furnish()
  })

  return {
    map,
    view,
    show,
    zoomBy: (steps) => view.animate({ zoom: (view.getZoom() ?? 13) + steps, duration: motionMs() }),
    panBy(east, north) {
      const [centre, resolution, size] = [view.getCenter(), view.getResolution(), map.getSize()]
      if (!centre || !resolution || !size) return
      const step = resolution / 4
      const to = [centre[0]! + east * step * size[0]!, centre[1]! + north * step * size[1]!]
      view.animate({ center: to, duration: motionMs() })
    },
    fit: camera.fit,
  }
}
