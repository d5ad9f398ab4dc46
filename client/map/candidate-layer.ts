import Feature from 'ol/Feature.js'
import { fromExtent } from 'ol/geom/Polygon.js'
import VectorLayer from 'ol/layer/Vector.js'
import { transformExtent } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { Language, MessageKey } from '../../core/i18n/translate.ts'
import { fontFamilies } from '../../core/sheet/text.ts'
import type { CrsCandidate } from '../../core/crs/candidates.ts'
import { commonCandidates, type CrsQuestion } from '../state/waiting-files.ts'
import { withAlpha } from '../../core/symbology/color.ts'
import { countryStyle, schematicCountry } from './schematic-country.ts'
import type { Theme } from './theme.ts'

const candidateZIndex = 60

/** Where each candidate for a coordinate system would put the data, as boxes to choose from, before a schematic country. */
export function createCandidateLayer(): {
  layer: VectorLayer
  show: (question: CrsQuestion | null, language: Language, theme: Theme) => void
} {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: candidateZIndex })
  let shown: CrsQuestion['files'] | null = null
  return {
    layer,
    show(question, language, theme) {
      const files = question?.files ?? null
      if (files !== shown) {
        source.clear()
        source.addFeatures(question ? [...schematicCountry(), ...commonCandidates(question).map(boxOf)] : [])
        shown = files
      }
      layer.setStyle((feature) => {
        const word = feature.get('word') as MessageKey | undefined
        return word === undefined
          ? boxStyle(feature.get('code') as string, question?.hovered ?? null, theme)
          : countryStyle(word, language, theme)
      })
    },
  }
}

/** Code of the candidate that a feature of the layer stands for. */
export const candidateCode = (feature: { get: (key: string) => unknown }): string | null => {
  const code = feature.get('code')
  return typeof code === 'string' ? code : null
}

function boxOf({ code, extent }: CrsCandidate): Feature {
  const box = new Feature(fromExtent(transformExtent([...extent], 'EPSG:4326', 'EPSG:3857')))
  box.set('code', code)
  return box
}

function boxStyle(code: string, hovered: string | null, theme: Theme): Style {
  const isHovered = code === hovered
  return new Style({
    fill: new Fill({ color: withAlpha(theme.action, isHovered ? 0.25 : 0.06) }),
    stroke: new Stroke({ color: theme.action, width: isHovered ? 3 : 1.5, ...(isHovered ? {} : { lineDash: [4, 4] }) }),
    text: new Text({
      text: code,
      font: `600 12px ${fontFamilies}`,
      fill: new Fill({ color: theme.action }),
      stroke: new Stroke({ color: theme.paper, width: 4 }),
      overflow: true,
    }),
    zIndex: isHovered ? 1 : 0,
  })
}
