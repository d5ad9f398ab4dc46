import type { LayerMeasurement } from '../model/measurement.ts'
import type { LayerClass, Role } from '../model/layer.ts'
import { darker, luminance } from './color.ts'
import { inks } from './paper.ts'
import { patternId, type PatternStyle } from './patterns.ts'
import { element, type Svg } from './svg.ts'

/** How the ground of a class is printed. */
export type ClassStyle = {
  readonly fill?: { readonly color: string; readonly opacity: number }
  readonly pattern?: PatternStyle
  readonly line: { readonly color: string; readonly widthMm: number; readonly dash?: string }
}

type Look = Pick<LayerClass, 'color' | 'pattern' | 'confidence'>

const schematicDash = '1.6 0.7'

/**
 * Control is filled with a pattern over it, paler where only some sources say so, and wide dots without fill where it is
 * inferred. Shelling is a hatch without fill, so
 * that control shows through; so are damage and zones where control is on the map, and filled where it is not.
 */
export function classStyle(role: Role, look: Look, isSchematic: boolean, overControl: boolean): ClassStyle {
  const dash = isSchematic ? { dash: schematicDash } : {}
  if (role === 'shelling') return hatch(look, look.pattern === 'solid' ? 'diagonal' : look.pattern, 135, dash)
  if (role === 'damage' && overControl) return hatch(look, look.pattern === 'solid' ? 'dots' : look.pattern, 90, dash)
  if (role === 'zones' && overControl)
    return hatch(look, look.pattern === 'solid' ? 'horizontal' : look.pattern, 0, dash)
  if (look.confidence === 'inferred') return hatch(look, 'dots', 45, dash, 2.5)
  const isSome = look.confidence === 'some-sources'
  const style: ClassStyle = {
    fill: { color: look.color, opacity: look.pattern === 'none' ? 0 : isSome ? 0.18 : 0.55 },
    line: { color: darker(look.color, 0.3), widthMm: 0.25, ...dash },
  }
  if (look.pattern === 'solid' || look.pattern === 'none') return style
  return { ...style, pattern: { kind: look.pattern, ...inkOver(look.color, isSome), leanDegrees: 45 } }
}

function hatch(
  look: Look,
  kind: LayerClass['pattern'],
  leanDegrees: number,
  dash: { dash?: string },
  spread = 1.5,
): ClassStyle {
  const line = { color: look.color, widthMm: 0.18, ...dash }
  if (kind === 'none' || kind === 'solid') return { line }
  return { pattern: { kind, ink: look.color, opacity: 0.85, leanDegrees, spread }, line }
}

/** Marks over a fill must differ from it in grey as well: white over dark, the darkened colour over light. */
function inkOver(color: string, pale: boolean): { ink: string; opacity: number } {
  if (pale) return { ink: darker(color, 0.2), opacity: 0.85 }
  return luminance(color) < 0.1 ? { ink: inks.paper, opacity: 0.8 } : { ink: darker(color, 0.45), opacity: 0.6 }
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
  pattern: { kind: 'cross', ink: inks.second, opacity: 0.6, leanDegrees: 0, spread: 2 },
  line: { color: inks.second, widthMm: 0.15 },
}

export const bareStyle: ClassStyle = { line: { color: inks.second, widthMm: 0.15 } }

/** Of ground in no class: hatched where a hold has ended, also where it is not split from ground not covered, as in a unit. */
export const uncoveredStyle = (
  { ended, unnamed }: Pick<LayerMeasurement, 'ended' | 'unnamed'>,
  { end }: { readonly end: unknown },
): ClassStyle => (end !== null || (ended && !unnamed) ? notKnownStyle : bareStyle)

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

/** A sample of the style, as in a legend; a broken outline is broken finer. */
export const swatch = (style: ClassStyle, x: number, y: number, width: number, height: number): Svg => {
  const line = style.line.dash === undefined ? style.line : { ...style.line, dash: '0.75 0.45' }
  return styled({ ...style, line }, (attributes) => element('rect', { x, y, width, height, ...attributes }))
}
