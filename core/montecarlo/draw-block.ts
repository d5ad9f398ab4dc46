import type { PoolFor, OverlayJobs } from '../overlay/pool.ts'
import { overlay } from '../overlay/overlay.ts'
import type { TaskContextOf } from '../result/progress.ts'
import { displacer, type Displaceable } from './displacement.ts'

/** Draws to be made, in parts of `blockDraws` draws from number `first` to `end` - 1. Plain data. */
export type Drawing = {
  readonly displaceable: Displaceable
  readonly seed: number
  readonly first: number
  readonly end: number
}

/** Sets of classes that cover ground, layer by layer after the plan. */
export type ClassSet = readonly (readonly number[])[]

/**
 * The ground of the draws in which the plan had an area, draw after draw: of each its number, the area of its plan, and
 * from `start` to the next the sets of classes that cover ground in it, by their places in `sets`, with their areas. As the
 * walk gave it, and nothing summed up, so that whoever asks for other quantities need not draw again.
 */
export type DrawnBlock = {
  readonly numbers: Uint32Array
  readonly planM2: Float64Array
  readonly start: Uint32Array
  readonly set: Uint32Array
  readonly areaM2: Float64Array
  readonly sets: readonly ClassSet[]
}

/** The jobs of a simulation: those of its walks, and blocks of draws. */
export type DrawJobs = OverlayJobs & { readonly drawBlock: { readonly input: Drawing; readonly result: DrawnBlock } }

/** The context of a simulation. */
export type DrawContext = TaskContextOf<PoolFor<DrawJobs>>

/** Draws of one part: few enough to be cancelled between parts, and to keep threads busy to the end. */
const blockDraws = 10

export const drawingBlocks = ({ first, end }: Drawing): number => Math.ceil((end - first) / blockDraws)

export function drawBlock({ displaceable, seed, first, end }: Drawing, part: number): DrawnBlock {
  const displaced = displacer(displaceable)
  const from = first + part * blockDraws
  const numbers: number[] = []
  const planM2: number[] = []
  const start = [0]
  const set: number[] = []
  const areaM2: number[] = []
  const sets = setNumbers()
  for (let draw = from; draw < Math.min(end, from + blockDraws); draw++) {
    const drawn = overlay(displaced(seed, draw))
    if (!(drawn.planM2 > 0)) continue
    numbers.push(draw)
    planM2.push(drawn.planM2)
    for (const { classes, areaM2: own } of drawn.combinations) {
      set.push(sets.numberOf(classes.slice(1)))
      areaM2.push(own)
    }
    start.push(set.length)
  }
  return {
    numbers: Uint32Array.from(numbers),
    planM2: Float64Array.from(planM2),
    start: Uint32Array.from(start),
    set: Uint32Array.from(set),
    areaM2: Float64Array.from(areaM2),
    sets: sets.all,
  }
}

/** Numbers sets of classes as they come. */
export function setNumbers(): { readonly all: readonly ClassSet[]; readonly numberOf: (set: ClassSet) => number } {
  const all: ClassSet[] = []
  const known = new Map<string, number>()
  return {
    all,
    numberOf(set) {
      const key = set.join(';')
      const before = known.get(key)
      if (before !== undefined) return before
      known.set(key, all.length)
      return all.push(set) - 1
    },
  }
}
