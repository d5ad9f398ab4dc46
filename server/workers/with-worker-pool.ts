import { availableParallelism } from 'node:os'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { keepAnswers } from './keep-answers.ts'

/** Threads of a command that says nothing of them. */
export const usualThreads = (): number => Math.min(4, availableParallelism())

/** Does a job with a pool of so many threads, itself counted, and closes the pool. What the job asks twice is measured once. */
export async function withWorkerPool<Result>(
  threads: number,
  job: (work: TaskContext) => Promise<Result>,
): Promise<Result> {
  const memo = keepAnswers()
  if (threads < 2) return job({ memo })
  const { startWorkerPool } = await import('./start-worker-pool.ts')
  const pool = startWorkerPool(threads)
  try {
    return await job({ pool, memo })
  } finally {
    await pool.close()
  }
}
