import { isWithoutOutline, timesThePlan } from '../model/outline.ts'
import { textIn } from '../model/text.ts'
import type { Study } from '../model/study.ts'
import type { Language } from '../i18n/translate.ts'
import { shortened } from './clean-text.ts'
import { haloedText } from './haloed-text.ts'
import { inks, type Box } from './paper.ts'
import type { PaperProjection, Point } from './projection.ts'
import { element, group, type Svg } from './svg.ts'
import { lineHeightMm, printable, wrapText, type Font } from './text.ts'

/** Where a plan without an outline lies, and how wide the map round it is. */
export type PlanPlace = { readonly at: Point; readonly name: string; readonly widthM: number }

const ringMm = 1.7
const longestName = 60
const namePt = 8
/** The name keeps off the frame by so much. */
const inFrameMm = 1.5

/** The place of a plan without an outline; `null` where there is an outline, or no place. */
export function planPlace(study: Study, planM2: number, language: Language): PlanPlace | null {
  const { place, name } = study.plan
  if (!place || !isWithoutOutline(study)) return null
  return { at: place, name: textIn(language, name), widthM: timesThePlan * Math.sqrt(planM2) }
}

/** A symbol with its name, and the paper that each of them takes. */
export type PlacedSymbol = { readonly svg: Svg; readonly sign: Box; readonly name: Box }

/**
 * The symbol of a place that is known and has no outline: a ring about a dot, which claims no ground, and the plan's name above it,
 * on as many lines as the frame is too narrow for.
 */
export function placeSymbol(
  { at, name }: PlanPlace,
  projection: PaperProjection,
  frame: Box,
  language: Language,
  font: Font,
  prefix: string,
): PlacedSymbol {
  const [x, y] = projection.toPaper(...at)
  const text = shortened(printable(name, font), longestName)
  const lines = wrapText(text, frame.width - 2 * inFrameMm, { sizePt: namePt, weight: 600 }, font)
  const widths = lines.map((line) => font.widthMm(line.map((span) => span.text).join(''), namePt, 600))
  const widthMm = Math.max(...widths)
  const heightMm = lineHeightMm(namePt)
  const [least, most] = [frame.x + inFrameMm + widthMm / 2, frame.x + frame.width - inFrameMm - widthMm / 2]
  const middle = Math.min(Math.max(x, least), Math.max(least, most))
  const baseline = y - ringMm - 1.4 - (lines.length - 1) * heightMm
  return {
    svg: group(
      { id: `${prefix}plan-place` },
      placeSign(x, y),
      ...lines.flatMap((line, i) =>
        haloedText(
          line,
          { x: middle, y: baseline + i * heightMm, anchor: 'middle' },
          { sizePt: namePt, weight: 600 },
          language,
          0.8,
        ),
      ),
    ),
    sign: { x: x - ringMm, y: y - ringMm, width: 2 * ringMm, height: 2 * ringMm },
    name: { x: middle - widthMm / 2, y: baseline - heightMm * 0.8, width: widthMm, height: lines.length * heightMm },
  }
}

/** The symbol alone, about a point on paper. */
export function placeSign(x: number, y: number): Svg {
  const ring = { cx: x, cy: y, r: ringMm, fill: 'none' }
  return [
    element('circle', { ...ring, stroke: inks.paper, 'stroke-width': 1.1 }),
    element('circle', { ...ring, stroke: inks.ink, 'stroke-width': 0.45, 'stroke-dasharray': '0.9 0.5' }),
    element('circle', { cx: x, cy: y, r: 0.55, fill: inks.ink }),
  ].join('')
}
