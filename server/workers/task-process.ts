import '../../core/i18n/every-language.ts'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { refused } from '../../core/result/outcome.ts'
import { projectRoot } from '../config/project-root.ts'
import { storageProblem } from '../database/database-problem.ts'
import { answerFolder } from '../store/answer-folder.ts'
import { keepFeaturesIn } from '../store/layer-features.ts'
import { keepAnswers } from './keep-answers.ts'
import type { TaskOrder, TaskReport, WatchStart } from './task-messages.ts'
import { runTask, type TaskInput, type TaskName } from './tasks.ts'
import { usualThreads, withWorkerPool } from './with-worker-pool.ts'

/** A process that does one task at a time. It is killed from outside when its task is cancelled. */
const send = process.send?.bind(process) as ((report: TaskReport) => boolean) | undefined
if (!send) throw new Error('task-process runs as a child of the server only')

const leastMsBetweenReports = 50
const mostBytes = 2_000_000_000
const [, , answersIn, featuresIn] = process.argv
if (answersIn === undefined) throw new Error('task-process is told where answers are kept')
const answers = keepAnswers({ folder: answerFolder(answersIn) })
if (featuresIn !== undefined) keepFeaturesIn(featuresIn)

const workerData: WatchStart = { parent: process.ppid, mostBytes }
new Worker(join(projectRoot, 'dist', 'threads', 'watch-thread.js'), { workerData }).unref()
process.once('disconnect', () => process.exit(0))

/** Tasks that measure one study many times over, which threads may share; any number of them gives the same bits. */
const shared: readonly TaskName[] = ['make-export', 'make-report', 'timeline-study', 'uncertainty-study']

/** Tasks that read files, of which no two ask the same. */
const reading: ReadonlySet<TaskName> = new Set([
  'import-layer',
  'import-series',
  'update-layer',
  'start-drawing',
  'redraw-layer',
  'resettle-series',
  'spread-layer',
  'check-layer',
  'place-picture',
])

/** A measurement without draws is done before a thread has started. */
const isShared = ({ name, input }: TaskOrder): boolean =>
  shared.includes(name) || (name === 'measure-study' && ((input as TaskInput<'measure-study'>).request.draws ?? 0) > 0)

process.on('message', (order: TaskOrder) => {
  const { name, input } = order
  let reportedAt = 0
  const progress = (fraction: number, doing: string): void => {
    const now = Date.now()
    if (now - reportedAt < leastMsBetweenReports) return
    reportedAt = now
    send({ kind: 'progress', fraction, doing })
  }
  const threads = isShared(order) ? usualThreads() : 1
  const memo = reading.has(name) ? undefined : answers
  withWorkerPool(threads, ({ pool }) => runTask(name, input, { progress, pool, memo })).then(
    (outcome) => send({ kind: 'outcome', outcome }),
    (error: unknown) => {
      // The code of an error does not travel between processes, so what the disk refused is told as a problem here.
      const fault = storageProblem(error)
      send(fault ? { kind: 'outcome', outcome: refused(fault) } : { kind: 'failure', error: asError(error) })
    },
  )
})

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
