import type { ColourChoices } from './colour-choices.ts'
import { findColours } from './found-colours.ts'
import { labelHatches } from './hatch.ts'
import { healLabels, type HealedGrid } from './heal.ts'
import { nearestLabels, prototypesOf, type Prototype } from './nearest-class.ts'
import { distanceTo, nearestSites } from './nearest-sites.ts'
import { oklabOfHex } from './oklab.ts'
import { groundLabel, maskedLabel, type LabelGrid, type Pixels } from './pixel-grid.ts'

/** Of what lies away from all classes: a colour with less is lines and letters of the base map. */
const leastGroundShare = 0.05

/** Which class each pixel belongs to, before and after healing. */
export type FoundRegions = { readonly raw: LabelGrid; readonly healed: HealedGrid }

/** What a search keeps to when it is made again with another tolerance or width: the colours of ground. */
export type Ground = readonly string[]

/** The colours that cover ground away from all classes: paper, plain base map. They compete with the classes and are nobody's. */
export function groundColours(pixels: Pixels, choices: ColourChoices): Ground {
  const { width, height } = pixels
  const own = labelled(pixels, choices, [])
  const near = nearestSites(width, height, (pixel) => own.labels[pixel]! > 0 && own.labels[pixel]! < groundLabel)
  const isAway = (pixel: number): boolean =>
    own.labels[pixel] === 0 && (near[pixel]! < 0 || distanceTo(width, pixel, near[pixel]!) > choices.healPx / 2)
  return findColours(pixels, choices.tolerance, isAway)
    .filter(({ share }) => share >= leastGroundShare)
    .map(({ color }) => color)
}

/** Finds the classes' pixels by their colours, and heals what lies over them. */
export function findRegions(pixels: Pixels, choices: ColourChoices, ground: Ground): FoundRegions {
  const raw = labelled(pixels, choices, ground)
  return { raw, healed: healLabels(raw, choices.healPx) }
}

function labelled(
  pixels: Pixels,
  { classes, tolerance, healPx, masks, base }: ColourChoices,
  ground: Ground,
): LabelGrid {
  const grounds = ground.map((color): Prototype => ({ label: groundLabel, at: oklabOfHex(color) }))
  const plain = nearestLabels(pixels, [...prototypesOf(classes, base), ...grounds], tolerance)
  const grid = labelHatches(pixels, plain, classes, tolerance, healPx)
  for (const mask of masks) coverMask(grid, mask)
  return grid
}

function coverMask(
  { width, height, labels }: LabelGrid,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void {
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)].map((x) =>
    Math.min(width, Math.max(0, Math.round(x))),
  ) as [number, number]
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)].map((y) =>
    Math.min(height, Math.max(0, Math.round(y))),
  ) as [number, number]
  for (let y = top; y < bottom; y++) labels.fill(maskedLabel, y * width + left, y * width + right)
}
