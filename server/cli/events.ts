import { z } from 'zod'
import { eventReportOf } from '../../core/events/event-report.ts'
import { announcementDay, askedDay } from '../../core/model/asked-day.ts'
import { measuringOptions } from '../options/measuring-options.ts'
import { eventTables } from '../export/tables/event-tables.ts'
import { flagValues, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { listFlags, printLists, withLists } from './lists-of.ts'
import { outputFormat } from './output-format.ts'

const help = `Usage: basilia events STUDY [options]
       basilia events --plan FILE --layer shelling=FILE --events shelling=site --buffer shelling=250 [options]

Tells what lists of dated events (Airwars, ACLED, UCDP, or any with a column date) come to: how many are in the list,
how many take part, how many are left out and for which reason, the ground of the plan by the rule used, and what it
would be by other rules. Events at the middle of a town are no sites and are not counted inside parcels.

  --events NAME=site|town|area  the coarsest place that takes part
  --buffer NAME=METRES          a circle round each event, or
  --grid NAME=METRES[:LEAST]    cells that hold at least LEAST of them
  --from NAME=DATE, --to NAME=DATE   the days that count, both inclusive
  --shared NAME=N               a position of at least N events is the middle of a town; default 3
  --at DATE           events up to this day, YYYY-MM-DD or announcement; else the study's own
  --format json|csv|table       default table; csv is the table of counts alone

basilia measure --help explains the other options of layers.
`

/** `basilia events`. */
export const command: Command = {
  help,
  async run(args) {
    const { values, positionals } = readArguments(args, listFlags)
    const format = outputFormat(values.format)
    const { at } = flagValues({ at: values.at }, z.strictObject({ at: measuringOptions.at }))
    return withLists(
      positionals,
      values,
      at === undefined || at === announcementDay ? null : at,
      async (study, features) => {
        const day = askedDay(study, at)
        if (!day.ok) return day
        const report = eventReportOf(study, features, day.value)
        return report.ok ? printLists(report.value, eventTables(report.value, 'en'), format) : report
      },
    )
  },
}
