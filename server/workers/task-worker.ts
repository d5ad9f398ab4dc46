import { parentPort } from 'node:worker_threads'
import type { TaskOrder, TaskReport } from './task-messages.ts'
import { runTask, type TaskInput, type TaskName } from './tasks.ts'
import { usualThreads, withCrew } from './with-crew.ts'

/** A worker thread: takes one task at a time. It is ended from outside when its task is cancelled. */
const port = parentPort
if (!port) throw new Error('task-worker runs as a worker thread only')

const leastMsBetweenReports = 50

/** Tasks that measure one study many times over, which threads may share; any number of them gives the same bits. */
const shared: readonly TaskName[] = ['make-export', 'make-report', 'timeline-study', 'uncertainty-study']

/** A measurement without draws is done before a thread has started. */
const isShared = ({ name, input }: TaskOrder): boolean =>
  shared.includes(name) || (name === 'measure-study' && ((input as TaskInput<'measure-study'>).request.draws ?? 0) > 0)

port.on('message', (order: TaskOrder) => {
  const { name, input } = order
  let reportedAt = 0
  const progress = (fraction: number, doing: string): void => {
    const now = Date.now()
    if (now - reportedAt < leastMsBetweenReports) return
    reportedAt = now
    port.postMessage({ kind: 'progress', fraction, doing } satisfies TaskReport)
  }
  withCrew(isShared(order) ? usualThreads() : 1, ({ crew }) => runTask(name, input, { progress, crew })).then(
    (outcome) => port.postMessage({ kind: 'outcome', outcome } satisfies TaskReport),
    (error: unknown) => port.postMessage({ kind: 'failure', error: asError(error) } satisfies TaskReport),
  )
})

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
