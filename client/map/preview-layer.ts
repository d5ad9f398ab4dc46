import type { Geometry } from 'geojson'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import CircleStyle from 'ol/style/Circle.js'
import Feature from 'ol/Feature.js'
import type { PageState } from '../state/page-state.ts'
import { previewsOf } from '../state/previews.ts'
import type { Theme } from './theme.ts'

const previewZIndex = 61
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** The outlines of files before they have joined, dashed: nothing is measured of them yet. */
export function createPreviewLayer(): { layer: VectorLayer; show: (state: PageState, theme: Theme) => void } {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: previewZIndex })
  let shown: readonly Geometry[] = []
  return {
    layer,
    show(state, theme) {
      const shapes = previewsOf(state).flatMap((preview) => preview.shapes)
      if (shapes.length !== shown.length || shapes.some((shape, i) => shape !== shown[i])) {
        source.clear()
        source.addFeatures(shapes.map((shape) => new Feature(format.readGeometry(shape) ?? undefined)))
        shown = shapes
      }
      const stroke = new Stroke({ color: theme.action, width: 1.5, lineDash: [6, 4] })
      layer.setStyle(new Style({ stroke, image: new CircleStyle({ radius: 4, stroke }) }))
    },
  }
}
