import { overlay, partsOf, type Overlay } from '../overlay/overlay.ts'
import { displaceable, type UncertainLayer } from './displacement.ts'
import {
  drawBlock,
  drawingBlocks,
  setNumbers,
  type ClassSet,
  type DrawContext,
  type DrawnBlock,
  type Drawing,
} from './draw-block.ts'
import type { SharedLine } from './shared-lines.ts'

export type DrawOptions = { readonly draws: number; readonly seed: number }

/** The ground of layers as they would lie in each of the draws. */
export type DrawnGround = {
  /** In the order of the draws; `set` counts in the sets below. */
  readonly batches: readonly Omit<DrawnBlock, 'sets'>[]
  readonly sets: readonly ClassSet[]
  /** On the map that the draws lie around: the layers with lines that coincide laid onto one another. */
  readonly still: Overlay
  readonly sharedLines: readonly SharedLine[]
}

const batchDraws = 100

/** Draws the layers, or recalls their draws: they are the same whatever is asked of them. */
export function drawnGround(layers: readonly UncertainLayer[], options: DrawOptions, work: DrawContext): DrawnGround {
  const { memo } = work
  if (!memo) return draw(layers, options, work)
  const errors = layers.flatMap(({ accuracyM, source, placed, swelling }) => [
    accuracyM,
    source,
    JSON.stringify([placed ?? null, swelling ?? null]),
  ])
  const question = ['draws', options.draws, options.seed, ...errors, ...partsOf(layers.map(({ layer }) => layer))]
  return memo(question, () => draw(layers, options, work))
}

function draw(layers: readonly UncertainLayer[], { draws, seed }: DrawOptions, work: DrawContext): DrawnGround {
  const ready = displaceable(layers, work.pool?.isShared)
  const sets = setNumbers()
  const batches: DrawnGround['batches'][number][] = []
  for (let first = 0; first < draws; first += batchDraws) {
    const drawing = { displaceable: ready, seed, first, end: Math.min(draws, first + batchDraws) }
    batches.push(joined(drawnBlocks(drawing, draws, work), sets.numberOf))
  }
  return {
    batches,
    sets: sets.all,
    still: overlay(ready.layers.map(({ layer }) => layer)),
    sharedLines: ready.sharedLines,
  }
}

function drawnBlocks(drawing: Drawing, draws: number, { signal, progress, pool }: DrawContext): readonly DrawnBlock[] {
  const blocks = drawingBlocks(drawing)
  const step = (part: number): void => {
    signal?.throwIfAborted()
    progress?.((drawing.first + (part / blocks) * (drawing.end - drawing.first)) / draws, 'page.work.drawing')
  }
  step(0)
  if (pool?.isShared) return pool.runAll('drawBlock', drawing, blocks)
  return Array.from({ length: blocks }, (_, part) => {
    step(part)
    return drawBlock(drawing, part)
  })
}

/** Blocks one after the other. */
function joined(blocks: readonly DrawnBlock[], numberOf: (set: ClassSet) => number): DrawnGround['batches'][number] {
  const draws = blocks.reduce((sum, own) => sum + own.numbers.length, 0)
  const grounds = blocks.reduce((sum, own) => sum + own.set.length, 0)
  const batch = {
    numbers: new Uint32Array(draws),
    planM2: new Float64Array(draws),
    start: new Uint32Array(draws + 1),
    set: new Uint32Array(grounds),
    areaM2: new Float64Array(grounds),
  }
  let nextDraw = 0
  let nextGround = 0
  for (const { numbers: own, planM2, start, set, areaM2, sets } of blocks) {
    const numberOfSet = sets.map(numberOf)
    batch.numbers.set(own, nextDraw)
    batch.planM2.set(planM2, nextDraw)
    batch.areaM2.set(areaM2, nextGround)
    for (let k = 0; k < set.length; k++) batch.set[nextGround + k] = numberOfSet[set[k]!]!
    for (let i = 1; i < start.length; i++) batch.start[nextDraw + i] = nextGround + start[i]!
    nextDraw += own.length
    nextGround += set.length
  }
  return batch
}
