import type OpenLayersMap from 'ol/Map.js'
import { textIn } from '../../core/model/text.ts'
import Feature, { type FeatureLike } from 'ol/Feature.js'
import { MultiPolygon, Point, Polygon, type Geometry } from 'ol/geom.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import { isLabelled } from '../../core/model/layer.ts'
import { classText } from '../../core/classify/classes.ts'
import { fontFamilies } from '../../core/sheet/text.ts'
import { labelsInTile } from '../../core/tiles/labels-in-tile.ts'
import { isRightToLeft, type Language } from '../../core/i18n/translate.ts'
import type { LayerFeatures } from '../state/layer-features.ts'
import type { StudyView } from '../state/page-state.ts'
import { visibleLayers } from '../state/shown-series.ts'
import { labelZIndex } from './study-layers.ts'
import { tileSourceOf } from './tile-store.ts'
import type { Theme } from './theme.ts'

// Arabic letters are smaller in their em than Latin ones.
const fontOf = (language: Language): string => `600 ${isRightToLeft(language) ? 13 : 12}px ${fontFamilies}`
const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
const measuring = document.createElement('canvas').getContext('2d')!

/** Names of places and units, each inside its ground and only where it has room there. */
export function labelLayer(state: StudyView, theme: Theme): VectorLayer {
  const { language } = state
  const labels = visibleLayers(state).flatMap((layer) => {
    const loaded = state.features.get(layer.id)
    return loaded && layer.role !== 'plan' && isLabelled(layer) ? labelsOf(loaded, language) : []
  })
  labels.sort((a, b) => roomOf(b) - roomOf(a))
  const style = labelStyle(language, theme)
  const layer: VectorLayer = new VectorLayer({
    source: new VectorSource({ features: labels, useSpatialIndex: false }),
    style(feature, resolution) {
      if (!fits(feature, language, resolution)) return undefined
      const map = layer.getMapInternal()
      const aside = map && withinFrame(feature, map, language, resolution)
      if (aside === null) return undefined
      // A canvas takes a line as running from the left; in an isolate a name runs as its own first letter says.
      style.getText()?.setText(`\u2068${nameOf(feature)}\u2069`)
      style.getText()?.setOffsetX(aside)
      return style
    },
    declutter: true,
    // Names are placed anew for each frame that comes to rest, so that none is cut by it.
    renderBuffer: 0,
    zIndex: labelZIndex,
  })
  // A canvas draws with what is there; letters of rarer scripts come when a name asks for them.
  void document.fonts.load(fontOf(language), labels.map(nameOf).join('')).then(() => layer.changed())
  return layer
}

function labelsOf({ layer, features, ground }: LayerFeatures, language: Language): Feature[] {
  const fields = layer.labelField
  if (!fields) return []
  return ground.features.flatMap((feature, i) => {
    const attributes = features.attributes[i]!
    const name = classText(attributes[textIn(language, fields)]) ?? classText(attributes[fields.en])
    if (name === null || feature.geometry === null) return []
    const place = placeOf(format.readGeometry(feature.geometry) as Geometry)
    return place ? new Feature({ geometry: new Point(place.at), name, room: place.room }) : []
  })
}

/** Where a label stands, and how many metres of the map it may take there. */
function placeOf(geometry: Geometry): { at: number[]; room: number } | null {
  if (geometry instanceof Polygon) {
    const [x, y, room] = geometry.getInteriorPoint().getCoordinates()
    return { at: [x!, y!], room: room! }
  }
  if (geometry instanceof MultiPolygon) {
    const places = geometry.getPolygons().flatMap((polygon) => placeOf(polygon) ?? [])
    return places.sort((a, b) => b.room - a.room)[0] ?? null
  }
  return geometry instanceof Point ? { at: geometry.getCoordinates(), room: Infinity } : null
}

/** Names of large layers, which come in their tiles: where a feature is large enough to be named, and so few. */
export function tiledLabelLayers(state: StudyView, theme: Theme): VectorTileLayer[] {
  const { language } = state
  return visibleLayers(state).flatMap((layer) => {
    const tiled = state.tiled.get(layer.id)
    if (!tiled || !isLabelled(layer)) return []
    const style = labelStyle(language, theme)
    const named = (feature: FeatureLike): string =>
      ((language === 'ar' ? feature.get('labelAr') : undefined) ?? feature.get('label')) as string
    return new VectorTileLayer({
      source: tileSourceOf(tiled),
      renderMode: 'hybrid',
      style(feature, resolution) {
        if (feature.get('layer') !== labelsInTile || !hasRoom(named(feature), roomOf(feature), language, resolution))
          return undefined
        style.getText()?.setText(`\u2068${named(feature)}\u2069`)
        return style
      },
      declutter: true,
      zIndex: labelZIndex,
    })
  })
}

const nameOf = (feature: FeatureLike): string => feature.get('name') as string
const roomOf = (feature: FeatureLike): number => feature.get('room') as number

const fits = (feature: FeatureLike, language: Language, resolution: number): boolean =>
  hasRoom(nameOf(feature), roomOf(feature), language, resolution)

/** Of what stands beside a name: its halo, and as much again. */
const besidePx = 6
const lineHeightPx = 16

/**
 * How far a name is moved along its line so that the edge of the map cuts none of it, in pixels to the right; `null` where it would
 * leave its ground for that, or is too near the upper or lower edge.
 */
function withinFrame(feature: FeatureLike, map: OpenLayersMap, language: Language, resolution: number): number | null {
  const [x, y] = (feature.getGeometry() as Point).getCoordinates()
  const [west, south, east, north] = map.getView().calculateExtent(map.getSize())
  const inner = lineHeightPx * resolution * 0.5
  if (y! < south! + inner || y! > north! - inner) return null
  const half = widthOf(nameOf(feature), language) / 2
  const [left, right] = [(x! - west!) / resolution - half - besidePx, (east! - x!) / resolution - half - besidePx]
  const aside = left < 0 ? -left : right < 0 ? right : 0
  const free = Math.min(half, (roomOf(feature) * 1.1) / resolution / 2 - half)
  return Math.abs(aside) <= free ? aside : null
}

function hasRoom(name: string, roomM: number, language: Language, resolution: number): boolean {
  return widthOf(name, language) * resolution <= roomM * 1.1
}

function widthOf(name: string, language: Language): number {
  measuring.font = fontOf(language)
  return measuring.measureText(name).width
}

function labelStyle(language: Language, theme: Theme): Style {
  return new Style({
    text: new Text({
      font: fontOf(language),
      fill: new Fill({ color: theme.ink }),
      stroke: new Stroke({ color: theme.paper, width: 3.5 }),
      padding: [2, 4, 2, 4],
    }),
  })
}
