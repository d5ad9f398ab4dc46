import { translate, type Language } from '../i18n/translate.ts'
import { haloedText } from './haloed-text.ts'
import { inks } from './paper.ts'
import { element, group, type Svg } from './svg.ts'

const haloMm = 0.9
export const northArrowMm = { width: 8, height: 12 } as const

/** True north at the middle of the map, which is straight up. `x`, `y` is its top left corner. */
export function northArrow(x: number, y: number, language: Language, prefix = ''): Svg {
  const middle = x + northArrowMm.width / 2
  const outline = { stroke: inks.paper, 'stroke-width': haloMm, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
  return group(
    { id: `${prefix}north-arrow` },
    ...haloedText(
      translate(language, 'sheet.north-letter'),
      { x: middle, y: y + 3.4, anchor: 'middle' },
      { sizePt: 9, weight: 600 },
      language,
      haloMm,
    ),
    element('path', { d: `M${middle} ${y + 4.4}l2.1 7.2-2.1-1.5-2.1 1.5z`, fill: inks.ink, ...outline }),
    element('path', { d: `M${middle} ${y + 5.3}l1.5 5.3-1.5-1.05z`, fill: inks.paper }),
  )
}
