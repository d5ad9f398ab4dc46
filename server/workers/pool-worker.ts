import { receiveMessageOnPort, workerData } from 'node:worker_threads'
import { runJob } from '../../core/parallel/worker-pool.ts'
import { finishedParts, nextPart, type PoolOrder, type PoolReport, type PoolStart } from './pool-messages.ts'

/** A thread of the pool: sleeps until the bell rings, then takes parts of the job until none is left. */
const { port, bell } = workerData as PoolStart

for (let heard = 0; ;) {
  Atomics.wait(bell, 0, heard)
  heard = Atomics.load(bell, 0)
  for (let order = nextOrder(); order; order = nextOrder()) work(order)
}

function nextOrder(): PoolOrder | undefined {
  return receiveMessageOnPort(port)?.message as PoolOrder | undefined
}

function work(order: PoolOrder): void {
  const { parts, summary } = order
  for (let part = Atomics.add(summary, nextPart, 1); part < parts; part = Atomics.add(summary, nextPart, 1)) {
    port.postMessage(report(order, part))
    Atomics.add(summary, finishedParts, 1)
    Atomics.notify(summary, finishedParts)
  }
}

function report({ number: order, name, input }: PoolOrder, part: number): PoolReport {
  try {
    return { order, part, result: runJob(name, input, part) }
  } catch (error) {
    return { order, part, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
