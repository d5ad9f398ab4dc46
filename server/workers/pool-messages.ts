import type { MessagePort } from 'node:worker_threads'
import type { JobName, Jobs } from '../../core/parallel/worker-pool.ts'

/** What a thread of the pool is started with: `bell` counts the orders, and is what it waits on. */
export type PoolStart = { readonly port: MessagePort; readonly bell: Int32Array }

/** A job for every thread: `summary` holds the next part to take and the number of parts finished. */
export type PoolOrder = {
  /** Counts the orders, so that a late report on an earlier one is known. */
  readonly number: number
  readonly name: JobName
  readonly input: Jobs[JobName]['input']
  readonly parts: number
  readonly summary: Int32Array
}

export const nextPart = 0
export const finishedParts = 1

export type PoolReport = { readonly order: number; readonly part: number } & (
  | { readonly result: Jobs[JobName]['result'] }
  | { readonly error: Error }
)
