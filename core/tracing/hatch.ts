import type { ColourClass } from './colour-choices.ts'
import { colourDistance, oklabOf, oklabOfHex, type Oklab } from './oklab.ts'
import { wideParts, withoutHairs } from './openings.ts'
import { groundLabel, type LabelGrid, type Pixels } from './pixel-grid.ts'

/** Side of the window, in healing widths, in which both colours of a pattern must be, and take turns. */
const windowWidths = 1.5
/** Part of a window amid a pattern that each side of it has at least, and both together. */
const leastEach = 0.2
const leastBoth = 0.85
/** Pictures are kept with their colours blurred more than their lightness: narrow stripes are this many tolerances off. */
const blurred = 2.5
/** Changes from one colour to the other that a window has where they meet once, in sides of it, and amid a pattern at least. */
const [once, oftener] = [1.5, 2.2]

/** What a pixel is of a pattern: nearer to its one colour, nearer to its other, or nothing. */
const [ofNone, ofFirst, ofSecond] = [0, 1, 2]

/**
 * Puts each hatch into the labels: pixels about which, in a window of one and a half healing widths, both colours stand and take turns
 * at least half as much as amid the pattern. At a straight edge that is the edge; where the two colours meet as plain classes they
 * do not take turns. Pieces of its colours that are left beside it, narrower than half the window, are the pattern's as well;
 * letters and lines on it stay open, to be healed.
 */
export function labelHatches(
  pixels: Pixels,
  grid: LabelGrid,
  classes: readonly ColourClass[],
  tolerance: number,
  healPx: number,
): LabelGrid {
  if (classes.every(({ hatch }) => hatch === undefined)) return grid
  const labels = grid.labels.slice()
  const standing = withoutHairs(grid, (label) => label > 0 && label < groundLabel)
  const side = Math.max(5, 2 * Math.round((windowWidths * healPx) / 2) + 1)
  for (const [i, { hatch }] of classes.entries()) {
    if (!hatch) continue
    const ends = hatch.map(oklabOfHex) as [Oklab, Oklab]
    const isOther = classes.map(({ colors = [] }) =>
      colors.every((color) => ends.every((end) => colourDistance(end, oklabOfHex(color)) > tolerance)),
    )
    const parts = partsOf(pixels, ends, blurred * tolerance)
    for (const [pixel, label] of standing.entries())
      if (label > 0 && label < groundLabel && isOther[label - 1]) parts[pixel] = ofNone
    const isHatch = hatchedPixels(pixels, parts, side)
    for (let pixel = 0; pixel < labels.length; pixel++)
      if (parts[pixel] !== ofNone && isHatch(pixel)) labels[pixel] = i + 1
  }
  return { ...grid, labels }
}

/** Pixels within a tolerance of the way from one colour to the other, by which half of it they are on. */
function partsOf({ rgb }: Pixels, [first, second]: readonly [Oklab, Oklab], tolerance: number): Uint8Array {
  const way = second.map((value, axis) => value - first[axis]!)
  const length2 = way.reduce((sum, value) => sum + value * value, 0)
  const known = new Map<number, number>()
  const partOf = (color: number): number => {
    const at = oklabOf(color >> 16, (color >> 8) & 255, color & 255)
    const along = at.reduce((sum, value, axis) => sum + (value - first[axis]!) * way[axis]!, 0) / length2
    const held = Math.min(1, Math.max(0, along))
    const nearest = first.map((value, axis) => value + held * way[axis]!) as unknown as Oklab
    return colourDistance(at, nearest) > tolerance ? ofNone : along < 0.5 ? ofFirst : ofSecond
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
  const sums = (valueOf: (pixel: number) => number): Uint16Array => windowSums(width, height, side, valueOf)
  const first = sums((pixel) => (parts[pixel] === ofFirst ? 1 : 0))
  const second = sums((pixel) => (parts[pixel] === ofSecond ? 1 : 0))
  const turn = (pixel: number, other: number): number =>
    parts[pixel] !== ofNone && parts[other] !== ofNone && parts[pixel] !== parts[other] ? 1 : 0
  const turns = sums(
    (pixel) => (pixel % width > 0 ? turn(pixel, pixel - 1) : 0) + (pixel >= width ? turn(pixel, pixel - width) : 0),
  )
  const window = side * side
  const means = [0, 0, 0]
  let count = 0
  for (let pixel = 0; pixel < parts.length; pixel++) {
    const own = [first[pixel]!, second[pixel]!, turns[pixel]!] as const
    if (Math.min(own[0], own[1]) < leastEach * window || own[0] + own[1] < leastBoth * window) continue
    if (own[2] < oftener * side) continue
    count++
    for (const k of [0, 1, 2] as const) means[k]! += own[k]
  }
  if (count === 0) return () => false
  const [leastFirst, leastSecond, leastTurns] = means.map((sum) => sum / count / 2) as [number, number, number]
  const isNear = (pixel: number): boolean =>
    first[pixel]! >= leastFirst && second[pixel]! >= leastSecond && turns[pixel]! >= Math.max(leastTurns, once * side)
  const isLeft = (pixel: number): boolean => parts[pixel] !== ofNone && !isNear(pixel)
  const isWideLeft = wideParts(width, height, isLeft, side / 2)
  const about = sums((pixel) => (isNear(pixel) ? 1 : 0))
  return (pixel) => isNear(pixel) || (about[pixel]! > 0 && isLeft(pixel) && !isWideLeft(pixel))
}

/** The sum of a value over the square about each pixel; beyond the picture's edge there is nothing. */
function windowSums(width: number, height: number, side: number, valueOf: (pixel: number) => number): Uint16Array {
  const half = (side - 1) / 2
  const values = Uint8Array.from({ length: width * height }, (_, pixel) => valueOf(pixel))
  const along = new Uint16Array(width * height)
  for (let y = 0; y < height; y++) {
    let sum = 0
    for (let x = -half; x < width; x++) {
      if (x + half < width) sum += values[y * width + x + half]!
      if (x - half - 1 >= 0) sum -= values[y * width + x - half - 1]!
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
