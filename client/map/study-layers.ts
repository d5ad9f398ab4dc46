import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type { Geometry } from 'ol/geom.js'
import { fromExtent } from 'ol/geom/Polygon.js'
import VectorLayer from 'ol/layer/Vector.js'
import type VectorTileLayer from 'ol/layer/VectorTile.js'
import { transformExtent } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Layer } from '../../core/model/layer.ts'
import { fromBelow } from '../../core/symbology/drawing-order.ts'
import { holdEndsOf } from '../../core/model/hold-end.ts'
import { classedGround, type ClassedGround } from '../state/layer-features.ts'
import type { PageState, StudyView } from '../state/page-state.ts'
import { hasControl, opacityOf, planLayer, shownDate, visibleLayers } from '../state/shown-series.ts'
import { classProperty, layerStyle, notKnownPlace } from './layer-style.ts'
import { tiledMapLayer } from './tiled-map-layer.ts'
import type { Theme } from './theme.ts'

/** All ground lies below the band of dots, which lies below the mask. */
export const bandZIndex = 10
export const maskZIndex = 20
export const labelZIndex = 40

/** Where a map layer keeps the id of its layer, and a drawn feature its number there, from 1. */
export const layerProperty = 'study-layer'
export const featureProperty = 'feature'

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
const sources = new WeakMap<ClassedGround, VectorSource>()
const geometries = new WeakMap<ClassedGround['ground'], readonly (Geometry | null)[]>()

/** How high each visible layer lies in the map, by its name; `step` is from one to the next. */
export function layerHeights(state: StudyView): {
  readonly heights: ReadonlyMap<string, number>
  readonly step: number
} {
  const drawn = fromBelow(visibleLayers(state))
  const step = bandZIndex / (drawn.length + 1)
  return { heights: new Map(drawn.map(({ name }, place) => [name, place * step])), step }
}

/** One OpenLayers layer for each study layer that the map shows; the plan lies above the mask. */
export function studyLayers(state: StudyView, theme: Theme): (VectorLayer | VectorTileLayer)[] {
  const plan = planLayer(state)
  const isOverControl = hasControl(state)
  const ends = state.study ? holdEndsOf(state.study) : []
  const { heights } = layerHeights(state)
  return visibleLayers(state).flatMap((layer): (VectorLayer | VectorTileLayer)[] => {
    const tiled = state.tiled.get(layer.id)
    if (tiled) return [tiledMapLayer(tiled, theme, isOverControl, heights.get(layer.name)!, opacityOf(state, layer))]
    const loaded = state.features.get(layer.id)
    if (!loaded) return []
    const classed = classedGround(loaded, shownDate(state), ends)
    const isPlan = layer.id === plan?.id
    return [
      new VectorLayer({
        source: sourceOf(classed),
        style: layerStyle(layer, classed.names, theme, { isPlan, isOverControl }),
        zIndex: isPlan ? maskZIndex + 1 : heights.get(layer.name)!,
        opacity: opacityOf(state, layer),
        updateWhileInteracting: false,
        properties: { [layerProperty]: layer.id },
      }),
    ]
  })
}

/** The layer that is being edited, outlined above all others so that it can be found; of a large one the box that it lies in. */
export function editedOutline(state: PageState, theme: Theme): VectorLayer[] {
  const { layerPanel, features, tiled } = state
  const loaded = layerPanel && features.get(layerPanel.id)
  const large = layerPanel && tiled.get(layerPanel.id)
  if (!loaded && !large) return []
  const stroke = new Stroke({ color: theme.action, width: 1.5 })
  const image = new Circle({ radius: 4, stroke })
  const source = loaded ? sourceOf(classedGround(loaded, null)) : new VectorSource({ features: boxOf(large!.layer) })
  return [new VectorLayer({ source, style: new Style({ stroke, image }), zIndex: maskZIndex + 2 })]
}

/** What the layers were made of, so that they are made anew only when that changes. */
export const studyLayersKey = (state: StudyView): readonly unknown[] => [
  shownDate(state),
  state.fading,
  state.study?.plan.layer,
  state.study?.plan.place?.join(),
  ...visibleLayers(state).map(({ id }) => state.tiled.get(id) ?? state.features.get(id)),
]

const boxOf = ({ extent }: Layer): Feature[] =>
  extent ? [new Feature(fromExtent(transformExtent([...extent], 'EPSG:4326', 'EPSG:3857')))] : []

function sourceOf(classed: ClassedGround): VectorSource {
  const known = sources.get(classed)
  if (known) return known
  const drawn = geometriesOf(classed.ground)
  const features = drawn.flatMap((geometry, i) => {
    const hasEnded = (classed.endOfFeature?.[i] ?? -1) >= 0
    const place = hasEnded ? notKnownPlace : classed.classOfFeature[i]!
    if ((place < 0 && !hasEnded) || geometry === null) return []
    const feature = new Feature(geometry)
    feature.set(classProperty, place, true)
    feature.set(featureProperty, i + 1, true)
    return feature
  })
  const source = new VectorSource({ features })
  sources.set(classed, source)
  return source
}

/** Read once, because the same ground is sorted into classes again and again. */
function geometriesOf(ground: ClassedGround['ground']): readonly (Geometry | null)[] {
  const known = geometries.get(ground)
  if (known) return known
  const read = ground.features.map(({ geometry }) => (geometry ? (format.readGeometry(geometry) as Geometry) : null))
  geometries.set(ground, read)
  return read
}
