import { z } from 'zod'
import { damageReportOf } from '../../core/damage/damage-report.ts'
import { usualClusterRule } from '../../core/damage/damage-clusters.ts'
import { announcementDay, askedDay } from '../../core/model/asked-day.ts'
import { wholeNumber } from '../options/whole-number.ts'
import { measuringOptions } from '../options/measuring-options.ts'
import { damageTables } from '../export/tables/damage-tables.ts'
import { flagValues, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { listFlags, printLists, withLists } from './lists-of.ts'
import { outputFormat } from './output-format.ts'

const help = `Usage: basilia damage STUDY [options]
       basilia damage --layer damage=FILE [--plan FILE] [--units FILE --units-id FIELD] [options]

Counts the sites of damage assessments by grade and image, in the plan and in each unit; without a plan, in the whole
list. Affected (destroyed, severe, moderate) and destroyed stand apart, and so do sites that an image did not show. Says
what is new since the image before, and where affected sites lie densely. A share of buildings is given only where a
field of the plan or of the units counts them.

  --snapshots damage=columns    one file with a column for each image, named after its day or with a sensor date beside it
  --destroyed damage=3|1        which code means destroyed; codes run both ways, and nothing is counted until it is said
  --plan-buildings FIELD, --units-buildings FIELD   the field with the number of buildings before the damage
  --at DATE           images up to this day, YYYY-MM-DD or announcement; else the study's own
  --cluster METRES, --least N   clusters are cells of this width with at least so many affected sites; default ${usualClusterRule.cellM} and ${usualClusterRule.least}
  --format json|csv|table       default table; csv is the table of counts alone

basilia measure --help explains the other options of layers.
`

const ownFlags = z.strictObject({
  at: measuringOptions.at,
  cluster: wholeNumber(10, 10_000).default(usualClusterRule.cellM),
  least: wholeNumber(1, 100_000).default(usualClusterRule.least),
})

/** `basilia damage`. */
export const command: Command = {
  help,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...listFlags,
      cluster: { type: 'string' },
      least: { type: 'string' },
    })
    const format = outputFormat(values.format)
    const {
      at,
      cluster: cellM,
      least,
    } = flagValues({ at: values.at, cluster: values.cluster, least: values.least }, ownFlags)
    return withLists(
      positionals,
      values,
      at === undefined || at === announcementDay ? null : at,
      async (study, features) => {
        const day = askedDay(study, at)
        if (!day.ok) return day
        const report = damageReportOf(study, features, day.value, { cellM, least })
        return printLists(report, damageTables(report, 'en'), format)
      },
    )
  },
}
