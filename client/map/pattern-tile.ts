import type { ClassLook } from './class-look.ts'
import { luminance, mix, withAlpha } from './colour.ts'
import type { Theme } from './theme.ts'

/** Side of a tile in CSS pixels; a power of two, because OpenLayers aligns patterns every 512 pixels. */
export const tileSide = 16

const darkLuminance = 0.12

/** One tile of a class's fill and pattern, `ratio` device pixels to a CSS pixel. */
export function patternTile(look: ClassLook, theme: Theme, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = tileSide * ratio
  // Kept off the graphics card: legends read tiles back, which would wait for the whole map to be drawn.
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.scale(ratio, ratio)
  if (!look.isHatchOnly && look.pattern !== 'none') {
    context.fillStyle = solidColor(look)
    context.fillRect(0, 0, tileSide, tileSide)
  }
  context.strokeStyle = context.fillStyle = markColor(look, theme)
  drawMarks(context, look)
  return canvas
}

/** Whether the tile is of one colour, so that the colour alone does: on paper tiles show their seams. */
export const isSolid = ({ isHatchOnly, pattern }: ClassLook): boolean => !isHatchOnly && pattern === 'solid'

export const solidColor = ({ color, isPale }: ClassLook): string => withAlpha(color, isPale ? 0.18 : 0.55)

/** Outline of a class's ground: 1 px, darker than its fill on light paper and lighter on dark. */
export function outlineColor({ color }: ClassLook, theme: Theme): string {
  return theme.isDark
    ? mix(color, '#ffffff', luminance(color) < darkLuminance ? 0.45 : 0.2)
    : mix(color, '#000000', 0.3)
}

function markColor(look: ClassLook, theme: Theme): string {
  const isDark = luminance(look.color) < darkLuminance
  if (look.isHatchOnly) return theme.isDark ? mix(look.color, '#ffffff', 0.35) : look.color
  if (look.isPale) return theme.isDark && isDark ? mix(look.color, '#ffffff', 0.5) : withAlpha(look.color, 0.8)
  return isDark ? withAlpha('#ffffff', theme.isDark ? 0.5 : 0.8) : withAlpha(mix(look.color, '#000000', 0.45), 0.75)
}

function drawMarks(context: CanvasRenderingContext2D, { pattern, isHatchOnly, isPale }: ClassLook): void {
  const width = isHatchOnly ? 1 : isPale ? 1.75 : 1.25
  switch (pattern) {
    case 'dots':
      for (let y = 2; y < tileSide; y += 4) for (let x = (y + 2) % 8; x < tileSide; x += 8) dot(context, x, y, 1)
      return
    case 'diagonal':
      return slopes(context, isHatchOnly ? -1 : 1, 8, width)
    case 'stripes':
      return slopes(context, 1, 16, 5)
    case 'cross':
      slopes(context, 1, 8, width * 0.8)
      return slopes(context, -1, 8, width * 0.8)
    case 'horizontal':
      for (const y of [4, 12]) context.fillRect(0, y - width / 2, tileSide, width)
      return
    default:
  }
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
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
