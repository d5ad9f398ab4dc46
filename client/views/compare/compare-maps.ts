import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import { fromLonLat } from 'ol/proj.js'
import { metresPerRadian } from '../../../core/geometry/local-radii.ts'
import { placeExtent } from '../../../core/model/outline.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { groundScale } from '../../map/ground-scale.ts'
import { labelLayer } from '../../map/label-layer.ts'
import { placeLayer } from '../../map/place-layer.ts'
import { showScale } from '../../map/scale-bar.ts'
import { studyLayers, maskZIndex } from '../../map/study-layers.ts'
import { readTheme } from '../../map/theme.ts'
import { createMaskLayer } from '../../map/mask-layer.ts'
import { isPrinting } from '../../map/printing.ts'
import type { PageState, StudyView } from '../../state/page-state.ts'
import { sceneOf } from '../../state/scene.ts'
import { planLayer } from '../../state/shown-series.ts'

type SmallMap = {
  readonly map: OpenLayersMap
  readonly maskLayer: ReturnType<typeof createMaskLayer>
  /** What the map was drawn of, so that it is drawn anew only when that changes. */
  drawn: readonly unknown[]
}

const maps = new WeakMap<Element, SmallMap>()
const margin = 1.25

/** Draws the maps of the compared studies that are on the page, all at the scale that the largest plan needs. */
export function showCompareMaps(state: PageState): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-compare-map]')].flatMap((element) => {
    const view = state.comparedViews.get(element.dataset['compareMap'] ?? '')
    const extent = view && (planLayer(view)?.extent ?? (view.study && placeExtent(view.study)))
    return view && extent ? [{ element, extent, view: { ...view, language: state.language } }] : []
  })
  const metresPerPx = Math.max(...places.map(({ element, extent }) => metresPerPxOf(element, extent)))
  if (!Number.isFinite(metresPerPx)) return
  for (const { element, extent, view } of places) {
    drawSmallMap(element, view)
    const { map } = maps.get(element)!
    const lat = (extent[1] + extent[3]) / 2
    map.getView().setCenter(fromLonLat([(extent[0] + extent[2]) / 2, lat]))
    map.getView().setResolution(metresPerPx / groundScale(lat))
    if (isPrinting()) {
      map.updateSize()
      map.renderSync()
    }
    showScale(element.querySelector<HTMLElement>('.scale-bar')!, metresPerPx, state.language)
  }
}

function drawSmallMap(element: HTMLElement, view: StudyView): void {
  const small = maps.get(element) ?? createSmallMap(element)
  maps.set(element, small)
  const theme = readTheme()
  const key = [theme.paper, view.language, view.study, view.features]
  if (small.drawn.length > 0 && key.every((part, i) => part === small.drawn[i])) return
  small.drawn = key
  small.map.setLayers([
    small.maskLayer.layer,
    ...studyLayers(view, theme),
    labelLayer(view, theme),
    ...placeLayer(view, theme),
  ])
  small.maskLayer.show({ scene: sceneOf(view), ground: null, theme })
}

function createSmallMap(element: HTMLElement): SmallMap {
  const maskLayer = createMaskLayer()
  maskLayer.layer.setZIndex(maskZIndex)
  const view = new View({ constrainResolution: false, enableRotation: false })
  const map = new OpenLayersMap({ target: element, view, controls: [], interactions: [], layers: [maskLayer.layer] })
  return { map, maskLayer, drawn: [] }
}

/** Metres on the ground to a pixel that show the whole extent in the element. */
function metresPerPxOf(element: HTMLElement, [west, south, east, north]: Extent): number {
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const radians = Math.PI / 180
  const { clientWidth, clientHeight } = element
  if (clientWidth === 0 || clientHeight === 0) return Number.NaN
  const [widthM, heightM] = [(east - west) * radians * eastM, (north - south) * radians * northM]
  return margin * Math.max(widthM / clientWidth, heightM / clientHeight)
}
