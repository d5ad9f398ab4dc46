import type { CrewFor, OverlayJobs } from '../overlay/crew.ts'
import { overlay } from '../overlay/overlay.ts'
import type { TaskContext } from '../result/progress.ts'
import { displacer, type Displaceable } from './displacement.ts'
import { tallied, tallier, type Tally } from './tally.ts'

/** Draws to be made, in parts of `blockDraws` draws from number `first` to `end` - 1. Plain data. */
export type Drawing = {
  readonly displaceable: Displaceable
  readonly tally: Tally
  readonly seed: number
  readonly first: number
  readonly end: number
}

/** The draws in which the plan had an area, by number, and what the tally found in each, one after the other. */
export type DrawnBlock = { readonly numbers: readonly number[]; readonly values: Float64Array }

/** The jobs of a simulation: those of its walks, and blocks of draws. */
export type DrawJobs = OverlayJobs & { readonly drawBlock: { readonly input: Drawing; readonly result: DrawnBlock } }

/** The context of a simulation. */
export type DrawContext = TaskContext<CrewFor<DrawJobs>>

/** Draws of one part: few enough to be cancelled between parts, and to keep threads busy to the end. */
const blockDraws = 10

export const drawingBlocks = ({ first, end }: Drawing): number => Math.ceil((end - first) / blockDraws)

export function drawBlock({ displaceable, tally, seed, first, end }: Drawing, part: number): DrawnBlock {
  const displaced = displacer(displaceable)
  const write = tallier(tally)
  const count = tallied(tally)
  const from = first + part * blockDraws
  const to = Math.min(end, from + blockDraws)
  const values = new Float64Array((to - from) * count)
  const numbers: number[] = []
  for (let draw = from; draw < to; draw++) {
    const drawn = overlay(displaced(seed, draw))
    if (drawn.planM2 > 0) write(drawn, values, (numbers.push(draw) - 1) * count)
  }
  return { numbers, values }
}
