import Feature from 'ol/Feature.js'
import { LineString, Point } from 'ol/geom.js'
import { fromLonLat } from 'ol/proj.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import { translate, type Language, type MessageKey } from '../../core/i18n/translate.ts'
import { fontFamilies } from '../../core/sheet/text.ts'
import type { Theme } from './theme.ts'

/** Drawn by hand to a tenth of a degree; it keeps within 20 km of the border, and nothing is measured by it. */
const border: readonly (readonly [lon: number, lat: number])[] = [
  [35.9, 35.9],
  [36.2, 35.8],
  [36.4, 36.0],
  [36.5, 36.2],
  [36.7, 36.2],
  [36.5, 36.5],
  [36.7, 36.8],
  [37.1, 36.7],
  [37.7, 36.7],
  [38.2, 36.9],
  [39.2, 36.7],
  [40.0, 36.8],
  [40.7, 37.1],
  [41.2, 37.1],
  [42.2, 37.3],
  [42.4, 37.1],
  [41.8, 36.6],
  [41.4, 36.5],
  [41.3, 36.1],
  [41.4, 35.6],
  [41.2, 34.8],
  [41.0, 34.4],
  [38.8, 33.4],
  [36.8, 32.3],
  [36.2, 32.5],
  [35.8, 32.7],
  [35.6, 32.7],
  [35.6, 33.2],
  [35.8, 33.3],
  [35.9, 33.6],
  [36.1, 33.8],
  [36.4, 33.8],
  [36.6, 34.2],
  [36.4, 34.5],
  [36.4, 34.6],
  [36.0, 34.6],
  [35.9, 35.0],
  [36.0, 35.2],
  [35.8, 35.5],
  [35.8, 35.8],
  [35.9, 35.9],
]

const towns = {
  'place.damascus': [36.3, 33.5],
  'place.aleppo': [37.2, 36.2],
  'place.homs': [36.7, 34.7],
  'place.hama': [36.8, 35.1],
  'place.latakia': [35.8, 35.5],
  'place.raqqa': [39.0, 35.9],
  'place.deir-ez-zor': [40.1, 35.3],
  'place.hasakah': [40.7, 36.5],
  'place.palmyra': [38.3, 34.6],
  'place.daraa': [36.1, 32.6],
} as const satisfies Partial<Record<MessageKey, readonly [number, number]>>

/** Syria and its larger towns behind a question of where something lies. */
export const schematicCountry = (): Feature[] => [
  new Feature({
    geometry: new LineString(border.map((place) => fromLonLat([...place]))),
    word: 'place.syria-schematic' satisfies MessageKey,
  }),
  ...Object.entries(towns).map(([word, place]) => new Feature({ geometry: new Point(fromLonLat([...place])), word })),
]

/** How a feature of the country is drawn: quieter than what is asked. */
export function countryStyle(word: MessageKey, language: Language, theme: Theme): Style {
  const isBorder = word === 'place.syria-schematic'
  const quiet = theme.line
  return new Style({
    stroke: new Stroke({ color: quiet, width: 1.5, lineDash: [6, 4] }),
    ...(isBorder ? {} : { image: new Circle({ radius: 2.5, fill: new Fill({ color: theme.ink }) }) }),
    text: new Text({
      text: `\u2068${translate(language, word)}\u2069`,
      font: `12px ${fontFamilies}`,
      fill: new Fill({ color: theme.ink }),
      stroke: new Stroke({ color: theme.paper, width: 3 }),
      ...(isBorder ? { placement: 'line', textBaseline: 'bottom', maxAngle: Math.PI / 8 } : { offsetY: -11 }),
    }),
    zIndex: -1,
  })
}
