import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { usualDraws } from '../../core/model/usual-draws.ts'
import { markdown } from '../timing.ts'
import { isFewer, isMore } from './binomial.ts'
import type { CoverageJob, CoverageResult } from './coverage-worker.ts'
import { addCells, quantities, type Cells, type CellSums } from './measured-cells.ts'
import { situations } from './situations.ts'

/** Standard deviations in metres on a plan of 225 ha: as 20 and 150 m on one of 900 ha. */
const sigmas = [10, 75] as const
const jobMaps = 25
const requested = { least: 0.93, most: 0.98, level: 0.001 } as const
/** A cell is near a bound where fewer or more than this hold, and then has twice the maps. */
const comfortable = { from: 0.95, to: 0.975 } as const

type Options = {
  readonly maps: number
  readonly draws: number
  readonly threads: number
  readonly cells: string
  readonly out: string
}

/**
 * How often the product's intervals hold the truth, by situation: `--maps 1000 --draws 1000 --threads 2 --cells WORDS
 * --out FILE`. Every 25 maps are saved in FILE, so a run that was stopped goes on; maps have numbers and are the same
 * again. Prints the table of all that FILE holds, with `--maps 0` without any more.
 */
export async function coverageTable(args: readonly string[], workerFile: string): Promise<string> {
  const options = optionsOf(args)
  const done = savedCells(options)
  const names = situations(sigmas[0]).map(({ name }) => name)
  const wanted = names.filter((name) => name.includes(options.cells))
  if (wanted.length === 0) throw new Error(`no situation has “${options.cells}” in its name: ${names.join('; ')}`)
  const jobsFor = (maps: number, isDue: (key: string) => boolean): CoverageJob[] =>
    Array.from({ length: Math.ceil(maps / jobMaps) }, (_, block) => block * jobMaps).flatMap((first) =>
      sigmas.flatMap((sigmaM) =>
        wanted.flatMap((situation): CoverageJob[] => {
          const key = keyOf(situation, sigmaM)
          return isDue(key) && !done.firsts.has(`${key} ${first}`)
            ? [{ situation, sigmaM, first, maps: Math.min(jobMaps, maps - first), draws: options.draws }]
            : []
        }),
      ),
    )
  const take = (result: CoverageResult): void => {
    appendFileSync(options.out, `${JSON.stringify(result)}\n`)
    addResult(done, result)
  }
  await runJobs(
    jobsFor(options.maps, () => true),
    options.threads,
    workerFile,
    take,
  )
  const near = new Set(
    sigmas.flatMap((sigmaM) =>
      situations(sigmaM).flatMap(({ name, runsAlong }) => {
        const isNear = (sums: CellSums): boolean =>
          sums.holding / sums.maps < comfortable.from ||
          (isInside(sums, runsAlong) && sums.holding / sums.maps > comfortable.to)
        return Object.values(done.cells.get(keyOf(name, sigmaM)) ?? {}).some(isNear) ? [keyOf(name, sigmaM)] : []
      }),
    ),
  )
  await runJobs(
    jobsFor(2 * options.maps, (key) => near.has(key)),
    options.threads,
    workerFile,
    take,
  )
  return tableOf(done.cells, options)
}

function optionsOf(args: readonly string[]): Options {
  const given = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise)
  }
  const draws = Number(given('draws', String(usualDraws.draws)))
  const out = given('out', join(tmpdir(), `basilia-coverage-${draws}.jsonl`))
  mkdirSync(join(out, '..'), { recursive: true })
  return {
    maps: Number(given('maps', '1000')),
    draws,
    threads: Number(given('threads', '2')),
    cells: given('cells', ''),
    out,
  }
}

type Done = { readonly firsts: Set<string>; readonly cells: Map<string, Cells> }

const keyOf = (situation: string, sigmaM: number): string => `${situation} | ${sigmaM}`

function savedCells({ out, draws }: Options): Done {
  const done: Done = { firsts: new Set(), cells: new Map() }
  if (!existsSync(out)) return done
  for (const line of readFileSync(out, 'utf8').split('\n')) {
    // A run that was stopped may have left half a line.
    if (!line.endsWith('}}}')) continue
    const result = JSON.parse(line) as CoverageResult
    if (result.job.draws === draws) addResult(done, result)
  }
  return done
}

function addResult({ firsts, cells }: Done, { job, cells: own }: CoverageResult): void {
  const key = keyOf(job.situation, job.sigmaM)
  if (firsts.has(`${key} ${job.first}`)) return
  firsts.add(`${key} ${job.first}`)
  cells.set(key, addCells(cells.get(key) ?? {}, own))
}

async function runJobs(
  jobs: readonly CoverageJob[],
  threads: number,
  workerFile: string,
  take: (result: CoverageResult) => void,
): Promise<void> {
  let next = 0
  let finished = 0
  const hands = Array.from({ length: Math.min(threads, jobs.length) }, () => new Worker(workerFile))
  const work = (hand: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const order = (): void => {
        const job = jobs[next++]
        if (!job) return resolve()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        hand.postMessage(job)
      }
      hand.on('error', reject)
      hand.on('message', (result: CoverageResult) => {
        take(result)
        if (++finished % 40 === 0) console.error(`${finished} of ${jobs.length}`)
        order()
      })
      order()
    })
  try {
    await Promise.all(hands.map(work))
  } finally {
    await Promise.all(hands.map((hand) => hand.terminate()))
  }
}

function tableOf(cells: ReadonlyMap<string, Cells>, { draws }: Options): string {
  const judged = sigmas.flatMap((sigmaM) =>
    situations(sigmaM).flatMap((situation) => {
      const own = cells.get(keyOf(situation.name, sigmaM))
      return own ? [{ situation, sigmaM, own }] : []
    }),
  )
  const rows = judged.map(({ situation, sigmaM, own }) => [
    situation.name,
    String(sigmaM),
    Object.values(own)[0]!.maps.toLocaleString('en'),
    ...quantities.map((quantity) => cellText(own[quantity], situation.runsAlong)),
  ])
  const all = judged.flatMap(({ situation, sigmaM, own }) =>
    quantities.flatMap((quantity) => {
      const sums = own[quantity]
      return sums ? [{ name: `${situation.name}, ${sigmaM} m, ${quantity}`, quantity, sums }] : []
    }),
  )
  if (all.length === 0) return 'nothing was measured'
  const ratio = all.reduce((sum, { sums }) => sum + widthRatio(sums), 0) / all.length
  const share = ({ holding, maps }: CellSums): number => holding / maps
  const worst = all.reduce((a, b) => (share(a.sums) <= share(b.sums) ? a : b))
  const few = all.filter(({ sums }) => isFewer(sums.holding, sums.maps, requested.least, requested.level))
  return [
    markdown(['situation', 'sd, m', 'maps', ...quantities], rows),
    '',
    `${draws.toLocaleString('en')} draws a map; ${all.length} cells. Worst: ${worst.name}, ${percent(share(worst.sums))} of ${worst.sums.maps.toLocaleString('en')} maps.`,
    `Below 93 % (one-sided binomial test at 0.001): ${few.map(({ name }) => name).join('; ') || 'none'}.`,
    `Mean width against the percentile interval's: ${ratio.toFixed(2)}.`,
  ].join('\n')
}

const widthRatio = ({ width, percentileWidth, maps }: CellSums): number =>
  percentileWidth / maps > 1e-6 ? width / percentileWidth : 1

/** Whether at most 98 % may hold: the truth is two standard deviations from nothing and everything, no lines run along each other. */
const isInside = ({ inside, sd }: CellSums, runsAlong: boolean): boolean => !runsAlong && inside > 0 && inside >= 2 * sd

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** "95.2 % (94.1) x1.05": how many hold, of the percentile interval how many, and the width against that. */
function cellText(sums: CellSums | undefined, runsAlong: boolean): string {
  if (!sums) return ''
  const { holding, percentileHolding, maps } = sums
  const mark = isFewer(holding, maps, requested.least, requested.level)
    ? ' **below**'
    : isInside(sums, runsAlong) && isMore(holding, maps, requested.most, requested.level)
      ? ' **above**'
      : ''
  return `${percent(holding / maps)} (${((100 * percentileHolding) / maps).toFixed(0)}) x${widthRatio(sums).toFixed(2)}${mark}`
}
