import { done } from '../../core/result/outcome.ts'
import { compareMeasured, type Comparing } from '../usecases/compare-measured.ts'
import { usualThreads, withWorkerPool } from '../workers/with-worker-pool.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { formatOption, type OutputFormat } from '../../core/options/command-options.ts'
import { comparingOptions } from '../../core/options/measuring-options.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { withStudies } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'
import type { Comparison } from '../../core/compare/comparison-answer.ts'

const about = `Usage: basilia compare STUDY STUDY … [options]

Sets the same measures of several studies side by side, each on its own day: areas and shares, points per hectare,
events with their days before (-) or after the plan's announcement, published figures against ours. Below the table
stands in sentences what the others have in common with the first study or not. A STUDY is its folder, its zip, or the
name of a bundled one.
`

async function print(comparison: Comparison, format: OutputFormat): Promise<void> {
  if (format === 'json') await writeOut(`${JSON.stringify(comparison, null, 2)}\n`)
  else if (format === 'csv')
    await writeOut((await import('../export/tables/measurement-csv.ts')).comparisonCsv(comparison, 'en'))
  else {
    for (const { message, values } of comparison.notes) writeNote(`${values['study']}: ${message}`)
    await writeOut((await import('../export/tables/measurement-table.ts')).comparisonTable(comparison, 'en'))
  }
}

/** `basilia compare`. */
export const command = commandOf(
  { about, options: { ...comparingOptions, ...formatOption } },
  async ({ words, values: { format, ...request } }) => {
    if (words.length < 2) throw new UsageError('compare needs at least two STUDIES.')
    return withStudies(words, async (opened) => {
      const pathsOf = new Map(opened.map(({ study, paths }) => [study, paths]))
      const comparing: Comparing = {
        measure: (study, requested, work) =>
          measureStored({ study, paths: pathsOf.get(study)!, request: requested }, work),
        publish: (study, at, drawing, work) =>
          publishedStored({ study, paths: pathsOf.get(study)!, at, ...drawing }, work),
      }
      const compared = await withWorkerPool(usualThreads(), (work) =>
        compareMeasured([...pathsOf.keys()], request, comparing, work),
      )
      if (!compared.ok) return compared
      await print(compared.value, format)
      return done(null)
    })
  },
)
