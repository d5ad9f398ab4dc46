import { availableParallelism } from 'node:os'
import type { Work } from '../../core/parallel/crew.ts'
import { keepAnswers } from './keep-answers.ts'

/** Threads of a command that says nothing of them. */
export const usualThreads = (): number => Math.min(4, availableParallelism())

/** Does a job with a crew of so many threads, itself counted, and lets the crew go. What the job asks twice is measured once. */
export async function withCrew<Result>(threads: number, job: (work: Work) => Promise<Result>): Promise<Result> {
  const memo = keepAnswers()
  if (threads < 2) return job({ memo })
  const { startCrew } = await import('./start-crew.ts')
  const crew = startCrew(threads)
  try {
    return await job({ crew, memo })
  } finally {
    await crew.close()
  }
}
