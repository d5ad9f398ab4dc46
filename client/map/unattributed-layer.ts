import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { PageState } from '../state/page-state.ts'
import { withAlpha } from '../../core/symbology/color.ts'
import { bandZIndex } from './study-layers.ts'
import type { Theme } from './theme.ts'

const stepPx = 10
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** Ground that layers cannot attribute at their accuracy: a band of dots through which the ground shows. */
export function unattributedLayers({ sure: { banded, bands }, hidden }: PageState, theme: Theme): VectorLayer[] {
  const shown =
    bands?.features.filter(
      ({ properties, geometry }) => geometry && banded.has(properties.layer) && !hidden.has(properties.layer),
    ) ?? []
  if (shown.length === 0) return []
  const features = format.readFeatures({ type: 'FeatureCollection', features: shown })
  const style = new Style({
    fill: new Fill({ color: dots(theme) }),
    stroke: new Stroke({ color: theme.ink, width: 1, lineDash: [1, 4], lineCap: 'round' }),
  })
  return [new VectorLayer({ source: new VectorSource({ features }), style, zIndex: bandZIndex })]
}

function dots(theme: Theme): CanvasPattern {
  const ratio = devicePixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = stepPx * ratio
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  context.fillStyle = withAlpha(theme.paper, 0.2)
  context.fillRect(0, 0, stepPx, stepPx)
  for (const [x, y] of [
    [2.5, 2.5],
    [7.5, 7.5],
  ] as const) {
    context.beginPath()
    context.arc(x, y, 1.7, 0, 2 * Math.PI)
    context.fillStyle = theme.paper
    context.fill()
    context.beginPath()
    context.arc(x, y, 1, 0, 2 * Math.PI)
    context.fillStyle = theme.ink
    context.fill()
  }
  return context.createPattern(canvas, 'repeat')!
}
