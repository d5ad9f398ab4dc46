import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { projectRoot } from '../config/project-root.ts'
import type { TaskOrder, TaskReport } from './task-messages.ts'
import type { Engine } from './tasks.ts'

/** The built worker, also where the server itself runs from its source. */
const workerFile = join(projectRoot, 'dist', 'server', 'task-worker.js')
const heapLimitMB = 1024

type Waiting = {
  readonly order: TaskOrder
  readonly work: Work
  readonly settle: (outcome: Outcome<unknown>) => void
  readonly fail: (error: Error) => void
}

/**
 * Runs tasks in worker threads, one task to a thread, so that the server answers meanwhile. Threads start when they
 * are first needed and are kept; the thread of a cancelled or broken task is ended and replaced.
 */
export function startWorkerEngine(threads = Math.min(4, Math.max(2, availableParallelism()))): Engine {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: Waiting[] = []
  let isClosing = false

  function next(): void {
    if (waiting.length === 0) return
    const worker = idle.pop() ?? (all.size < threads ? start() : undefined)
    if (worker) give(worker, waiting.shift()!)
  }

  function start(): Worker {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: heapLimitMB } })
    worker.unref()
    all.add(worker)
    return worker
  }

  function give(worker: Worker, { order, work, settle, fail }: Waiting): void {
    const onMessage = (report: TaskReport): void => {
      if (report.kind === 'progress') return work.progress?.(report.fraction, report.doing)
      if (report.kind === 'outcome') settle(report.outcome)
      else fail(report.error)
      release(true)
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') settle(refused(problem('memory-exhausted')))
      else fail(error)
      release(false)
    }
    const onExit = (code: number): void => {
      if (isClosing) settle(refused(problem('job-cancelled')))
      else fail(new Error(`a worker thread ended with ${code}`))
      release(false)
    }
    const cancel = (): void => {
      settle(refused(problem('job-cancelled')))
      release(false)
    }
    // One by one: removing all listeners at once would also remove those that Node itself needs for the next task.
    function release(isUsable: boolean): void {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      work.signal?.removeEventListener('abort', cancel)
      worker.unref()
      if (isUsable) idle.push(worker)
      else {
        all.delete(worker)
        void worker.terminate()
      }
      next()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    work.signal?.addEventListener('abort', cancel, { once: true })
    worker.ref()
    work.progress?.(0, '')
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(order)
  }

  return {
    run: (name, input, work = {}) =>
      new Promise((resolve, reject) => {
        if (work.signal?.aborted) return resolve(refused(problem('job-cancelled')))
        const drop = (): void => dropWaiting(entry)
        // One signal may go with many tasks, and must not gather a listener from each.
        const atEnd =
          <Result>(end: (result: Result) => void) =>
          (result: Result): void => {
            work.signal?.removeEventListener('abort', drop)
            end(result)
          }
        const entry: Waiting = {
          order: { name, input },
          work,
          settle: atEnd(resolve as Waiting['settle']),
          fail: atEnd(reject),
        }
        waiting.push(entry)
        work.signal?.addEventListener('abort', drop, { once: true })
        next()
      }),
    async close() {
      isClosing = true
      for (const entry of waiting.splice(0)) entry.settle(refused(problem('job-cancelled')))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }

  function dropWaiting(entry: Waiting): void {
    const place = waiting.indexOf(entry)
    if (place < 0) return
    waiting.splice(place, 1)
    entry.settle(refused(problem('job-cancelled')))
  }
}
