import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import { fromLonLat } from 'ol/proj.js'
import type { Extent } from '../../core/geometry/shapes.ts'
import { placeExtent } from '../../core/model/outline.ts'
import type { PageState, StudyView } from '../state/page-state.ts'
import { sceneOf } from '../state/scene.ts'
import { planLayer } from '../state/shown-series.ts'
import { createBaseMap } from './base-map-layer.ts'
import { middleOf } from './extent-to-fit.ts'
import { groundScale } from './ground-scale.ts'
import { labelLayer, tiledLabelLayers } from './label-layer.ts'
import { createMaskLayer } from './mask-layer.ts'
import { placeLayer } from './place-layer.ts'
import { maskZIndex, studyLayers, studyLayersKey } from './study-layers.ts'
import { readTheme } from './theme.ts'

/** How the second map lies to the first: their middles, in Web Mercator, and how much more of it is a metre on the ground. */
type Lie = { readonly first: number[]; readonly second: number[]; readonly scale: number }

type SecondMap = {
  readonly map: OpenLayersMap
  readonly maskLayer: ReturnType<typeof createMaskLayer>
  drawn: readonly unknown[]
  lie: Lie
  readonly baseMapOf: ReturnType<typeof createBaseMap>
}

const maps = new WeakMap<Element, SecondMap>()
const together: Lie = { first: [0, 0], second: [0, 0], scale: 1 }

/** Draws the second map of a pair, moved and zoomed with the first; of plans that lie apart each keeps its own, at one scale. */
export function showSecondMap(element: Element, view: StudyView, first: PageState, mainView: View): void {
  const own = maps.get(element) ?? createSecondMap(element as HTMLElement, mainView)
  maps.set(element, own)
  own.lie = lieOf(extentIn(first), extentIn(view))
  follow(mainView, own.map.getView(), own.lie)
  const theme = readTheme()
  const baseMap = own.baseMapOf(first.baseMaps)
  const key = [theme.paper, view.language, baseMap, ...studyLayersKey(view)]
  if (own.drawn.length === key.length && key.every((part, i) => part === own.drawn[i])) return
  own.drawn = key
  own.map.setLayers([
    ...(baseMap ? [baseMap] : []),
    own.maskLayer.layer,
    ...studyLayers(view, theme),
    labelLayer(view, theme),
    ...tiledLabelLayers(view, theme),
    ...placeLayer(view, theme),
  ])
  own.maskLayer.show({ scene: sceneOf(view), ground: null, theme })
}

function createSecondMap(target: HTMLElement, mainView: View): SecondMap {
  const maskLayer = createMaskLayer()
  maskLayer.layer.setZIndex(maskZIndex)
  const view = new View({ constrainResolution: false, enableRotation: false, maxZoom: 22 })
  const interactions = defaultInteractions({ altShiftDragRotate: false, pinchRotate: false })
  const map = new OpenLayersMap({ target, view, controls: [], interactions, layers: [] })
  const own: SecondMap = { map, maskLayer, drawn: [], lie: together, baseMapOf: createBaseMap() }
  const ahead = (): void => follow(mainView, view, own.lie)
  mainView.on('change', ahead)
  view.on('change', () => follow(view, mainView, turned(own.lie)))
  return own
}

const turned = ({ first, second, scale }: Lie): Lie => ({ first: second, second: first, scale: 1 / scale })

/** Nothing where the view is there already, so that two that follow each other come to rest. */
function follow(from: View, to: View, { first, second, scale }: Lie): void {
  const [centre, resolution] = [from.getCenter(), from.getResolution()]
  if (!centre || !resolution) return
  const wanted = [0, 1].map((axis) => second[axis]! + (centre[axis]! - first[axis]!) * scale)
  const near = resolution * scale * 0.01
  const there = to.getCenter()
  if (!there || wanted.some((own, axis) => Math.abs(own - there[axis]!) > near)) to.setCenter(wanted)
  if (Math.abs((to.getResolution() ?? 0) / (resolution * scale) - 1) > 1e-6) to.setResolution(resolution * scale)
}

const extentIn = (view: StudyView): Extent | null =>
  planLayer(view)?.extent ?? (view.study ? placeExtent(view.study) : null)

function lieOf(first: Extent | null, second: Extent | null): Lie {
  if (!first || !second) return together
  const [a, b] = [middleOf(first), middleOf(second)]
  if (isIn(first, b) || isIn(second, a)) return together
  return { first: fromLonLat(a), second: fromLonLat(b), scale: groundScale(a[1]) / groundScale(b[1]) }
}

const isIn = ([west, south, east, north]: Extent, [lon, lat]: readonly [number, number]): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north
