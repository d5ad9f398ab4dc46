import type { ColourClass } from './colour-choices.ts'
import { colourDistance, oklabOf, oklabOfHex, rgbOf, type Oklab } from './oklab.ts'
import { wideParts } from './openings.ts'
import type { LabelGrid, Pixels } from './pixel-grid.ts'

/** Side of the window, in healing widths, in which both colours of a pattern must be. */
const windowWidths = 1.5
/** Part of a window amid a pattern that each colour has at least, and both with their mixture. */
const leastEach = 0.15
const leastBoth = 0.85

/** What a pixel is of a pattern: its one colour, its other, a mixture on the way between them, or nothing. */
const [ofNone, ofFirst, ofSecond, ofMixture] = [0, 1, 2, 3]

/**
 * Puts each hatch into the labels: pixels about which, in a window of one and a half healing widths, both colours stand with at
 * least half of the part that each has amid the pattern. At a straight edge that is the edge. Pieces of its colours that
 * are left beside it and are narrower than the window are the pattern's as well; letters and lines on it stay open, to be healed.
 */
export function labelHatches(
  pixels: Pixels,
  grid: LabelGrid,
  classes: readonly ColourClass[],
  tolerance: number,
  healPx: number,
): LabelGrid {
  const labels = grid.labels.slice()
  const side = Math.max(5, 2 * Math.round((windowWidths * healPx) / 2) + 1)
  for (const [i, { hatch }] of classes.entries()) {
    if (!hatch) continue
    const parts = partsOf(pixels, hatch, tolerance)
    const isHatch = hatchedPixels(pixels, parts, side)
    for (let pixel = 0; pixel < labels.length; pixel++)
      if (parts[pixel] !== ofNone && isHatch(pixel)) labels[pixel] = i + 1
  }
  return { ...grid, labels }
}

function partsOf({ rgb }: Pixels, [first, second]: readonly [string, string], tolerance: number): Uint8Array {
  const [one, other] = [oklabOfHex(first), oklabOfHex(second)]
  const [from, to] = [rgbOf(first), rgbOf(second)]
  const between = Array.from({ length: 9 }, (_, k): Oklab =>
    oklabOf(
      ...(from.map((value, axis) => Math.round(value + ((to[axis]! - value) * (k + 1)) / 10)) as [
        number,
        number,
        number,
      ]),
    ),
  )
  const known = new Map<number, number>()
  const partOf = (color: number): number => {
    const at = oklabOf(color >> 16, (color >> 8) & 255, color & 255)
    const [toOne, toOther] = [colourDistance(at, one), colourDistance(at, other)]
    if (Math.min(toOne, toOther) <= tolerance) return toOne <= toOther ? ofFirst : ofSecond
    return between.some((middle) => colourDistance(at, middle) <= tolerance) ? ofMixture : ofNone
  }
  const parts = new Uint8Array(rgb.length / 3)
  for (let pixel = 0; pixel < parts.length; pixel++) {
    const color = (rgb[3 * pixel]! << 16) | (rgb[3 * pixel + 1]! << 8) | rgb[3 * pixel + 2]!
    const part = known.get(color) ?? partOf(color)
    known.set(color, part)
    parts[pixel] = part
  }
  return parts
}

function hatchedPixels({ width, height }: Pixels, parts: Uint8Array, side: number): (pixel: number) => boolean {
  const first = windowSums(width, height, side, (pixel) => (parts[pixel] === ofFirst ? 1 : 0))
  const second = windowSums(width, height, side, (pixel) => (parts[pixel] === ofSecond ? 1 : 0))
  const both = windowSums(width, height, side, (pixel) => (parts[pixel] === ofNone ? 0 : 1))
  const window = side * side
  let [count, firsts, seconds] = [0, 0, 0]
  for (let pixel = 0; pixel < parts.length; pixel++) {
    const [one, other] = [first[pixel]!, second[pixel]!]
    if (Math.min(one, other) < leastEach * window || both[pixel]! < leastBoth * window) continue
    count++
    firsts += one
    seconds += other
  }
  if (count === 0) return () => false
  const [leastFirst, leastSecond] = [firsts / count / 2, seconds / count / 2]
  const isNear = (pixel: number): boolean => first[pixel]! >= leastFirst && second[pixel]! >= leastSecond
  const isLeft = (pixel: number): boolean => parts[pixel] !== ofNone && !isNear(pixel)
  const isWideLeft = wideParts(width, height, isLeft, side / 2)
  const about = windowSums(width, height, side, (pixel) => (isNear(pixel) ? 1 : 0))
  return (pixel) => isNear(pixel) || (about[pixel]! > 0 && isLeft(pixel) && !isWideLeft(pixel))
}

/** The sum of a value over the square about each pixel; beyond the picture's edge there is nothing. */
function windowSums(width: number, height: number, side: number, valueOf: (pixel: number) => number): Uint16Array {
  const half = (side - 1) / 2
  const along = new Uint16Array(width * height)
  for (let y = 0; y < height; y++) {
    let sum = 0
    for (let x = -half; x < width; x++) {
      if (x + half < width) sum += valueOf(y * width + x + half)
      if (x - half - 1 >= 0) sum -= valueOf(y * width + x - half - 1)
      if (x >= 0) along[y * width + x] = sum
    }
  }
  const sums = new Uint16Array(width * height)
  for (let x = 0; x < width; x++) {
    let sum = 0
    for (let y = -half; y < height; y++) {
      if (y + half < height) sum += along[(y + half) * width + x]!
      if (y - half - 1 >= 0) sum -= along[(y - half - 1) * width + x]!
      if (y >= 0) sums[y * width + x] = sum
    }
  }
  return sums
}
