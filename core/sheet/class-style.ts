import type { LayerMeasurement } from '../model/measurement.ts'
import { notKnownSymbol, type ClassSymbol } from '../symbology/class-symbol.ts'
import { darker, isDark } from '../symbology/color.ts'
import { inks } from './paper.ts'
import { patternId, type PatternStyle } from './patterns.ts'
import { element, group, type Svg } from './svg.ts'

/** How the ground of a class is printed. */
export type ClassStyle = {
  readonly fill?: { readonly color: string; readonly opacity: number }
  readonly pattern?: PatternStyle
  readonly line: { readonly color: string; readonly widthMm: number; readonly dash?: string }
  /** Of all of it together. */
  readonly opacity?: number
}

const schematicDash = '1.6 0.7'

/** How a symbol is printed; the outline of schematic ground is broken. */
export function classStyle(symbol: ClassSymbol, isSchematic: boolean): ClassStyle {
  const { opacity } = symbol
  return { ...opaqueStyle(symbol, isSchematic), ...(opacity === undefined ? {} : { opacity }) }
}

function opaqueStyle(symbol: ClassSymbol, isSchematic: boolean): ClassStyle {
  const { color, pattern: kind, isHatchOnly, isPale, fillOpacity, leanDegrees, spread } = symbol
  const dash = isSchematic ? { dash: schematicDash } : {}
  const isPlain = kind === 'solid' || kind === 'none'
  if (isHatchOnly) {
    const line = { color, widthMm: 0.18, ...dash }
    return isPlain ? { line } : { pattern: { kind, ink: color, opacity: 0.85, leanDegrees, spread }, line }
  }
  const fill = { color, opacity: fillOpacity }
  const line = { color: darker(color, 0.3), widthMm: 0.25, ...dash }
  return isPlain ? { fill, line } : { fill, line, pattern: { kind, ...inkOver(color, isPale), leanDegrees } }
}

/** Marks over a fill must differ from it in grey as well: white over dark, the darkened colour over light. */
function inkOver(color: string, isPale: boolean): { ink: string; opacity: number } {
  if (isPale) return { ink: darker(color, 0.2), opacity: 0.85 }
  return isDark(color) ? { ink: inks.paper, opacity: 0.8 } : { ink: darker(color, 0.45), opacity: 0.6 }
}

/** Ground that several classes of one layer claim. */
export const severalStyle: ClassStyle = {
  pattern: { kind: 'stripes', ink: inks.second, opacity: 0.75, leanDegrees: 45 },
  line: { color: inks.second, widthMm: 0.15 },
}

/** Ground whose class the accuracy of the layer leaves open: a pale band with dots of ink, on any ground. */
export const uncertainStyle: ClassStyle = {
  fill: { color: inks.paper, opacity: 0.5 },
  pattern: { kind: 'dots', ink: inks.ink, opacity: 0.85, leanDegrees: 0 },
  line: { color: inks.ink, widthMm: 0.1 },
}

/** Ground of which nobody knows who holds it since a hold ended; ground not covered is bare. */
export const notKnownStyle: ClassStyle = {
  pattern: {
    kind: notKnownSymbol.pattern,
    ink: notKnownSymbol.color,
    opacity: 0.6,
    leanDegrees: notKnownSymbol.leanDegrees,
    spread: notKnownSymbol.spread,
  },
  line: { color: notKnownSymbol.color, widthMm: 0.15 },
}

export const defaultStyle: ClassStyle = { line: { color: inks.second, widthMm: 0.15 } }

/** Of ground in no class: hatched where a hold has ended, also where it is not split from ground not covered, as in a unit. */
export const uncoveredStyle = (
  { ended, unnamed }: Pick<LayerMeasurement, 'ended' | 'unnamed'>,
  { end }: { readonly end: unknown },
): ClassStyle => (end !== null || (ended && !unnamed) ? notKnownStyle : defaultStyle)

/**
 * Draws a shape with a style: the fill, the pattern over it, the line. Where the shape is several paths they are
 * translucent together, so that ground that two of them cover is no darker.
 */
export function styled(
  { fill, pattern, line }: ClassStyle,
  shape: (attributes: Readonly<Record<string, string | number>>) => Svg,
): Svg {
  return [
    fill && fill.opacity > 0 ? shape({ fill: fill.color, opacity: fill.opacity }) : '',
    pattern ? shape({ fill: `url(#${patternId(pattern)})`, opacity: pattern.opacity }) : '',
    shape({
      fill: 'none',
      stroke: line.color,
      'stroke-width': line.widthMm,
      ...(line.dash === undefined ? {} : { 'stroke-dasharray': line.dash }),
    }),
  ].join('')
}

/** What is drawn, as opaque as somebody says; where nobody does as it is. */
export const faded = (opacity: number | undefined, drawn: Svg): Svg =>
  opacity === undefined || drawn === '' ? drawn : group({ opacity }, drawn)

/** A sample of the style, as in a legend; a broken outline is broken finer. */
export const swatch = (style: ClassStyle, x: number, y: number, width: number, height: number): Svg => {
  const line = style.line.dash === undefined ? style.line : { ...style.line, dash: '0.75 0.45' }
  const drawn = styled({ ...style, line }, (attributes) => element('rect', { x, y, width, height, ...attributes }))
  return faded(style.opacity, drawn)
}
