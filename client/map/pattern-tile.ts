import type { ClassSymbol } from '../../core/symbology/class-symbol.ts'
import { isDark, mix, withAlpha } from '../../core/symbology/color.ts'
import type { Theme } from './theme.ts'

/** Side of a tile in CSS pixels; a power of two, because OpenLayers aligns patterns every 512 pixels. */
export const tileSide = 16

/** One tile of a class's fill and pattern, `ratio` device pixels to a CSS pixel. */
export function patternTile(symbol: ClassSymbol, theme: Theme, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = tileSide * ratio
  // Kept off the graphics card: legends read tiles back, which would wait for the whole map to be drawn.
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.scale(ratio, ratio)
  if (!symbol.isHatchOnly && symbol.pattern !== 'none') {
    context.fillStyle = solidColor(symbol)
    context.fillRect(0, 0, tileSide, tileSide)
  }
  if (symbol.isHatchOnly) {
    // A casing of paper, so that the hatch reads as lying over the pattern below and not as a cross-hatch with it.
    context.strokeStyle = context.fillStyle = withAlpha(theme.paper, 0.85)
    drawMarks(context, symbol, casing)
  }
  context.strokeStyle = context.fillStyle = markColor(symbol, theme)
  drawMarks(context, symbol, 0)
  return canvas
}

/** Whether the tile is of one colour, so that the colour alone does: on paper tiles show their seams. */
export const isSolid = ({ isHatchOnly, pattern }: ClassSymbol): boolean => !isHatchOnly && pattern === 'solid'

export const solidColor = ({ color, fillOpacity }: ClassSymbol): string => withAlpha(color, fillOpacity)

/** Outline of a class's ground: 1 px, darker than its fill on light paper and lighter on dark. */
export function outlineColor({ color }: ClassSymbol, theme: Theme): string {
  return theme.isDark ? mix(color, '#ffffff', isDark(color) ? 0.45 : 0.2) : mix(color, '#000000', 0.3)
}

function markColor(symbol: ClassSymbol, theme: Theme): string {
  const hasLightMarks = isDark(symbol.color)
  if (symbol.isHatchOnly) return theme.isDark ? mix(symbol.color, '#ffffff', 0.35) : symbol.color
  if (symbol.isPale)
    return theme.isDark && hasLightMarks ? mix(symbol.color, '#ffffff', 0.5) : withAlpha(symbol.color, 0.8)
  return hasLightMarks
    ? withAlpha('#ffffff', theme.isDark ? 0.5 : 0.8)
    : withAlpha(mix(symbol.color, '#000000', 0.45), 0.75)
}

/** Of paper, on both sides of a mark. */
const casing = 1.25

/** The marks of a pattern, each wider by `beside` on both sides; those of a hatch without fill stand twice as far apart. */
function drawMarks(
  context: CanvasRenderingContext2D,
  { pattern, isHatchOnly, isPale, leanDegrees }: ClassSymbol,
  beside: number,
): void {
  const width = (isHatchOnly ? 1.5 : isPale ? 1.75 : 1.25) + 2 * beside
  switch (pattern) {
    case 'dots':
      for (let y = 2; y < tileSide; y += 4)
        for (let x = (y + 2) % 8; x < tileSide; x += 8) dot(context, x, y, 1 + beside)
      return
    case 'diagonal':
      return lines(context, leanDegrees, width, isHatchOnly ? tileSide : tileSide / 2)
    case 'stripes':
      return slopes(context, 1, 16, 5)
    case 'cross':
      lines(context, leanDegrees, width * 0.8)
      return lines(context, leanDegrees + 90, width * 0.8)
    case 'horizontal':
      return lines(context, 90, width)
    default:
  }
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}

/** Lines that lean as those on paper do, clockwise from upright. */
function lines(context: CanvasRenderingContext2D, leanDegrees: number, width: number, step = tileSide / 2): void {
  const lean = leanDegrees % 180
  if (lean === 0) for (const x of [4, 12]) context.fillRect(x - width / 2, 0, width, tileSide)
  else if (lean === 90) for (const y of [4, 12]) context.fillRect(0, y - width / 2, tileSide, width)
  else slopes(context, lean < 90 ? 1 : -1, step, width)
}

/** Lines at 45 degrees, rising (1) or falling (-1), that meet across the edges of the tile. */
function slopes(context: CanvasRenderingContext2D, direction: 1 | -1, step: number, width: number): void {
  context.lineWidth = width
  context.beginPath()
  for (let at = -tileSide; at <= 2 * tileSide; at += step) {
    context.moveTo(at - 2, direction === 1 ? tileSide + 2 : -2)
    context.lineTo(at + tileSide + 2, direction === 1 ? -2 : tileSide + 2)
  }
  context.stroke()
}
