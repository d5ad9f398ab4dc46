import { z } from 'zod'
import { correctedCounts } from '../../core/uncertainty/corrected-counts.ts'
import { done } from '../../core/result/outcome.ts'
import { countCorrectionOptions } from '../options/correction-options.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { correctedCountsTable } from '../export/tables/correction-tables.ts'
import { tableCsv } from '../export/tables/table-csv.ts'
import { tableText } from '../export/tables/table-text.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { outputFormat } from './output-format.ts'
import { withStudy } from './with-study.ts'
import { writeOut } from './write-out.ts'

const help = `Usage: basilia correct-counts STUDY --layer NAME [--confirmed K/N] [--found K/N] [options]

Corrects the counts of a layer of points by what checks found out: of N listed sites that were checked K are what the
list says (--confirmed), of N sites known from elsewhere the list has K (--found). Gives binomial 95 % intervals: Wilson's
of both checks, which must be random samples, and the score interval of what the list itself found, joined by MOVER.

  --layer NAME        the layer, which is counted and not measured
  --at DATE           the day, YYYY-MM-DD; else the study's own
  --format json|csv|table       default table
`

/** `basilia correct-counts`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, {
      layer: text,
      at: text,
      confirmed: text,
      found: text,
      format: text,
    })
    const format = outputFormat(values.format)
    const { layer, at, confirmed, found } = values
    const {
      layer: name,
      at: day,
      ...rates
    } = flagValues({ layer: layer ?? '', at, confirmed, found }, z.strictObject(countCorrectionOptions))
    return withStudy(onlyWord(positionals, 'STUDY'), async ({ study, paths }) => {
      const measured = await measureStored({ study, paths, request: { at: day } }, {})
      if (!measured.ok) return measured
      const counts = correctedCounts(measured.value, name, rates)
      if (!counts.ok) return counts
      const table = correctedCountsTable(counts.value)
      if (format === 'json') await writeOut(`${JSON.stringify(counts.value, null, 2)}\n`)
      else await writeOut(format === 'csv' ? tableCsv(table, { heads: 'names' }) : tableText(table, 'en'))
      return done(null)
    })
  },
}
