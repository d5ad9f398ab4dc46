import type { Geometry } from 'geojson'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import CircleStyle from 'ol/style/Circle.js'
import Feature from 'ol/Feature.js'
import type { Upload } from '../state/upload-state.ts'
import type { Theme } from './theme.ts'

const previewZIndex = 61
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** The outlines of a file while it is being loaded, dashed: nothing is known of them yet. */
export function createPreviewLayer(): { layer: VectorLayer; show: (upload: Upload, theme: Theme) => void } {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: previewZIndex })
  let shown: readonly Geometry[] | undefined
  return {
    layer,
    show(upload, theme) {
      const shapes = upload.phase === 'sending' ? upload.preview?.shapes : undefined
      if (shapes !== shown) {
        source.clear()
        source.addFeatures((shapes ?? []).map((shape) => new Feature(format.readGeometry(shape) ?? undefined)))
        shown = shapes
      }
      const stroke = new Stroke({ color: theme.action, width: 1.5, lineDash: [6, 4] })
      layer.setStyle(new Style({ stroke, image: new CircleStyle({ radius: 4, stroke }) }))
    },
  }
}
