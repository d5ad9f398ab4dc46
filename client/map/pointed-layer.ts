import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type { Geometry } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { PointedPlace } from '../state/pointed-place.ts'
import type { Theme } from './theme.ts'

const pointedZIndex = 30
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** The outline of the one feature of a large layer that lies under the pointer. */
export function createPointedLayer(): {
  layer: VectorLayer
  show: (pointed: PointedPlace | null, theme: Theme) => void
} {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: pointedZIndex })
  let shown: PointedPlace['outline'] = null
  return {
    layer,
    show(pointed, theme) {
      const outline = pointed?.outline ?? null
      if (outline === shown) return
      shown = outline
      source.clear()
      if (!outline) return
      layer.setStyle([
        new Style({ stroke: new Stroke({ color: theme.paper, width: 5 }) }),
        new Style({ stroke: new Stroke({ color: theme.action, width: 2 }) }),
      ])
      source.addFeature(new Feature(format.readGeometry(outline) as Geometry))
    },
  }
}
