import type { Language } from '../i18n/translate.ts'
import { inks } from './paper.ts'
import type { Svg } from './svg.ts'
import { textLine, type TextStyle } from './text.ts'

/**
 * One line of text on a halo of paper, which keeps it legible on a map. The halo is a line of its own under the text:
 * PDF strokes and fills letter by letter, so with `paint-order` each Arabic letter's halo would bite into the letter
 * before it.
 */
export function haloedText(
  line: Parameters<typeof textLine>[0],
  at: Parameters<typeof textLine>[1],
  style: TextStyle,
  language: Language,
  haloMm: number,
  more: Readonly<Record<string, string | number>> = {},
): Svg[] {
  const halo = { stroke: inks.paper, 'stroke-width': haloMm, 'stroke-linejoin': 'round', 'aria-hidden': 'true' }
  return [
    textLine(line, at, { ...style, fill: inks.paper }, language, { ...more, ...halo }),
    textLine(line, at, style, language, more),
  ]
}
