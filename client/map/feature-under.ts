import type OpenLayersMap from 'ol/Map.js'
import type { Study } from '../../core/model/study.ts'
import { featureProperty, layerProperty } from './study-layers.ts'

/** So many pixels beside a point or a line are still on it. */
const tolerancePx = 6

/** The number of the point or line of a layer under a pixel; what ground lies there the server says. */
export function featureUnder(map: OpenLayersMap, pixel: number[], study: Study, id: string): number | null {
  const layer = study.layers.find((own) => own.id === id)
  if (!layer || layer.geometryType === 'polygon' || layer.bufferM !== undefined) return null
  const found = map.forEachFeatureAtPixel(pixel, (feature) => feature.get(featureProperty) as number, {
    layerFilter: (own) => own.get(layerProperty) === id,
    hitTolerance: tolerancePx,
  })
  return found ?? null
}
