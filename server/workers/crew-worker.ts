import { receiveMessageOnPort, workerData } from 'node:worker_threads'
import { runPart } from '../../core/parallel/crew.ts'
import { finishedParts, nextPart, type CrewOrder, type CrewReport, type CrewStart } from './crew-messages.ts'

/** A thread of the crew: sleeps until the bell rings, then takes parts of the job until none is left. */
const { port, bell } = workerData as CrewStart

for (let heard = 0; ;) {
  Atomics.wait(bell, 0, heard)
  heard = Atomics.load(bell, 0)
  for (let order = nextOrder(); order; order = nextOrder()) work(order)
}

function nextOrder(): CrewOrder | undefined {
  return receiveMessageOnPort(port)?.message as CrewOrder | undefined
}

function work(order: CrewOrder): void {
  const { parts, tally } = order
  for (let part = Atomics.add(tally, nextPart, 1); part < parts; part = Atomics.add(tally, nextPart, 1)) {
    port.postMessage(report(order, part))
    Atomics.add(tally, finishedParts, 1)
    Atomics.notify(tally, finishedParts)
  }
}

function report({ number: order, name, input }: CrewOrder, part: number): CrewReport {
  try {
    return { order, part, result: runPart(name, input, part) }
  } catch (error) {
    return { order, part, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
