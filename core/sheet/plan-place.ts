import { isWithoutOutline, timesThePlan } from '../model/outline.ts'
import { textIn } from '../model/text.ts'
import type { Study } from '../model/study.ts'
import type { Language } from '../i18n/translate.ts'
import { shortened } from './clean-text.ts'
import { haloedText } from './haloed-text.ts'
import { inks, type Box } from './paper.ts'
import type { PaperProjection, Point } from './projection.ts'
import { element, group, type Svg } from './svg.ts'
import { lineHeightMm, printable, type Font } from './text.ts'

/** Where a plan without an outline lies, and how wide the map round it is. */
export type PlanPlace = { readonly at: Point; readonly name: string; readonly widthM: number }

const ringMm = 1.7
const longestName = 60
const namePt = 8

/** The place of a plan without an outline; `null` where there is an outline, or no place. */
export function planPlace(study: Study, planM2: number, language: Language): PlanPlace | null {
  const { place, name } = study.plan
  if (!place || !isWithoutOutline(study)) return null
  return { at: place, name: textIn(language, name), widthM: timesThePlan * Math.sqrt(planM2) }
}

/** A symbol with its name, and the paper that each of them takes. */
export type PlacedSymbol = { readonly svg: Svg; readonly sign: Box; readonly name: Box }

/** The symbol of a place that is known and has no outline: a ring about a dot, which claims no ground, and the plan's name. */
export function placeSymbol(
  { at, name }: PlanPlace,
  projection: PaperProjection,
  language: Language,
  font: Font,
  prefix: string,
): PlacedSymbol {
  const [x, y] = projection.toPaper(...at)
  const text = shortened(printable(name, font), longestName)
  const [widthMm, heightMm] = [font.widthMm(text, namePt, 600), lineHeightMm(namePt)]
  const baseline = y - ringMm - 1.4
  return {
    svg: group(
      { id: `${prefix}plan-place` },
      placeSign(x, y),
      ...haloedText(text, { x, y: baseline, anchor: 'middle' }, { sizePt: namePt, weight: 600 }, language, 0.8),
    ),
    sign: { x: x - ringMm, y: y - ringMm, width: 2 * ringMm, height: 2 * ringMm },
    name: { x: x - widthMm / 2, y: baseline - heightMm * 0.8, width: widthMm, height: heightMm },
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
