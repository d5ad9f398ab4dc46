import { inks } from '../sheet/paper.ts'
import { element, type Svg } from '../sheet/svg.ts'
import { fontFamilies } from '../sheet/text.ts'
import type { Language } from '../i18n/translate.ts'

/** A picture of a report as SVG, in millimetres. */
export const figureSvg = (
  { widthMm, heightMm, language }: { widthMm: number; heightMm: number; language: Language },
  definitions: readonly Svg[],
  parts: readonly Svg[],
): Svg =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${widthMm}mm`,
      height: `${heightMm}mm`,
      viewBox: `0 0 ${widthMm} ${heightMm}`,
      'font-family': fontFamilies,
      'xml:space': 'preserve',
      'xml:lang': language,
    },
    element('defs', {}, ...definitions),
    element('rect', { width: widthMm, height: heightMm, fill: inks.paper }),
    ...parts,
  )
