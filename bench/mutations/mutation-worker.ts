import '../../core/i18n/every-language.ts'
import { describeProblem, type Problem } from '../../core/result/problem.ts'
import { inspection } from '../../server/import/inspection.ts'
import { readFiles } from '../../server/import/read-files.ts'
import type { ImportedLayer } from '../../server/import/record/imported.ts'
import { gdalAreas, type GdalAreas } from './gdal-areas.ts'
import { mutatedFiles } from './mutated-file.ts'
import { seedsOf, type Seed } from './seeds.ts'

/** So long a small file may take at most. */
const longestMs = 10_000

/** Mutations of one format by number from `first` on; one in `compareEvery` is read by GDAL too, none with 0. */
export type MutationJob = {
  readonly format: string
  readonly first: number
  readonly count: number
  readonly compareEvery: number
}
export type MutationResult = {
  readonly read: number
  readonly refused: number
  readonly compared: number
  readonly slowestMs: number
  readonly slowest: number
  readonly peakMb: number
  /** Numbers of mutations at which an error was thrown or words were not whole, and what it was. */
  readonly thrown: readonly string[]
  /** Numbers of mutations that took longer than ten seconds, and how long. */
  readonly late?: readonly string[]
  /** Numbers of mutations whose area is another than GDAL's, without a note. */
  readonly differing: readonly string[]
}
export type MutationMessage =
  | { readonly kind: 'begin'; readonly number: number }
  | { readonly kind: 'done'; readonly result: MutationResult }

const send = (message: MutationMessage): void => void process.send?.(message)
let areas: GdalAreas | null = null

process.on('message', (job: MutationJob) => void run(job))

async function run({ format, first, count, compareEvery }: MutationJob): Promise<void> {
  const seeds = await seedsOf[format]!()
  const usual = await Promise.all(seeds.map(notesOfSound))
  const result = { read: 0, refused: 0, compared: 0, slowestMs: 0, slowest: first, peakMb: 0 }
  const thrown: string[] = []
  const differing: string[] = []
  const late: string[] = []
  for (let number = first; number < first + count; number++) {
    send({ kind: 'begin', number })
    const which = number % seeds.length
    const isCompared = compareEvery > 0 && Math.floor(number / seeds.length) % compareEvery === 0
    const { files, open } = seeds[which]!
    const changed = mutatedFiles(files, number)
    const began = performance.now()
    try {
      const outcome = await readFiles(changed)
      if (outcome.ok) {
        JSON.stringify(inspection(outcome.value))
        result.read++
      } else {
        for (const language of ['en', 'ar'] as const)
          if (/\{\w+\}|undefined/.test(wordsWithoutValues(language, outcome.problem)))
            throw new Error(outcome.problem.code)
        result.refused++
      }
      const ms = performance.now() - began
      if (ms > result.slowestMs) Object.assign(result, { slowestMs: Math.round(ms), slowest: number })
      if (ms > longestMs) late.push(`${number}: ${Math.round(ms)} ms`)
      const isNoted =
        outcome.ok && outcome.value.some(({ notes }) => notes.some(({ code }) => !usual[which]!.has(code)))
      if (outcome.ok && isCompared && !isNoted && isInDegrees(outcome.value)) {
        areas ??= gdalAreas()
        const found = await areas.compare(changed, open, outcome.value)
        if (found !== null) {
          result.compared++
          if (Math.abs(found.ours - found.gdal) > 1e-6 * Math.max(found.ours, found.gdal))
            differing.push(`${number}: ${found.ours} / ${found.gdal}`)
        }
      }
    } catch (error) {
      thrown.push(`${number}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 200))
    }
  }
  result.peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  send({ kind: 'done', result: { ...result, thrown, late, differing } })
}

/** The words of a refusal less what they quote of the file. */
const wordsWithoutValues = (language: 'en' | 'ar', problem: Problem): string =>
  Object.values(problem.values).reduce<string>(
    (text, value) => (String(value) === '' ? text : text.replaceAll(String(value), '')),
    describeProblem(language, problem),
  )

const isInDegrees = (layers: readonly ImportedLayer[]): boolean => layers.every(({ crs }) => crs?.code === 'EPSG:4326')

async function notesOfSound({ files }: Seed): Promise<ReadonlySet<string>> {
  const outcome = await readFiles(files)
  return new Set(outcome.ok ? outcome.value.flatMap(({ notes }) => notes.map(({ code }) => code)) : [])
}
