import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type { Geometry } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Layer } from '../../core/model/layer.ts'
import { holdEndsOf } from '../../core/model/hold-end.ts'
import { classedGround, type ClassedGround } from '../state/layer-features.ts'
import type { PageState, StudyView } from '../state/page-state.ts'
import { hasControl, planLayer, shownDate, visibleLayers } from '../state/shown-series.ts'
import { classProperty, layerStyle, notKnownPlace } from './layer-style.ts'
import type { Theme } from './theme.ts'

const bottomUp = ['context', 'control', 'zones', 'damage', 'shelling', 'units', 'plan']
/** Where a role lies in the map, from below. */
export const rolePlace = (role: Layer['role']): number => bottomUp.indexOf(role)
export const veilZIndex = 20
export const labelZIndex = 40

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
const sources = new WeakMap<ClassedGround, VectorSource>()
const geometries = new WeakMap<ClassedGround['ground'], readonly (Geometry | null)[]>()

/** One OpenLayers layer for each study layer that the map shows; the plan lies above the veil. */
export function studyLayers(state: StudyView, theme: Theme): VectorLayer[] {
  const plan = planLayer(state)
  const isOverControl = hasControl(state)
  const ends = state.study ? holdEndsOf(state.study) : []
  return visibleLayers(state).flatMap((layer) => {
    const loaded = state.features.get(layer.id)
    if (!loaded) return []
    const classed = classedGround(loaded, shownDate(state), ends)
    const isPlan = layer.id === plan?.id
    return new VectorLayer({
      source: sourceOf(classed),
      style: layerStyle(layer, classed.names, theme, { isPlan, isOverControl }),
      zIndex: isPlan ? veilZIndex + 1 : rolePlace(layer.role),
      updateWhileInteracting: false,
    })
  })
}

/** The layer that is being settled, outlined above all others so that it can be found. */
export function settledOutline(state: PageState, theme: Theme): VectorLayer[] {
  const loaded = state.layerPanel && state.features.get(state.layerPanel.id)
  if (!loaded) return []
  const stroke = new Stroke({ color: theme.action, width: 1.5 })
  const image = new Circle({ radius: 4, stroke })
  const source = sourceOf(classedGround(loaded, null))
  return [new VectorLayer({ source, style: new Style({ stroke, image }), zIndex: veilZIndex + 2 })]
}

/** What the layers were made of, so that they are made anew only when that changes. */
export const studyLayersKey = (state: StudyView): readonly unknown[] => [
  shownDate(state),
  state.study?.plan.layer,
  state.study?.plan.place?.join(),
  ...visibleLayers(state).map(({ id }) => state.features.get(id)),
]

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
