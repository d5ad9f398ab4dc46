import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../../config/project-root.ts'
import type { GdalAnswer, GdalRequest } from './gdal-dataset.ts'
import type { GdalReport } from './gdal-worker.ts'

/** The built worker, also where the server itself runs from its source. */
const workerFile = join(projectRoot, 'dist', 'threads', 'gdal-worker.js')
const idleMs = 20_000
const heapLimitBytes = 700_000_000

/** A broken file can keep GDAL busy for ever; a small one is given up within ten seconds. Sound ones take half a second per megabyte. */
const timeLimitMs = (bytes: number): number => 8_000 + bytes / 400

let running: Promise<Worker> | null = null
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Has GDAL read a dataset in a thread of its own: a file that breaks it, or keeps it busy for ever, ends that thread and
 * nothing else, and its memory is given back. The thread starts with the first request and ends when it has been idle.
 */
export function askGdal(request: GdalRequest): Promise<GdalAnswer> {
  const answer = last.then(() => ask(request))
  last = answer.catch(() => undefined)
  return answer
}

async function ask(request: GdalRequest): Promise<GdalAnswer> {
  clearTimeout(idle)
  const worker = await (running ??= start())
  const bytes = request.files.reduce((sum, file) => sum + file.bytes.length, 0)
  const report = await reportOf(worker, timeLimitMs(bytes), () => worker.postMessage(request, []))
  if (report.kind === 'answer' && report.heapBytes < heapLimitBytes) idle = setTimeout(end, idleMs).unref()
  else await end()
  if (report.kind === 'answer') return report.answer
  return { kind: 'failed', reason: report.kind === 'broken' ? report.reason : 'GDAL' }
}

async function start(): Promise<Worker> {
  const worker = new Worker(workerFile)
  worker.unref()
  await reportOf(worker, 120_000, () => undefined)
  return worker
}

/** What the thread reports next; a breakdown where it ends, or says nothing for too long. */
function reportOf(worker: Worker, limitMs: number, begin: () => void): Promise<GdalReport> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle({ kind: 'broken', reason: `> ${Math.round(limitMs / 1000)} s` }), limitMs)
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle({ kind: 'broken', reason: error.code })
      running = null
      release()
      reject(error)
    }
    const onExit = (): void => settle({ kind: 'broken', reason: 'exit' })
    worker.on('message', settle).on('error', onError).on('exit', onExit)
    begin()

    function settle(report: GdalReport): void {
      release()
      resolve(report)
    }
    function release(): void {
      clearTimeout(late)
      worker.off('message', settle).off('error', onError).off('exit', onExit)
    }
  })
}

async function end(): Promise<void> {
  const ending = running
  running = null
  await (await ending)?.terminate()
}
