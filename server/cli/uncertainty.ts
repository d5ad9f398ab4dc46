import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import { namesAsWritten } from '../../core/format/names.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { uncertaintyOptions } from '../../core/options/uncertainty-options.ts'
import { withWorkerPool } from '../workers/with-worker-pool.ts'
import { uncertaintyStored } from '../usecases/uncertainty-study.ts'
import { formatOption, threadsOption, type OutputFormat } from '../../core/options/command-options.ts'
import { onlyWord } from './arguments.ts'
import { tellHowLong } from './tell-how-long.ts'
import { commandOf } from './command.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia uncertainty STUDY [options]

How sure the areas of a study are, each three ways: an estimate to the first order, the 95 % interval of the draws, and
bounds (every boundary wrong in the worst sense; no 95 % interval). Beside them: plan ground that a layer cannot
attribute at its accuracy, whose error makes how much of the variance, classes whose order is open, and how the areas
change with the radius of points and events, with the accuracies, and with the damage threshold.
STUDY is a study's folder, its zip, or the name of a bundled one.
`

/** `basilia uncertainty`. */
export const command = commandOf(
  { about, options: { ...uncertaintyOptions, ...threadsOption, ...formatOption } },
  async ({ words, values: { threads, format, band: bandSigmas, ...requested } }) =>
    withStudy(onlyWord(words, 'STUDY'), async ({ study, paths }) => {
      await tellHowLong({ study, paths, request: requested })
      const sure = await withWorkerPool(threads, (work) =>
        uncertaintyStored({ study, paths, request: { ...requested, bandSigmas } }, work),
      )
      return sure.ok ? print(sure.value, format) : sure
    }),
)

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
