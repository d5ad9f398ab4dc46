import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { runJob, type WorkerPool, type JobName, type Jobs } from '../../core/parallel/worker-pool.ts'
import { projectRoot } from '../config/project-root.ts'
import { finishedParts, nextPart, type PoolOrder, type PoolReport, type PoolStart } from './pool-messages.ts'

/** The built thread, also where the server itself runs from its source. */
const workerFile = join(projectRoot, 'dist', 'threads', 'pool-worker.js')
/** After so long without a part finished, a thread counts as lost and its part is done here. */
const patienceMs = 60_000

export type StartedWorkerPool = WorkerPool & { close(): Promise<void> }

/**
 * Starts threads that take parts of an overlay together with the calling thread, which waits for them: coordinates,
 * trees and crossings lie in shared memory and are never copied. A thread that has just started joins when it is ready;
 * one that is lost costs time and nothing else, since every part can be done again.
 */
export function startWorkerPool(threads: number, file = workerFile): StartedWorkerPool {
  if (threads < 2) return { isShared: false, runAll: runInline, close: async () => undefined }
  const bell = new Int32Array(new SharedArrayBuffer(4))
  const hands = Array.from({ length: threads - 1 }, () => hire(file, bell))
  const ports = hands.map((hand) => hand.port)
  return {
    isShared: true,
    runAll: (name, input, parts) => runTogether(ports, bell, name, input, parts),
    async close() {
      for (const { port } of hands) port.close()
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}

const runInline: WorkerPool['runAll'] = (name, input, parts) =>
  Array.from({ length: parts }, (_, part) => runJob(name, input, part))

function hire(file: string, bell: Int32Array): { readonly worker: Worker; readonly port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  const workerData: PoolStart = { port: port2, bell }
  const worker = new Worker(file, { workerData, transferList: [port2] })
  // What fails inside a part is reported and thrown; a thread that is lost itself is done without.
  worker.on('error', () => port1.close())
  worker.unref()
  port1.unref()
  return { worker, port: port1 }
}

function runTogether<Name extends JobName>(
  ports: readonly MessagePort[],
  bell: Int32Array,
  name: Name,
  input: Jobs[Name]['input'],
  parts: number,
): Jobs[Name]['result'][] {
  const summary = new Int32Array(new SharedArrayBuffer(8))
  const number = Atomics.load(bell, 0) + 1
  const order: PoolOrder = { number, name, input, parts, summary }
  for (const port of ports) port.postMessage(order)
  Atomics.add(bell, 0, 1)
  Atomics.notify(bell, 0)
  const results: (Jobs[Name]['result'] | undefined)[] = Array.from({ length: parts })
  let mine = 0
  for (let part = Atomics.add(summary, nextPart, 1); part < parts; part = Atomics.add(summary, nextPart, 1)) {
    results[part] = runJob(name, input, part)
    mine++
  }
  for (
    let theirs = Atomics.load(summary, finishedParts);
    mine + theirs < parts;
    theirs = Atomics.load(summary, finishedParts)
  ) {
    if (Atomics.wait(summary, finishedParts, theirs, patienceMs) === 'timed-out') break
  }
  for (const port of ports) collect(port, number, results)
  return results.map((result, part) => result ?? runJob(name, input, part))
}

/** Takes in what a thread has reported; a report on an earlier job, given up then, is passed over. */
function collect(port: MessagePort, number: number, results: unknown[]): void {
  for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
    const report = got.message as PoolReport
    if (report.order !== number) continue
    if ('error' in report) throw report.error
    results[report.part] = report.result
  }
}
