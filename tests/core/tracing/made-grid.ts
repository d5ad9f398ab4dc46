import type { LabelGrid, Pixels } from '../../../core/tracing/pixel-grid.ts'
import { rgbOf } from '../../../core/tracing/oklab.ts'

/** A grid written as rows of digits. */
export function gridOf(...rows: readonly string[]): LabelGrid {
  return { width: rows[0]!.length, height: rows.length, labels: Uint8Array.from(rows.join(''), Number) }
}

/** A picture by the colour of each pixel. */
export function pixelsOf(width: number, height: number, colorAt: (x: number, y: number) => string): Pixels {
  const rgb = new Uint8Array(3 * width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgb.set(rgbOf(colorAt(x, y)), 3 * (y * width + x))
  return { width, height, rgb }
}
