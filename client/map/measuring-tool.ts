import { area, length, lineString, polygon } from '@turf/turf'
import type OpenLayersMap from 'ol/Map.js'
import type LineString from 'ol/geom/LineString.js'
import Draw from 'ol/interaction/Draw.js'
import VectorLayer from 'ol/layer/Vector.js'
import { toLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import CircleStyle from 'ol/style/Circle.js'
import Style from 'ol/style/Style.js'
import { unusedRuler, type Ruler } from '../state/ruler.ts'
import type { Theme } from './theme.ts'

const rulerZIndex = 70

export type MeasuringTool = {
  readonly layer: VectorLayer
  readonly show: (ruler: Ruler | null, theme: Theme) => void
}

/**
 * A line drawn on the map for a first look at lengths and grounds, on turf's sphere: no figure that the study reports. Its
 * corners are clicked, or set at the middle of the map with Enter; Escape ends it.
 */
export function createMeasuringTool(
  map: OpenLayersMap,
  target: HTMLElement,
  onChange: (ruler: Ruler | null) => void,
): MeasuringTool {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: rulerZIndex })
  let draw: Draw | null = null

  function begin(theme: Theme): void {
    const style = lineStyle(theme)
    layer.setStyle(style)
    draw = new Draw({ source, type: 'LineString', style })
    draw.on('drawstart', ({ feature }) => {
      source.clear()
      const line = feature.getGeometry() as LineString
      onChange(measured(line))
      line.on('change', () => onChange(measured(line)))
    })
    map.addInteraction(draw)
  }

  function end(): void {
    if (draw) map.removeInteraction(draw)
    draw = null
    source.clear()
  }

  target.addEventListener('keydown', (event) => {
    if (!draw) return
    if (event.key === 'Escape') onChange(null)
    const centre = map.getView().getCenter()
    if (event.key === 'Enter' && centre) draw.appendCoordinates([centre])
  })

  return {
    layer,
    show(ruler, theme) {
      if (ruler && !draw) begin(theme)
      if (!ruler && draw) end()
    },
  }
}

function measured(line: LineString): Ruler {
  const places = line.getCoordinates().map((place) => toLonLat(place))
  if (places.length < 2) return unusedRuler
  const corners = new Set(places.map(String)).size
  return {
    lengthM: length(lineString(places), { units: 'meters' }),
    areaM2: corners < 3 ? null : area(polygon([[...places, places[0]!]])),
  }
}

function lineStyle(theme: Theme): Style {
  const stroke = new Stroke({ color: theme.action, width: 2.5 })
  return new Style({ stroke, image: new CircleStyle({ radius: 4, stroke, fill: new Fill({ color: theme.paper }) }) })
}
