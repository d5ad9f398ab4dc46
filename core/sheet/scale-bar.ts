import { formatNumber } from '../format/format.ts'
import { isRightToLeft, translate, type Language } from '../i18n/translate.ts'
import { inks, type Box } from './paper.ts'
import { element, group, type Svg } from './svg.ts'
import { textLine } from './text.ts'

/** Height of the figures, the bar and the space under it. */
export const scaleBarHeightMm = 9.6

const parts = 4
const heightMm = 1.5
const labelSizePt = 6.5
/** Half the widths of the labels over the ends of the bar. */
const startLabelMm = 0.8
const endLabelMm = 4

/** The length in metres of a bar of at most `mostMm` at 1:`scale`: 1, 2 or 5 times a power of ten. */
export function barLengthM(scale: number, mostMm: number): number {
  const most = (mostMm * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
}

/**
 * The scale: 1:N in figures and a bar of four parts whose length on paper is that of its ground. Like the map it runs
 * left to right in every language. It stands where reading begins in the box, and is 8 mm high.
 */
export function scaleBar(scale: number, box: Box, language: Language): Svg {
  const lengthM = barLengthM(scale, box.width - 2 * endLabelMm)
  const lengthMm = (lengthM * 1000) / scale
  const x = isRightToLeft(language) ? box.x + box.width - endLabelMm - lengthMm : box.x + startLabelMm
  const { y } = box
  const partMm = lengthMm / parts
  const barY = y + 6.4
  const inKm = lengthM >= 1000
  const labelAt = (share: number, text: string, anchor: 'start' | 'middle'): Svg =>
    textLine(text, { x: x + share * lengthMm, y: barY - 0.9, anchor }, { sizePt: labelSizePt }, 'en')
  const value = (share: number): string => String(Number(((lengthM * share) / (inKm ? 1000 : 1)).toPrecision(6)))
  const unit = translate(language, inKm ? 'sheet.km' : 'sheet.m', { value: value(1) })
  return group(
    { id: 'scale-bar' },
    textLine(`1:${formatNumber(scale)}`, { x, y: y + 2.6, anchor: 'start' }, { sizePt: 8, weight: 600 }, 'en'),
    labelAt(0, '0', 'middle'),
    labelAt(0.5, value(0.5), 'middle'),
    textLine(unit, { x: x + lengthMm, y: barY - 0.9, anchor: 'middle' }, { sizePt: labelSizePt }, language),
    element('rect', {
      class: 'bar',
      x,
      y: barY,
      width: lengthMm,
      height: heightMm,
      fill: inks.paper,
      stroke: inks.ink,
      'stroke-width': 0.2,
    }),
    ...[0, 2].map((part) =>
      element('rect', { x: x + part * partMm, y: barY, width: partMm, height: heightMm, fill: inks.ink }),
    ),
  )
}
