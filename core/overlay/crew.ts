import { fillBlock, type Filling } from '../area/chain-term.ts'
import { meet, type Meeting, type Met } from './meeting.ts'
import { sumBlock, type BlockSums, type Summing } from './sum-block.ts'

/** Work that falls into parts which need nothing of one another. Input and results are plain data. */
export const jobs = { meet, fillBlock, sumBlock } as const

export type Jobs = {
  readonly meet: { readonly input: Meeting; readonly result: Met }
  readonly fillBlock: { readonly input: Filling; readonly result: number }
  readonly sumBlock: { readonly input: Summing; readonly result: BlockSums }
}
export type JobName = keyof Jobs

/** Runs all parts of a job, wherever and in whatever order; the results stand in the order of the parts. */
export type Crew = {
  /** Whether threads take part, so that what they read should lie in shared memory. */
  readonly isShared: boolean
  runAll<Name extends JobName>(name: Name, input: Jobs[Name]['input'], parts: number): Jobs[Name]['result'][]
}

export function runPart<Name extends JobName>(name: Name, input: Jobs[Name]['input'], part: number): Jobs[Name]['result'] {
  const job = jobs[name] as (input: Jobs[Name]['input'], part: number) => Jobs[Name]['result']
  return job(input, part)
}

/** This thread alone. */
export const alone: Crew = {
  isShared: false,
  runAll: (name, input, parts) => Array.from({ length: parts }, (_, part) => runPart(name, input, part)),
}
