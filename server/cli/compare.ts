import { dirname, join } from 'node:path'
import { done } from '../../core/result/outcome.ts'
import { compareMeasured, type Comparing } from '../usecases/compare-measured.ts'
import { usualThreads, withWorkerPool } from '../workers/with-worker-pool.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { formatOption, type OutputFormat } from '../../core/options/command-options.ts'
import { comparingOptions, precedentsOption } from '../../core/options/measuring-options.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { withStudies } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'
import type { Comparison, SkippedStudy } from '../../core/compare/comparison-answer.ts'
import { absentStudy, precedentsBeside, skippedLines } from '../../core/compare/skipped-study.ts'
import { problem } from '../../core/result/problem.ts'
import { openStudy, type OpenStudy } from '../store/open-study.ts'

const about = `Usage: basilia compare STUDY STUDY … [options]

Sets the same measures of several studies side by side, each on its own day: areas and shares, points per hectare,
events with their days before (-) or after the plan's announcement, published figures against ours. Below the table
stands in sentences what the others have in common with the first study or not. A study that cannot be measured is
skipped and named with the reason. A STUDY is its folder, its zip, or the name of a bundled one.
`

async function print(comparison: Comparison, format: OutputFormat): Promise<void> {
  if (format === 'json') await writeOut(`${JSON.stringify(comparison, null, 2)}\n`)
  else if (format === 'csv') {
    for (const line of skippedLines(comparison.skipped, 'en')) writeNote(line)
    await writeOut((await import('../export/tables/measurement-csv.ts')).comparisonCsv(comparison, 'en'))
  } else {
    for (const { message, values } of comparison.notes) writeNote(`${values['study']}: ${message}`)
    await writeOut((await import('../export/tables/measurement-table.ts')).comparisonTable(comparison, 'en'))
  }
}

type Precedents = { readonly opened: readonly OpenStudy[]; readonly absent: readonly SkippedStudy[] }
const nobody: Precedents = { opened: [], absent: [] }

/** Opens the studies that the first names as its precedents: those in the folder that it lies in, else bundled ones. */
async function openPrecedents(named: readonly OpenStudy[]): Promise<Precedents> {
  const opened: OpenStudy[] = []
  const absent: SkippedStudy[] = []
  for (const id of precedentsBeside(named.map(({ study }) => study))) {
    const nearby = await openStudy(join(dirname(named[0]!.folder), id))
    const study = nearby.ok ? nearby : await openStudy(id)
    if (study.ok) opened.push(study.value)
    else absent.push(absentStudy(id, problem('study-not-found', { id })))
  }
  return { opened, absent }
}

/** `basilia compare`. */
export const command = commandOf(
  { about, options: { ...precedentsOption, ...comparingOptions, ...formatOption } },
  async ({ words, values: { format, precedents, ...request } }) => {
    if (words.length < (precedents ? 1 : 2)) throw new UsageError('compare needs at least two STUDIES.')
    return withStudies(words, async (named) => {
      const { opened: beside, absent } = precedents ? await openPrecedents(named) : nobody
      const opened = [...named, ...beside]
      const pathsOf = new Map(opened.map(({ study, paths }) => [study, paths]))
      const comparing: Comparing = {
        measure: (study, requested, work) =>
          measureStored({ study, paths: pathsOf.get(study)!, request: requested }, work),
        publish: (study, at, drawing, work) =>
          publishedStored({ study, paths: pathsOf.get(study)!, at, ...drawing }, work),
      }
      const compared = await withWorkerPool(usualThreads(), (work) =>
        compareMeasured([...pathsOf.keys()], request, comparing, work, absent),
      )
      for (const study of beside) await study.close()
      if (!compared.ok) return compared
      await print(compared.value, format)
      return done(null)
    })
  },
)
