import { parentPort } from 'node:worker_threads'
import type { TaskOrder, TaskReport } from './task-messages.ts'
import { runTask } from './tasks.ts'

/** A worker thread: takes one task at a time. It is ended from outside when its task is cancelled. */
const port = parentPort
if (!port) throw new Error('task-worker runs as a worker thread only')

const leastMsBetweenReports = 50

port.on('message', ({ name, input }: TaskOrder) => {
  let reportedAt = 0
  const progress = (fraction: number, doing: string): void => {
    const now = Date.now()
    if (now - reportedAt < leastMsBetweenReports) return
    reportedAt = now
    port.postMessage({ kind: 'progress', fraction, doing } satisfies TaskReport)
  }
  runTask(name, input, { progress }).then(
    (outcome) => port.postMessage({ kind: 'outcome', outcome } satisfies TaskReport),
    (error: unknown) => port.postMessage({ kind: 'failure', error: asError(error) } satisfies TaskReport),
  )
})

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
