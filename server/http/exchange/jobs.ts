import { randomUUID } from 'node:crypto'
import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { isMessageKey, translate } from '../../../core/i18n/translate.ts'
import { storageProblem } from '../../database/database-problem.ts'
import type { ServerLog } from './server-log.ts'

type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** Work that goes on after its request was answered. `value` is there once the state is `done`. */
export type Job<T> = {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  /** 0 to 1. */
  readonly progress: number
  readonly message: string
  /** About how many seconds the work takes once it runs, where it is long. */
  readonly expectedS?: number
  readonly value?: T
  readonly problem?: Problem
}

export type StartedJob<T> = {
  readonly id: string
  readonly finished: Promise<Outcome<T>>
  /** Whoever started it no longer wants it; work that nobody wants is cancelled. */
  readonly leave: () => void
  /** The job as it stands, which can be found by its id from now on, also after it has ended. */
  readonly tell: () => Job<T>
}

const keptMs = 3_600_000
const mostKept = 100

type Entry<T> = {
  job: Job<T>
  readonly key: string
  readonly cancelling: AbortController
  readonly watchers: Set<(job: Job<T>) => void>
  readonly finished: Promise<Outcome<T>>
  wantedBy: number
  isReported: boolean
  readonly beganAt: number
  endedAt: number | null
}

export type Jobs<T> = ReturnType<typeof keepJobs<T>>

/**
 * The work going on, and for an hour what came of it where somebody was told of the job. Work asked for twice at the same time is done once. A job never
 * rejects: a bug of ours is reported and becomes the problem `internal`.
 */
export function keepJobs<T>(log: Pick<ServerLog, 'bug' | 'job'>) {
  const entries = new Map<string, Entry<T>>()

  function update(entry: Entry<T>, change: Partial<Job<T>>): void {
    entry.job = { ...entry.job, ...change }
    for (const watch of entry.watchers) watch(entry.job)
  }

  function join(entry: Entry<T>): StartedJob<T> {
    entry.wantedBy++
    const leave = (): void => {
      entry.wantedBy--
      if (entry.wantedBy === 0) entry.cancelling.abort()
    }
    const tell = (): Job<T> => {
      entry.isReported = true
      entries.set(entry.job.id, entry)
      return entry.job
    }
    return { id: entry.job.id, finished: entry.finished, leave, tell }
  }

  function end(entry: Entry<T>, change: Partial<Job<T>>): void {
    entry.endedAt = Date.now()
    update(entry, change)
    const { id, kind, state, problem: fault } = entry.job
    log.job({ id, kind, state, ms: entry.endedAt - entry.beganAt, code: fault?.code })
    if (!entry.isReported) entries.delete(entry.job.id)
  }

  function forgetOld(): void {
    const ended = [...entries.values()].filter(({ endedAt }) => endedAt !== null)
    const surplus = ended.length - mostKept
    ended.forEach(({ job, endedAt }, i) => {
      if (i < surplus || Date.now() - endedAt! > keptMs) entries.delete(job.id)
    })
  }

  return {
    /** Starts `run`, or joins the work that was started under the same `key` and has not ended. */
    start(kind: string, key: string, run: (work: TaskContext) => Promise<Outcome<T>>): StartedJob<T> {
      forgetOld()
      const same = [...entries.values()].find(
        (entry) => entry.key === key && entry.endedAt === null && !entry.cancelling.signal.aborted,
      )
      if (same) return join(same)
      const id = randomUUID()
      const cancelling = new AbortController()
      const progress = (fraction: number, doing: string): void => {
        update(entry, {
          state: 'running',
          progress: fraction,
          message: isMessageKey(doing) ? translate('en', doing) : doing,
        })
      }
      // The work begins once the entry stands.
      const finished = Promise.resolve()
        .then(() => run({ signal: cancelling.signal, progress, expected: (expectedS) => update(entry, { expectedS }) }))
        .then(
          (outcome) => {
            const isCancelled = !outcome.ok && outcome.problem.code === 'job-cancelled'
            if (outcome.ok) end(entry, { state: 'done', progress: 1, value: outcome.value })
            else end(entry, { state: isCancelled ? 'cancelled' : 'failed', problem: outcome.problem })
            return outcome
          },
          (error: unknown) => {
            const refusedByStorage = storageProblem(error)
            if (!refusedByStorage) log.bug(error, id)
            const fault = refusedByStorage ?? problem('internal', { requestId: id })
            end(entry, { state: 'failed', problem: fault })
            return refused(fault)
          },
        )
      const job: Job<T> = { id, kind, state: 'queued', progress: 0, message: '' }
      const entry: Entry<T> = {
        job,
        key,
        cancelling,
        watchers: new Set(),
        finished,
        wantedBy: 0,
        isReported: false,
        beganAt: Date.now(),
        endedAt: null,
      }
      entries.set(id, entry)
      return join(entry)
    },

    find(id: string): Outcome<Job<T>> {
      const entry = entries.get(id)
      return entry ? { ok: true, value: entry.job } : refused(problem('job-not-found', { id }))
    },

    /** Stops the work; what it had done so far is left nowhere. A job that has ended stays as it is. */
    async cancel(id: string): Promise<Outcome<Job<T>>> {
      const entry = entries.get(id)
      if (!entry) return refused(problem('job-not-found', { id }))
      entry.cancelling.abort()
      await entry.finished
      return { ok: true, value: entry.job }
    },

    /** Tells every change of the job until the returned function is called. */
    watch(id: string, watcher: (job: Job<T>) => void): () => void {
      const watchers = entries.get(id)?.watchers
      watchers?.add(watcher)
      return () => void watchers?.delete(watcher)
    },
  }
}
