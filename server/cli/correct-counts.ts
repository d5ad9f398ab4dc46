import { correctedCounts } from '../../core/uncertainty/corrected-counts.ts'
import { done } from '../../core/result/outcome.ts'
import { countCorrectionOptions } from '../../core/options/correction-options.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { correctedCountsTable } from '../export/tables/correction-tables.ts'
import { tableCsv } from '../export/tables/table-csv.ts'
import { tableText } from '../export/tables/table-text.ts'
import { formatOption } from '../../core/options/command-options.ts'
import { onlyWord } from './arguments.ts'
import { commandOf } from './command.ts'
import { withStudy } from './with-study.ts'
import { writeOut } from './write-out.ts'

const about = `Usage: basilia correct-counts STUDY --layer NAME [--confirmed K/N] [--found K/N] [options]

Corrects the counts of a layer of points by what checks found out: of N listed sites that were checked K are what the
list says (--confirmed), of N sites known from elsewhere the list has K (--found). Gives binomial 95 % intervals: Wilson's
of both checks, which must be random samples, and the score interval of what the list itself found, joined by MOVER.
`

/** `basilia correct-counts`. */
export const command = commandOf(
  { about, options: { ...countCorrectionOptions, ...formatOption } },
  async ({ words, values: { layer, at, format, ...rates } }) =>
    withStudy(onlyWord(words, 'STUDY'), async ({ study, paths }) => {
      const measured = await measureStored({ study, paths, request: { at } }, {})
      if (!measured.ok) return measured
      const counts = correctedCounts(measured.value, layer, rates)
      if (!counts.ok) return counts
      const table = correctedCountsTable(counts.value)
      if (format === 'json') await writeOut(`${JSON.stringify(counts.value, null, 2)}\n`)
      else await writeOut(format === 'csv' ? tableCsv(table, { heads: 'names' }) : tableText(table, 'en'))
      return done(null)
    }),
)
