import { components } from './components.ts'
import { nearestSites } from './nearest-sites.ts'
import { wideParts, withoutHairs } from './openings.ts'
import { groundLabel, maskedLabel, type LabelGrid } from './pixel-grid.ts'

/** Labels after healing, 0 where nothing covers a pixel, and which pixels were healed. */
export type HealedGrid = LabelGrid & { readonly healed: Uint8Array }

/** An island of no colour is healed up to the area of so many squares of the healing width. */
const islandSquares = 25
/** The radius in which healed pixels go with the majority is this part of the healing width. */
const windowParts = 3
const mostRounds = 16
/** Specks of a class smaller than this part of such a square are letters and noise. */
const speckSquares = 1 / 4

const isClass = (label: number): boolean => label > 0 && label < groundLabel

/**
 * Gives names, roads, lines and symbols to what surrounds them, by this rule. A class stands where it fills a square of three
 * pixels and more than a quarter of a square of `healPx`; ground stands where it is as wide as `healPx`. Of the rest, what is narrower
 * than `healPx`, or a wider piece of at most 25 such squares that reaches neither the picture's edge nor a mask, goes to the nearest that stands, so that a
 * line between two classes is halved; in such a wider piece it then goes with the majority about it. What is wider, and what is masked, stays not covered, and so does what goes to ground.
 */
export function healLabels(grid: LabelGrid, healPx: number): HealedGrid {
  const { width, height } = grid
  if (healPx === 0) {
    const labels = grid.labels.map((label) => (isClass(label) ? label : 0))
    return { width, height, labels, healed: new Uint8Array(labels.length) }
  }
  const standing = withoutHairs(grid, isClass)
  removeSpecks({ width, height, labels: standing }, speckSquares * healPx ** 2)
  const isGround = wideParts(width, height, (pixel) => standing[pixel] === groundLabel, healPx)
  for (let pixel = 0; pixel < standing.length; pixel++)
    if (standing[pixel] === groundLabel && !isGround(pixel)) standing[pixel] = 0
  return givenToNearest({ width, height, labels: standing }, healPx)
}

function removeSpecks({ width, height, labels }: LabelGrid, leastPixels: number): void {
  const { of, sizes } = components(width, height, (pixel) => (isClass(labels[pixel]!) ? labels[pixel]! : -1))
  for (let pixel = 0; pixel < labels.length; pixel++)
    if (of[pixel]! >= 0 && sizes[of[pixel]!]! < leastPixels) labels[pixel] = 0
}

function givenToNearest({ width, height, labels: standing }: LabelGrid, healPx: number): HealedGrid {
  const isWide = wideParts(width, height, (pixel) => standing[pixel] === 0, healPx)
  const isIsland = islands(width, height, standing, isWide, islandSquares * healPx ** 2)
  const nearest = nearestSites(width, height, (pixel) => isClass(standing[pixel]!) || standing[pixel] === groundLabel)
  const labels = standing.slice()
  const healed = new Uint8Array(standing.length)
  for (let pixel = 0; pixel < standing.length; pixel++) {
    const site = nearest[pixel]!
    if (standing[pixel] !== 0 || site < 0 || (isWide(pixel) && !isIsland(pixel))) continue
    labels[pixel] = standing[site]!
    healed[pixel] = 1
  }
  const isHidden = (pixel: number): boolean => healed[pixel] === 1 && isWide(pixel)
  straighten({ width, height, labels }, isHidden, Math.max(1, Math.round(healPx / windowParts)))
  for (let pixel = 0; pixel < labels.length; pixel++) {
    if (isClass(labels[pixel]!)) continue
    labels[pixel] = 0
    healed[pixel] = 0
  }
  return { width, height, labels, healed }
}

/** Wide pieces of no colour of at most so many pixels that touch neither the picture's edge nor a mask. */
function islands(
  width: number,
  height: number,
  standing: Uint8Array,
  isWide: (pixel: number) => boolean,
  mostPixels: number,
): (pixel: number) => boolean {
  const { of, sizes } = components(width, height, (pixel) => (isWide(pixel) ? 0 : -1))
  const isOff = new Uint8Array(sizes.length)
  for (let pixel = 0; pixel < standing.length; pixel++) {
    const x = pixel % width
    const beside = [x === 0 ? -1 : pixel - 1, x + 1 === width ? -1 : pixel + 1, pixel - width, pixel + width]
    if (of[pixel]! < 0) continue
    if (beside.some((other) => other < 0 || other >= standing.length || standing[other] === maskedLabel))
      isOff[of[pixel]!] = 1
  }
  return (pixel) => of[pixel]! >= 0 && isOff[of[pixel]!] === 0 && sizes[of[pixel]!]! <= mostPixels
}

/**
 * Gives each hidden pixel at a line the label that most have in the square of `radius` about it, again and again: a line that was
 * hidden goes on straight from where it vanishes to where it comes out again. Of as many it keeps its own.
 */
function straighten({ width, height, labels }: LabelGrid, isHidden: (pixel: number) => boolean, radius: number): void {
  const counts = new Uint16Array(256)
  for (let round = 0; round < mostRounds; round++) {
    const before = labels.slice()
    let isChanged = false
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const pixel = y * width + x
        const own = before[pixel]!
        if (!isAtLine(before, width, height, x, y) || !isHidden(pixel)) continue
        counts.fill(0)
        let best = own
        for (let v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
          for (let u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
            const label = before[v * width + u]!
            if (label !== maskedLabel) counts[label]!++
          }
        }
        for (const [label, count] of counts.entries()) if (count > counts[best]!) best = label
        if (best === own) continue
        labels[pixel] = best
        isChanged = true
      }
    }
    if (!isChanged) return
  }
}

function isAtLine(labels: Uint8Array, width: number, height: number, x: number, y: number): boolean {
  const pixel = y * width + x
  const own = labels[pixel]
  return (
    (x > 0 && labels[pixel - 1] !== own) ||
    (x + 1 < width && labels[pixel + 1] !== own) ||
    (y > 0 && labels[pixel - width] !== own) ||
    (y + 1 < height && labels[pixel + width] !== own)
  )
}
