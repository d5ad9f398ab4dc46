import { fillBlock, type Filling } from '../geometry/chain-term.ts'
import type { TaskContextOf } from '../result/progress.ts'
import { meet, type Meeting, type Met } from './meeting.ts'
import { sumBlock, type BlockSums, type Summing } from './sum-block.ts'

/** Work that falls into parts which need nothing of one another. Input and results are plain data. */
export const overlayJobs = { meet, fillBlock, sumBlock } as const

export type OverlayJobs = {
  readonly meet: { readonly input: Meeting; readonly result: Met }
  readonly fillBlock: { readonly input: Filling; readonly result: number }
  readonly sumBlock: { readonly input: Summing; readonly result: BlockSums }
}

/** Jobs by name: what each takes and what one part of it gives. */
type JobTypes<Jobs> = { readonly [Name in keyof Jobs]: { readonly input: unknown; readonly result: unknown } }

/** Runs all parts of a job, wherever and in whatever order; the results stand in the order of the parts. */
export type PoolFor<Jobs extends JobTypes<Jobs>> = {
  /** Whether threads take part, so that what they read should lie in shared memory. */
  readonly isShared: boolean
  runAll<Name extends keyof Jobs>(name: Name, input: Jobs[Name]['input'], parts: number): Jobs[Name]['result'][]
}

/** The context of a walk. */
export type OverlayContext = TaskContextOf<PoolFor<OverlayJobs>>

/** This thread alone. */
export const alone: PoolFor<OverlayJobs> = {
  isShared: false,
  runAll<Name extends keyof OverlayJobs>(name: Name, input: OverlayJobs[Name]['input'], parts: number) {
    const job = overlayJobs[name] as (input: OverlayJobs[Name]['input'], part: number) => OverlayJobs[Name]['result']
    return Array.from({ length: parts }, (_, part) => job(input, part))
  },
}
