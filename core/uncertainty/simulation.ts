import { overlay, type Overlay } from '../overlay/overlay.ts'
import type { Work } from '../progress.ts'
import { displacements, type UncertainLayer } from './displacement.ts'
import { quantile } from './quantiles.ts'

export type DrawOptions = { readonly draws: number; readonly seed: number }

/** The drawn values of every quantity, one row each, in the order of the draws. */
export type Simulation = {
  readonly rows: readonly Float64Array[]
  /** Draws made: fewer than asked for where the intervals stood firm before. */
  readonly draws: number
  /** Draws in which the plan had no area; they are left out of the rows. */
  readonly degenerate: number
}

const batch = 100
/** The draws suffice when the 95 % error of both ends of every interval is below this part of the spread. */
const firmEnough = 0.2

/**
 * Overlays the layers as they would lie in each of the draws and keeps the `count` quantities of each. Draw n is the
 * same for the same seed whatever came before it. Stops at a multiple of 100 draws when every interval stands firm.
 */
export function simulate(
  layers: readonly UncertainLayer[],
  count: number,
  quantities: (drawn: Overlay) => ArrayLike<number>,
  { draws, seed }: DrawOptions,
  work: Work = {},
): Simulation {
  const displaced = displacements(layers)
  const rows = Array.from({ length: count }, () => new Float64Array(draws))
  let kept = 0
  let made = 0
  while (made < draws) {
    const drawn = overlay(displaced(seed, made++))
    if (drawn.planM2 > 0) {
      const values = quantities(drawn)
      for (let row = 0; row < count; row++) rows[row]![kept] = values[row]!
      kept++
    }
    if (made % batch === 0) {
      work.signal?.throwIfAborted()
      work.progress?.(made / draws, 'drawing')
      if (made < draws && rows.every((row) => standsFirm(row.subarray(0, kept)))) break
    }
  }
  return { rows: rows.map((row) => row.subarray(0, kept)), draws: made, degenerate: made - kept }
}

/** By the order statistics that bound a percentile with 95 % probability, whatever the distribution. */
function standsFirm(draws: Float64Array): boolean {
  const ascending = draws.toSorted()
  const mean = ascending.reduce((sum, value) => sum + value, 0) / ascending.length
  const sd = Math.sqrt(ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ascending.length)
  const reach = 1.96 * Math.sqrt((0.025 * 0.975) / ascending.length)
  return [0.025, 0.975].every((p) => {
    const halfWidth = (quantile(ascending, Math.min(1, p + reach)) - quantile(ascending, Math.max(0, p - reach))) / 2
    return halfWidth <= firmEnough * sd
  })
}
