import { overlayJobs, type PoolFor } from '../overlay/pool.ts'
import type { TaskContextOf } from '../result/progress.ts'
import { drawBlock, type DrawJobs } from '../montecarlo/draw-block.ts'

/** All jobs that a pool of threads takes part in. */
const jobs = { ...overlayJobs, drawBlock } as const

export type Jobs = DrawJobs
export type JobName = keyof Jobs

/** Threads that do parts of any of the jobs. */
export type WorkerPool = PoolFor<Jobs>

/** The context of long work, with threads for any of the jobs. */
export type TaskContext = TaskContextOf<WorkerPool>

export function runJob<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  part: number,
): Jobs[Name]['result'] {
  const job = jobs[name] as (input: Jobs[Name]['input'], part: number) => Jobs[Name]['result']
  return job(input, part)
}
