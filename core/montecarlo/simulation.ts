import { drawnGround, type DrawOptions } from './drawn-ground.ts'
import type { DrawContext } from './draw-block.ts'
import type { UncertainLayer } from './displacement.ts'
import type { SharedLine } from './shared-lines.ts'
import { placer, summarizedCount, summarizer, type Summary } from './summary.ts'

/** The drawn values of every quantity of the summary, one row each, in the order of the draws. */
export type Simulation = {
  readonly rows: readonly Float64Array[]
  /** The quantities on the map that the draws lie around: the layers with lines that coincide laid onto one another. */
  readonly still: Float64Array
  readonly sharedLines: readonly SharedLine[]
  /** The number of the draw that each value of a row is of. */
  readonly numbers: Uint32Array
  /** Draws made. */
  readonly draws: number
  /** Draws in which the plan had no area; they are left out of the rows. */
  readonly degenerate: number
}

/**
 * Overlays the layers as they would lie in each of the draws and keeps what `summary` asks for. Draw n is the same for the
 * same seed whatever came before it and whichever thread makes it. All that were asked for are made: page, sheet, report
 * and tables ask for other quantities, and must not stop at other numbers.
 */
export function simulate(
  layers: readonly UncertainLayer[],
  summary: Summary,
  options: DrawOptions,
  work: DrawContext = {},
): Simulation {
  const { draws } = options
  const ground = drawnGround(layers, options, work)
  const count = summarizedCount(summary)
  const placesOfSet = ground.sets.map(placer(summary))
  const rows = Array.from({ length: count }, () => new Float64Array(draws))
  const kept = new Uint32Array(draws)
  let next = 0
  for (const { numbers, planM2, start, set, areaM2 } of ground.batches) {
    for (let i = 0; i < numbers.length; i++, next++) {
      kept[next] = numbers[i]!
      rows[0]![next] = planM2[i]!
      for (let k = start[i]!; k < start[i + 1]!; k++)
        for (const place of placesOfSet[set[k]!]!) rows[place]![next]! += areaM2[k]!
    }
  }
  const still = new Float64Array(count)
  summarizer(summary)(ground.still, still, 0)
  return {
    rows: rows.map((row) => row.subarray(0, next)),
    still,
    sharedLines: ground.sharedLines,
    numbers: kept.subarray(0, next),
    draws,
    degenerate: draws - next,
  }
}
