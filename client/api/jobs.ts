import { json } from './json.ts'
import { problemFrom, unreachable, type Answer, type PageProblem } from './page-problem.ts'

export type Job = {
  readonly id: string
  readonly kind: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: number
  readonly message?: string
  /** About how many seconds the work takes once it runs, where that is long. */
  readonly expectedS?: number
  readonly result?: unknown
  readonly error?: unknown
}

type Waiting = {
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((fraction: number, expectedS?: number) => void) | undefined
}

const pollMs = 300

export const isJob = (answer: unknown): answer is Job =>
  typeof answer === 'object' && answer !== null && 'state' in answer && 'kind' in answer

/** Waits for a job's result. An aborted wait cancels the job and rejects with an `AbortError`. */
export async function awaitJob<T>(first: Job, { signal, progress }: Waiting): Promise<Answer<T>> {
  const address = `/api/jobs/${encodeURIComponent(first.id)}`
  for (let job = first; ;) {
    if (job.state === 'done') return { ok: true, value: job.result as T }
    if (job.state === 'failed' || job.state === 'cancelled') return { ok: false, problem: jobProblem(job) }
    progress?.(job.progress, job.expectedS)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    if (signal?.aborted) {
      await fetch(address, { method: 'DELETE' }).catch(() => null)
      signal.throwIfAborted()
    }
    const response = await fetch(address).catch(() => null)
    if (response === null) return { ok: false, problem: unreachable }
    const answer = await json(response)
    if (!response.ok || !isJob(answer)) return { ok: false, problem: problemFrom(response.status, answer) }
    job = answer
  }
}

const jobProblem = (job: Job): PageProblem =>
  job.error === undefined ? { code: 'job-cancelled', detail: '', values: {}, more: {} } : problemFrom(500, job.error)
