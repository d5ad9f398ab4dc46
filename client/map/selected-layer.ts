import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import type { Geometry } from 'ol/geom.js'
import { fromExtent } from 'ol/geom/Polygon.js'
import VectorLayer from 'ol/layer/Vector.js'
import { transformExtent } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { FoundFeature } from '../state/attribute-table.ts'
import type { Theme } from './theme.ts'

const selectedZIndex = 50
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })

/** The feature that is chosen in the table, outlined above all others; the box that it lies in where it has too many vertices. */
export function createSelectedLayer(): {
  layer: VectorLayer
  show: (found: FoundFeature | null, theme: Theme) => void
} {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: selectedZIndex })
  let shown = ''
  return {
    layer,
    show(found, theme) {
      const key = JSON.stringify([found?.geometry, found?.extent, theme.action])
      if (key === shown) return
      shown = key
      source.clear()
      const geometry = found && geometryOf(found)
      if (!geometry) return
      layer.setStyle([outlineStyle(theme.paper, 7), outlineStyle(theme.action, 3)])
      source.addFeature(new Feature(geometry))
    },
  }
}

function outlineStyle(color: string, width: number): Style {
  const stroke = new Stroke({ color, width })
  return new Style({ stroke, image: new Circle({ radius: 8, stroke }) })
}

function geometryOf({ geometry, extent }: FoundFeature): Geometry | null {
  if (geometry) return format.readGeometry(geometry)
  return extent ? fromExtent(transformExtent(extent, 'EPSG:4326', 'EPSG:3857')) : null
}
