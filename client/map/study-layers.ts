import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { classedGround, type ClassedGround } from '../state/layer-features.ts'
import type { StudyView } from '../state/page-state.ts'
import { planLayer, shownDate, visibleLayers } from '../state/shown-series.ts'
import { classProperty, layerStyle } from './layer-style.ts'
import type { Theme } from './theme.ts'

const bottomUp = ['context', 'control', 'damage', 'shelling', 'units', 'plan']
export const veilZIndex = 20
export const labelZIndex = 40

const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
const sources = new WeakMap<ClassedGround, VectorSource>()

/** One OpenLayers layer for each study layer that the map shows; the plan lies above the veil. */
export function studyLayers(state: StudyView, theme: Theme): VectorLayer[] {
  const plan = planLayer(state)
  return visibleLayers(state).flatMap((layer) => {
    const loaded = state.features.get(layer.id)
    if (!loaded) return []
    const classed = classedGround(loaded, shownDate(state))
    const isPlan = layer.id === plan?.id
    return new VectorLayer({
      source: sourceOf(classed),
      style: layerStyle(layer, classed.names, theme, isPlan),
      zIndex: isPlan ? veilZIndex + 1 : bottomUp.indexOf(layer.role),
      updateWhileInteracting: false,
    })
  })
}

/** What the layers were made of, so that they are made anew only when that changes. */
export const studyLayersKey = (state: StudyView): readonly unknown[] => [
  shownDate(state),
  state.study?.plan.layer,
  ...visibleLayers(state).map(({ id }) => state.features.get(id)),
]

function sourceOf(classed: ClassedGround): VectorSource {
  const known = sources.get(classed)
  if (known) return known
  const features = classed.ground.features.flatMap((feature, i) => {
    const place = classed.classOfFeature[i]!
    if (place < 0 || feature.geometry === null) return []
    const drawn = new Feature(format.readGeometry(feature.geometry) ?? undefined)
    drawn.set(classProperty, place, true)
    return drawn
  })
  const source = new VectorSource({ features })
  sources.set(classed, source)
  return source
}
