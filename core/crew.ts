import { overlayJobs, type CrewFor, type OverlayJobs } from './overlay/crew.ts'
import { drawBlock, type DrawnBlock, type Drawing } from './uncertainty/draw-block.ts'

/** All jobs that a crew of threads takes part in. */
const jobs = { ...overlayJobs, drawBlock } as const

export type Jobs = OverlayJobs & { readonly drawBlock: { readonly input: Drawing; readonly result: DrawnBlock } }
export type JobName = keyof Jobs

/** Threads that do parts of any of the jobs. */
export type Crew = CrewFor<Jobs>

export function runPart<Name extends JobName>(name: Name, input: Jobs[Name]['input'], part: number): Jobs[Name]['result'] {
  const job = jobs[name] as (input: Jobs[Name]['input'], part: number) => Jobs[Name]['result']
  return job(input, part)
}
