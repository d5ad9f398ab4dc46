import type { ColourClass } from './colour-choices.ts'
import { oklabOf, rgbOf, type Oklab, type Rgb } from './oklab.ts'
import type { LabelGrid, Pixels } from './pixel-grid.ts'

/** A colour that stands for a label. */
export type Prototype = { readonly label: number; readonly at: Oklab }

/** Of the way from the base map's ground to a class's own colour: as thin a colour as is still told from the ground. */
const thinnest = 0.3
const steps = 7

/**
 * The colours of classes, numbered from 1 in their order. Over a base map, a colour that lets it shine through is on the way from
 * that of the ground to its own, mixed in sRGB as browsers mix: it stands for the class from three tenths of that way on. This
 * takes the ground for one colour; its roads and names are healed like any.
 */
export function prototypesOf(classes: readonly ColourClass[], base: string | undefined): Prototype[] {
  return classes.flatMap(({ colors = [] }, i) =>
    colors.flatMap((color) => {
      const own = rgbOf(color)
      const from = base === undefined ? own : rgbOf(base)
      const parts =
        base === undefined ? [1] : Array.from({ length: steps + 1 }, (_, k) => thinnest + ((1 - thinnest) * k) / steps)
      return parts.map((part) => ({ label: i + 1, at: oklabOf(...mixed(from, own, part)) }))
    }),
  )
}

const mixed = (from: Rgb, to: Rgb, part: number): Rgb =>
  from.map((value, i) => Math.round(value + (to[i]! - value) * part)) as unknown as Rgb

const unseen = 253

/** The label of the nearest prototype of each pixel within `tolerance`, else 0. One answer for each of 16 million colours, found when it is asked for. */
export function nearestLabels(
  { width, height, rgb }: Pixels,
  prototypes: readonly Prototype[],
  tolerance: number,
): LabelGrid {
  const known = new Uint8Array(1 << 24).fill(unseen)
  const labels = new Uint8Array(width * height)
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const color = (rgb[3 * pixel]! << 16) | (rgb[3 * pixel + 1]! << 8) | rgb[3 * pixel + 2]!
    if (known[color] === unseen) known[color] = nearestLabel(color, prototypes, tolerance)
    labels[pixel] = known[color]!
  }
  return { width, height, labels }
}

function nearestLabel(color: number, prototypes: readonly Prototype[], tolerance: number): number {
  const [l, a, b] = oklabOf(color >> 16, (color >> 8) & 255, color & 255)
  let [label, least] = [0, (tolerance / 100) ** 2]
  for (const { label: own, at } of prototypes) {
    const [dl, da, db] = [l - at[0], a - at[1], b - at[2]]
    const square = dl * dl + da * da + db * db
    if (square <= least) [label, least] = [own, square]
  }
  return label
}
