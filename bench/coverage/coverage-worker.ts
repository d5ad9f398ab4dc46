import { parentPort } from 'node:worker_threads'
import { mapsOf } from './drawn-map.ts'
import { addCells, cellsOf, type Cells } from './measured-cells.ts'
import { situations } from './situations.ts'

/** Maps of one situation, by number from `first` on. */
export type CoverageJob = {
  readonly situation: string
  readonly sigmaM: number
  readonly first: number
  readonly maps: number
  readonly draws: number
}
export type CoverageResult = { readonly job: CoverageJob; readonly cells: Cells }

const port = parentPort
if (!port) throw new Error('not a thread')
port.on('message', (job: CoverageJob) => {
  const situation = situations(job.sigmaM).find(({ name }) => name === job.situation)
  if (!situation) throw new Error(`no situation ${job.situation}`)
  const map = mapsOf(situation, job.sigmaM, job.draws)
  let cells: Cells = {}
  for (let number = job.first; number < job.first + job.maps; number++)
    cells = addCells(cells, cellsOf(situation, map(number)))
  const result: CoverageResult = { job, cells }
  port.postMessage(result)
})
