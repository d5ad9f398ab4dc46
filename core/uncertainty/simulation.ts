import type { Work } from '../progress.ts'
import { displaceable, type UncertainLayer } from './displacement.ts'
import { drawBlock, drawingBlocks, type DrawnBlock, type Drawing } from './draw-block.ts'
import { quantile } from './quantiles.ts'
import { tallied, type Tally } from './tally.ts'

export type DrawOptions = { readonly draws: number; readonly seed: number }

/** The drawn values of every quantity of the tally, one row each, in the order of the draws. */
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
 * Overlays the layers as they would lie in each of the draws and keeps what `tally` asks for. Draw n is the same for the
 * same seed whatever came before it and whichever thread makes it. Stops at a multiple of 100 draws when every interval
 * stands firm.
 */
export function simulate(
  layers: readonly UncertainLayer[], tally: Tally, { draws, seed }: DrawOptions, work: Work = {},
): Simulation {
  const count = tallied(tally)
  const ready = displaceable(layers, work.crew?.isShared)
  const rows = Array.from({ length: count }, () => new Float64Array(draws))
  let kept = 0
  let made = 0
  while (made < draws) {
    const drawing = { displaceable: ready, tally, seed, first: made, end: Math.min(draws, made + batch) }
    for (const block of drawnBlocks(drawing, draws, work)) {
      for (let i = 0; i < block.kept; i++, kept++) {
        for (let row = 0; row < count; row++) rows[row]![kept] = block.values[i * count + row]!
      }
    }
    made = drawing.end
    if (made % batch === 0 && made < draws && rows.every((row) => standsFirm(row.subarray(0, kept)))) break
  }
  return { rows: rows.map((row) => row.subarray(0, kept)), draws: made, degenerate: made - kept }
}

function drawnBlocks(drawing: Drawing, draws: number, { signal, progress, crew }: Work): readonly DrawnBlock[] {
  const blocks = drawingBlocks(drawing)
  const step = (part: number): void => {
    signal?.throwIfAborted()
    progress?.((drawing.first + (part / blocks) * (drawing.end - drawing.first)) / draws, 'page.work.drawing')
  }
  step(0)
  if (crew?.isShared) return crew.runAll('drawBlock', drawing, blocks)
  return Array.from({ length: blocks }, (_, part) => {
    step(part)
    return drawBlock(drawing, part)
  })
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
