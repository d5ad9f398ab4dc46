import { hexOf, oklabOf, colourDistance, type Oklab, type Rgb } from './oklab.ts'
import type { Pixels } from './pixel-grid.ts'

/** A colour of a picture and its share of the pixels that were looked at. */
export type FoundColour = { readonly color: string; readonly share: number }

/** Bits of each channel that a colour is first counted by. */
const bits = 5
const rounds = 30
/** Colours nearer than this are one. */
const apart = 4
const mostFound = 12
/** Found colours of less are noise, lines and letters. */
const leastShare = 0.003

type Bin = { readonly at: Oklab; readonly rgb: Rgb; readonly count: number }

/**
 * The colours that a picture is made of, by k-means in OKLab over the pixels that `isMeant`, the commonest first. It begins with the
 * commonest colours that are apart, so that it needs no chance and finds the same again. A share counts the pixels within
 * `tolerance` of a colour: those of no colour, as letters and mixed edges are, count to none.
 */
export function findColours(
  { rgb }: Pixels,
  tolerance: number,
  isMeant: (pixel: number) => boolean = () => true,
): FoundColour[] {
  const bins = binsOf(rgb, isMeant)
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  let centres = firstCentres(bins)
  for (let round = 0; round < rounds; round++) {
    const next = meansOf(bins, centres)
    const moved = Math.max(...next.map((centre, i) => colourDistance(centre, centres[i]!)))
    centres = next
    if (moved < 0.01) break
  }
  const near = centres.map(() => ({ count: 0, sum: [0, 0, 0] as [number, number, number] }))
  for (const { at, rgb: own, count } of bins) {
    const k = nearestOf(at, centres)
    if (colourDistance(at, centres[k]!) > tolerance) continue
    near[k]!.count += count
    for (const axis of [0, 1, 2] as const) near[k]!.sum[axis] += own[axis] * count
  }
  return near
    .filter(({ count }) => count >= leastShare * total)
    .map(({ count, sum }) => ({
      color: hexOf(sum.map((value) => value / count) as unknown as Rgb),
      share: count / total,
    }))
    .toSorted((a, b) => b.share - a.share || a.color.localeCompare(b.color))
}

/** Colours in boxes of an eighth of each channel's sixteenth, each with its mean. */
function binsOf(rgb: Uint8Array, isMeant: (pixel: number) => boolean): Bin[] {
  const drop = 8 - bits
  const counts = new Uint32Array(1 << (3 * bits))
  const sums = new Float64Array(3 * counts.length)
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) {
    if (!isMeant(pixel)) continue
    const [r, g, b] = [rgb[3 * pixel]!, rgb[3 * pixel + 1]!, rgb[3 * pixel + 2]!]
    const bin = ((r >> drop) << (2 * bits)) | ((g >> drop) << bits) | (b >> drop)
    counts[bin]!++
    sums[3 * bin]! += r
    sums[3 * bin + 1]! += g
    sums[3 * bin + 2]! += b
  }
  return Array.from(counts.keys())
    .filter((bin) => counts[bin]! > 0)
    .map((bin) => {
      const count = counts[bin]!
      const mean = [0, 1, 2].map((axis) => sums[3 * bin + axis]! / count) as unknown as Rgb
      return { at: oklabOf(...(mean.map(Math.round) as unknown as Rgb)), rgb: mean, count }
    })
}

/** The commonest colours, each at least `apart` from those before. */
function firstCentres(bins: readonly Bin[]): Oklab[] {
  const centres: Oklab[] = []
  for (const { at } of bins.toSorted((a, b) => b.count - a.count)) {
    if (centres.length === mostFound) break
    if (centres.every((centre) => colourDistance(centre, at) >= apart)) centres.push(at)
  }
  return centres
}

/** The mean of what is nearest to each centre; far colours pull it no farther than a wide tolerance. */
function meansOf(bins: readonly Bin[], centres: readonly Oklab[]): Oklab[] {
  const sums = centres.map(() => [0, 0, 0, 0])
  for (const { at, count } of bins) {
    const k = nearestOf(at, centres)
    if (colourDistance(at, centres[k]!) > 2 * apart) continue
    const own = sums[k]!
    for (const axis of [0, 1, 2]) own[axis]! += at[axis]! * count
    own[3]! += count
  }
  return sums.map(([l, a, b, count], i) =>
    count! > 0 ? ([l! / count!, a! / count!, b! / count!] as const) : centres[i]!,
  )
}

function nearestOf(at: Oklab, centres: readonly Oklab[]): number {
  let [best, least] = [0, Infinity]
  for (const [k, centre] of centres.entries()) {
    const distance = colourDistance(at, centre)
    if (distance < least) [best, least] = [k, distance]
  }
  return best
}
