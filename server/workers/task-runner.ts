import { fork, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { availableParallelism, constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { projectRoot } from '../config/project-root.ts'
import { drawsFit, laneOf, loadOf, secondsOf, turnOf } from './lanes.ts'
import type { TaskOrder, TaskReport } from './task-messages.ts'
import { fairQueue } from './task-queue.ts'
import type { TaskRunner, Lane, TaskName } from './tasks.ts'

/** The built process, also where the server itself runs from its source. */
const processFile = join(projectRoot, 'dist', 'server', 'task-process.js')
const heapLimitMB = 1024
const keptIdleMs = 60_000
const mostWaiting = 500
/** After so long a short task is taken for a long one, and no longer stands in the way of short ones. */
const shortMs = 2_000
const keptWords = 2_000
/** The server itself goes before both, so that it answers what it knows while they work. */
const priorities: Readonly<Record<Lane, number>> = {
  short: constants.priority.PRIORITY_BELOW_NORMAL,
  long: constants.priority.PRIORITY_LOW,
}
/** Shorter work is done before anybody has read how long it takes. */
const worthSayingS = 5

export type TaskRunnerSettings = {
  /** Folder in which the processes leave each other what they have measured; made here, and taken away in the end. */
  readonly answersIn: string
  /** Folder in which they keep what they have read of large files; it outlasts them. */
  readonly featuresIn?: string
  /** Long tasks at a time, and as many short ones beside them. */
  readonly processes?: number
  /** The end of a task by its name, in seconds, and what is said then. */
  readonly limitOf: (name: TaskName) => { readonly seconds: number; readonly late: Problem }
}

type Waiting = {
  readonly order: TaskOrder
  readonly work: TaskContext
  readonly turn: string
  readonly settle: (outcome: Outcome<unknown>) => void
  readonly fail: (error: Error) => void
}

type Hand = { readonly child: ChildProcess; idle?: NodeJS.Timeout }

/** The processes of one lane: those that do nothing, and how many tasks count against it. */
type Pool = { readonly idle: Hand[]; readonly queue: ReturnType<typeof fairQueue<Waiting>>; busy: number }

/**
 * Runs tasks in processes of their own, one task to a process, so that the server answers meanwhile and so that whatever
 * is cancelled, takes too long or takes too much memory ends at once, native code too. Processes start when they are first
 * needed, wait a minute for more, and are replaced where their task was ended. Long tasks yield to short ones, both to the
 * server.
 */
export function startTaskRunner({
  processes = Math.min(4, Math.max(2, availableParallelism())),
  limitOf,
  answersIn,
  featuresIn,
}: TaskRunnerSettings): TaskRunner {
  const all = new Set<Hand>()
  const pools: Readonly<Record<Lane, Pool>> = {
    short: { idle: [], queue: fairQueue(), busy: 0 },
    long: { idle: [], queue: fairQueue(), busy: 0 },
  }
  /** Short tasks that take long and stand in nobody's way any more; no more of them than of long ones. */
  let overdue = 0
  let isClosing = false

  function next(lane: Lane): void {
    const pool = pools[lane]
    while (pool.queue.length > 0 && pool.busy < processes) {
      const entry = pool.queue.next()!
      const hand = pool.idle.pop() ?? start(lane)
      clearTimeout(hand.idle)
      give(lane, hand, entry)
    }
  }

  function start(lane: Lane): Hand {
    const { BASILIA_TOKEN: _token, DATABASE_URL: _database, DATABASE_NODES: _nodes, ...env } = process.env
    const child = fork(processFile, featuresIn === undefined ? [answersIn] : [answersIn, featuresIn], {
      env,
      execArgv: [`--max-old-space-size=${heapLimitMB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const hand: Hand = { child }
    all.add(hand)
    child.once('exit', () => all.delete(hand))
    // A process that cannot be started or written to ends, and its task is answered then.
    child.on('error', () => child.kill('SIGKILL'))
    if (child.pid !== undefined) yieldToOthers(child.pid, priorities[lane])
    return hand
  }

  function give(lane: Lane, hand: Hand, entry: Waiting): void {
    const pool = pools[lane]
    const { child } = hand
    const { order, work, settle, fail } = entry
    const { seconds, late } = limitOf(order.name)
    let words = ''
    let isCounted = true
    pool.busy++
    const uncount = (): void => {
      if (isCounted) pool.busy--
      isCounted = false
    }
    const end = (ended: () => void): void => {
      ended()
      release(false)
    }
    let isOverdue = false
    const slow = setInterval(() => {
      if (isOverdue || overdue >= processes) return
      isOverdue = true
      overdue++
      uncount()
      next(lane)
    }, shortMs)
    if (lane === 'long') clearInterval(slow)
    const limit = setTimeout(() => end(() => settle(refused(late))), seconds * 1000)
    const onMessage = (report: TaskReport): void => {
      if (report.kind === 'progress') return work.progress?.(report.fraction, report.doing)
      if (report.kind === 'outcome') settle(report.outcome)
      else fail(report.error)
      release(true)
    }
    const onWords = (chunk: Buffer): void => void (words = (words + chunk.toString()).slice(-keptWords))
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void =>
      end(() => {
        if (isClosing) settle(refused(problem('job-cancelled')))
        else if (isMemoryEnd(code, signal)) settle(refused(problem('memory-exhausted')))
        else fail(new Error(`the process of ${order.name} ended with ${signal ?? code}: ${words}`))
      })
    const cancel = (): void => end(() => settle(refused(problem('job-cancelled'))))

    function release(isUsable: boolean): void {
      child.off('message', onMessage).off('exit', onExit)
      child.stderr?.off('data', onWords)
      work.signal?.removeEventListener('abort', cancel)
      clearInterval(slow)
      clearTimeout(limit)
      if (isOverdue) overdue--
      uncount()
      pool.queue.finish(entry)
      if (isUsable && child.connected) rest(lane, hand)
      else child.kill('SIGKILL')
      next(lane)
    }
    child.on('message', onMessage).on('exit', onExit)
    child.stderr?.on('data', onWords)
    work.signal?.addEventListener('abort', cancel, { once: true })
    hold(child)
    work.progress?.(0, '')
    child.send(order, (error) => {
      if (error) child.kill('SIGKILL')
    })
  }

  function rest(lane: Lane, hand: Hand): void {
    letGo(hand.child)
    pools[lane].idle.push(hand)
    hand.idle = setTimeout(() => {
      pools[lane].idle.splice(pools[lane].idle.indexOf(hand), 1)
      hand.child.kill('SIGKILL')
    }, keptIdleMs).unref()
  }

  return {
    async run(name, input, work = {}) {
      const load = await loadOf(input)
      const fits = drawsFit(load, limitOf(name).seconds)
      if (!fits.ok) return fits
      const lane = laneOf(name, input, load)
      const { queue } = pools[lane]
      if (work.signal?.aborted || isClosing) return refused(problem('job-cancelled'))
      const seconds = Math.round(secondsOf(load))
      if (seconds >= worthSayingS) work.expected?.(seconds)
      if (queue.length >= mostWaiting) return refused(problem('server-busy', { count: queue.length }))
      return new Promise((resolve, reject) => {
        const drop = (): void => {
          if (queue.drop(entry)) entry.settle(refused(problem('job-cancelled')))
        }
        // One signal may go with many tasks, and must not gather a listener from each.
        const atEnd =
          <Result>(resolved: (result: Result) => void) =>
          (result: Result): void => {
            work.signal?.removeEventListener('abort', drop)
            resolved(result)
          }
        const entry: Waiting = {
          order: { name, input },
          work,
          turn: turnOf(input),
          settle: atEnd(resolve as Waiting['settle']),
          fail: atEnd(reject),
        }
        work.signal?.addEventListener('abort', drop, { once: true })
        queue.add(entry)
        next(lane)
      })
    },
    state: () => ({ short: stateOf(pools.short), long: stateOf(pools.long) }),
    async close() {
      isClosing = true
      for (const { queue } of Object.values(pools))
        for (const entry of queue.clear()) entry.settle(refused(problem('job-cancelled')))
      await Promise.all([...all].map(({ child }) => ended(child)))
      await rm(answersIn, { recursive: true, force: true })
    },
  }
}

const stateOf = ({ busy, queue }: Pool) => ({ running: busy, waiting: queue.length })

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    hold(child)
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

/** Killed by its watch or by the machine, or given up by V8 or by native code that got no memory. */
const isMemoryEnd = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** A process that rests does not keep the server from ending. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  ;(child.stderr as (NodeJS.ReadableStream & { unref?: () => void }) | null)?.unref?.()
}

function yieldToOthers(pid: number, priority: number): void {
  try {
    setPriority(pid, priority)
  } catch {
    // It is only slower to answer then.
  }
}
