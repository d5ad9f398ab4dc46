import type { MessagePort } from 'node:worker_threads'
import type { JobName, Jobs } from '../../core/parallel/crew.ts'

/** What a thread of the crew is started with: `bell` counts the orders, and is what it waits on. */
export type CrewStart = { readonly port: MessagePort; readonly bell: Int32Array }

/** A job for every thread: `tally` holds the next part to take and the number of parts finished. */
export type CrewOrder = {
  /** Counts the orders, so that a late report on an earlier one is known. */
  readonly number: number
  readonly name: JobName
  readonly input: Jobs[JobName]['input']
  readonly parts: number
  readonly tally: Int32Array
}

export const nextPart = 0
export const finishedParts = 1

export type CrewReport = { readonly order: number; readonly part: number } & (
  | { readonly result: Jobs[JobName]['result'] }
  | { readonly error: Error }
)
