import { overlay } from '../overlay/overlay.ts'
import type { DrawContext } from './draw-block.ts'
import { displaceable, type UncertainLayer } from './displacement.ts'
import { drawBlock, drawingBlocks, type DrawnBlock, type Drawing } from './draw-block.ts'
import type { SharedLine } from './shared-lines.ts'
import { tallied, tallier, type Tally } from './tally.ts'

export type DrawOptions = { readonly draws: number; readonly seed: number }

/** The drawn values of every quantity of the tally, one row each, in the order of the draws. */
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

const batch = 100

/**
 * Overlays the layers as they would lie in each of the draws and keeps what `tally` asks for. Draw n is the same for the
 * same seed whatever came before it and whichever thread makes it. All that were asked for are made: page, sheet, report
 * and tables ask for other quantities, and must not stop at other numbers.
 */
export function simulate(
  layers: readonly UncertainLayer[],
  tally: Tally,
  { draws, seed }: DrawOptions,
  work: DrawContext = {},
): Simulation {
  const count = tallied(tally)
  const ready = displaceable(layers, work.crew?.isShared)
  const rows = Array.from({ length: count }, () => new Float64Array(draws))
  const numbers = new Uint32Array(draws)
  let kept = 0
  for (let first = 0; first < draws; first += batch) {
    const drawing = { displaceable: ready, tally, seed, first, end: Math.min(draws, first + batch) }
    for (const block of drawnBlocks(drawing, draws, work)) {
      for (const [i, number] of block.numbers.entries()) {
        for (let row = 0; row < count; row++) rows[row]![kept] = block.values[i * count + row]!
        numbers[kept++] = number
      }
    }
  }
  const still = new Float64Array(count)
  tallier(tally)(overlay(ready.layers.map(({ layer }) => layer)), still, 0)
  return {
    rows: rows.map((row) => row.subarray(0, kept)),
    still,
    sharedLines: ready.sharedLines,
    numbers: numbers.subarray(0, kept),
    draws,
    degenerate: draws - kept,
  }
}

function drawnBlocks(drawing: Drawing, draws: number, { signal, progress, crew }: DrawContext): readonly DrawnBlock[] {
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
