import type { ColourChoices } from './colour-choices.ts'
import { findRegions, type Ground } from './find-regions.ts'
import type { HealedGrid } from './heal.ts'
import type { Pixels } from './pixel-grid.ts'
import type { TracedRegion } from './trace-regions.ts'

/** How sure the area of a class is, of what its colour says. */
export type ColourDoubt = {
  readonly outlinePx: number
  readonly byTolerancePixels: number
  readonly byHealingPixels: number
  readonly outlineSdPx: number
}

/** Others might have chosen a tolerance or a healing width so many times smaller or larger. */
const tolerances = [0.75, 4 / 3]
const widths = [2 / 3, 3 / 2]
/** How far the line that a map means may be from where its colours change, each way, in pixels. */
const halfPx = 0.5
/**
 * Part of such a change that is a standard deviation: between two that made maps were tried with, of which 0.58 held the truth too
 * seldom (91.7 %) and 1 too often (98.7 %). It was not run itself; see docs/coverage.md.
 */
const deviation = 0.75

/**
 * How far the area of each class moves where it is found with another tolerance or healing width, and what that is as a move of its
 * outline: the largest change of each, and half a pixel, err on their own; three quarters of them together, divided by the
 * length of the outline, are its standard deviation. Lines between two classes move with both, so that each has the half of the variance.
 */
export function colourDoubt(
  pixels: Pixels,
  choices: ColourChoices,
  ground: Ground,
  found: HealedGrid,
  regions: readonly TracedRegion[],
  step: () => void,
): readonly ColourDoubt[] {
  const own = countsOf(found)
  const mostMoved = (others: readonly ColourChoices[]): Float64Array => {
    const most = new Float64Array(own.length)
    for (const other of others) {
      step()
      const counts = countsOf(findRegions(pixels, other, ground).healed)
      for (const label of most.keys()) most[label] = Math.max(most[label]!, Math.abs(counts[label]! - own[label]!))
    }
    return most
  }
  const byTolerance = mostMoved(tolerances.map((times) => ({ ...choices, tolerance: times * choices.tolerance })))
  const byHealing =
    choices.healPx === 0
      ? new Float64Array(own.length)
      : mostMoved(widths.map((times) => ({ ...choices, healPx: times * choices.healPx })))
  return choices.classes.map((_, i) => {
    const label = i + 1
    const outlinePx = regions.reduce((sum, region) => sum + (region.label === label ? outlineOf(region) : 0), 0)
    const [byTolerancePixels, byHealingPixels] = [byTolerance[label]!, byHealing[label]!]
    const movedPx = outlinePx > 0 ? Math.hypot(byTolerancePixels, byHealingPixels) / outlinePx : 0
    const outlineSdPx = Math.hypot(movedPx, halfPx) * deviation * Math.SQRT1_2
    return { outlinePx: rounded(outlinePx), byTolerancePixels, byHealingPixels, outlineSdPx: rounded(outlineSdPx) }
  })
}

const rounded = (value: number): number => Number(value.toPrecision(6))

function countsOf({ labels }: HealedGrid): Float64Array {
  const counts = new Float64Array(256)
  for (const label of labels) counts[label]!++
  return counts
}

function outlineOf({ rings }: TracedRegion): number {
  let length = 0
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++)
      length += Math.hypot(ring[i + 1]![0] - ring[i]![0], ring[i + 1]![1] - ring[i]![1])
  return length
}
