import { fork, type ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markdown } from '../timing.ts'
import type { MutationJob, MutationMessage, MutationResult } from './mutation-worker.ts'
import { seedsOf } from './seeds.ts'

const hangMs = 30_000
const startMs = 120_000

type Options = {
  readonly each: number
  readonly shard: number
  readonly processes: number
  readonly compareEvery: number
  readonly formats: string
  readonly out: string
}
/** What became of a shard; where its process hung or ended, the number of the mutation that it was at. */
type Saved = {
  readonly job: MutationJob
  readonly result: MutationResult | null
  readonly ended: { readonly kind: 'hang' | 'crash'; readonly number: number } | null
}

/**
 * What reading makes of damaged files: `--each 70000 --shard 500 --processes 2 --compare 10 --formats WORDS --out FILE`. A
 * process for each format takes shards of numbered mutations, the same on every machine; every shard is saved in FILE, so
 * that a run which was stopped goes on. Prints the table of all that FILE holds, with `--each 0` without any more.
 */
export async function mutationsTable(args: readonly string[], workerFile: string): Promise<string> {
  const options = optionsOf(args)
  const saved = savedIn(options.out)
  const names = Object.keys(seedsOf).filter((name) => name.includes(options.formats))
  if (names.length === 0)
    throw new Error(`no format has “${options.formats}” in its name: ${Object.keys(seedsOf).join(', ')}`)
  const waiting = [...names]
  const take = (each: Saved): void => {
    saved.push(each)
    appendFileSync(options.out, `${JSON.stringify(each)}\n`)
  }
  const work = async (): Promise<void> => {
    for (let format = waiting.shift(); format !== undefined; format = waiting.shift())
      await runFormat(format, options, saved, workerFile, take)
  }
  await Promise.all(Array.from({ length: options.processes }, work))
  return tableOf(saved, names)
}

function optionsOf(args: readonly string[]): Options {
  const given = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise)
  }
  const out = given('out', join(tmpdir(), 'basilia-mutations.jsonl'))
  mkdirSync(join(out, '..'), { recursive: true })
  return {
    each: Number(given('each', '70000')),
    shard: Number(given('shard', '500')),
    processes: Number(given('processes', '2')),
    compareEvery: Number(given('compare', '10')),
    formats: given('formats', ''),
    out,
  }
}

function savedIn(out: string): Saved[] {
  if (!existsSync(out)) return []
  // A run that was stopped may have left half a line.
  const lines = readFileSync(out, 'utf8').split('\n')
  return lines.filter((line) => line.startsWith('{') && line.endsWith('}')).map((line) => JSON.parse(line) as Saved)
}

/** The shards of a format that are not saved yet, in one process, which is begun anew where it hangs or ends. */
async function runFormat(
  format: string,
  { each, shard, compareEvery }: Options,
  saved: readonly Saved[],
  workerFile: string,
  take: (saved: Saved) => void,
): Promise<void> {
  const done = new Set(saved.flatMap(({ job }) => (job.format === format ? [job.first] : [])))
  let child: ChildProcess | null = null
  for (let first = 0; first < each; first += shard) {
    if (done.has(first)) continue
    const job: MutationJob = { format, first, count: Math.min(shard, each - first), compareEvery }
    child ??= fork(workerFile, { serialization: 'advanced' })
    const outcome = await shardOf(child, job)
    take({ job, ...outcome })
    if (outcome.ended) child = null
  }
  child?.kill()
}

function shardOf(child: ChildProcess, job: MutationJob): Promise<Omit<Saved, 'job'>> {
  return new Promise((resolve) => {
    let number = job.first
    let late = setTimeout(() => end('hang'), startMs)
    const settle = (outcome: Omit<Saved, 'job'>): void => {
      clearTimeout(late)
      child.off('message', hear).off('exit', onExit)
      resolve(outcome)
    }
    const end = (kind: 'hang' | 'crash'): void => {
      settle({ result: null, ended: { kind, number } })
      child.kill('SIGKILL')
    }
    const onExit = (): void => end('crash')
    const hear = (message: MutationMessage): void => {
      if (message.kind === 'done') return settle({ result: message.result, ended: null })
      number = message.number
      clearTimeout(late)
      // GDAL’s own thread may have to be started again within the time of a mutation.
      late = setTimeout(() => end('hang'), hangMs)
    }
    child.on('message', hear).on('exit', onExit)
    child.send(job)
  })
}

function tableOf(saved: readonly Saved[], names: readonly string[]): string {
  const rows = names.map((name) => {
    const own = saved.filter(({ job }) => job.format === name)
    const results = own.flatMap(({ result }) => result ?? [])
    const sum = (of: (result: MutationResult) => number): string =>
      results.reduce((total, each) => total + of(each), 0).toLocaleString('en')
    const most = (of: (result: MutationResult) => number): string =>
      Math.max(0, ...results.map(of)).toLocaleString('en')
    return [
      name,
      sum(({ read, refused, thrown }) => read + refused + thrown.length),
      sum(({ read }) => read),
      sum(({ refused }) => refused),
      sum(({ thrown }) => thrown.length),
      String(own.filter(({ ended }) => ended).length),
      sum(({ late = [] }) => late.length),
      `${most(({ slowestMs }) => slowestMs)} ms`,
      `${most(({ peakMb }) => peakMb)} MB`,
      sum(({ compared }) => compared),
      sum(({ differing }) => differing.length),
    ]
  })
  const head = [
    'format',
    'mutations',
    'read',
    'refused',
    'thrown',
    'hung or ended',
    'over 10 s',
    'slowest',
    'memory',
    'compared',
    'differing',
  ]
  const reported = saved.flatMap(({ job: { format }, result, ended }) => [
    ...(ended ? [`${format} ${ended.number}: ${ended.kind}`] : []),
    ...(result?.thrown ?? []).map((each) => `${format} ${each}`),
    ...(result?.late ?? []).map((each) => `${format} ${each}`),
    ...(result?.differing ?? []).map((each) => `${format} ${each}`),
  ])
  return [markdown(head, rows), '', ...reported.slice(0, 200)].join('\n')
}
