import { z } from 'zod'
import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import { namesAsWritten } from '../../core/format/names.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { bandOption } from '../options/uncertainty-options.ts'
import { withCrew } from '../workers/with-crew.ts'
import { uncertaintyStored } from '../usecases/uncertainty-study.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { outputFormat, type OutputFormat } from './output-format.ts'
import { drawingRequest, measuringFlags, threadsOption } from './study-flags.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

const help = `Usage: basilia uncertainty STUDY [options]

How sure the areas of a study are, each three ways: an estimate to the first order, the 95 % interval of the draws, and
bounds (every boundary wrong in the worst sense; no 95 % interval). Beside them: plan ground that a layer cannot
attribute at its accuracy, whose error makes how much of the variance, classes whose order is open, and how the areas
change with the radius of points and events, with the accuracies, and with the damage threshold.
STUDY is a study's folder, its zip, or the name of a bundled one.

  --at DATE           the day to measure, YYYY-MM-DD; else the study's own
  --draws N           draws of the 95 % interval; default 1000, and 0 leaves out all that needs them
  --seed N            start of the draws; the same seed gives the same numbers
  --accuracy NAME=ACCURACY      supposes an accuracy of a layer, and saves nothing; see basilia measure --help
  --band SIGMAS       half the width of the bounds' bands in standard deviations; default 1.96
  --threads N         at most so many threads; the numbers are the same for any
  --format json|csv|table       default table
`

/** `basilia uncertainty`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, { ...measuringFlags, band: text, threads: text, format: text })
    const format = outputFormat(values.format)
    const { band: bandSigmas } = flagValues({ band: values.band }, z.strictObject({ band: bandOption.optional() }))
    const { threads = 1 } = flagValues({ threads: values.threads }, threadsOption)
    const asked = drawingRequest(values)
    return withStudy(onlyWord(positionals, 'STUDY'), async ({ study, paths }) => {
      const sure = await withCrew(threads, (work) =>
        uncertaintyStored({ study, paths, request: { ...asked, bandSigmas } }, work),
      )
      return sure.ok ? print(sure.value, format) : sure
    })
  },
}

async function print(uncertainty: Uncertainty, format: OutputFormat): Promise<Outcome<null>> {
  for (const { message } of uncertainty.notes) writeNote(message)
  if (format === 'json') {
    await writeOut(`${JSON.stringify(uncertainty, null, 2)}\n`)
    return done(null)
  }
  const { uncertaintyTable } = await import('../export/tables/uncertainty-table.ts')
  const table = uncertaintyTable(uncertainty, 'en', namesAsWritten)
  if (format === 'csv')
    await writeOut((await import('../export/tables/table-csv.ts')).tableCsv(table, { heads: 'names' }))
  else await writeOut((await import('../export/tables/table-text.ts')).tableText(table, 'en'))
  return done(null)
}
