import { eventReportOf } from '../../core/events/event-report.ts'
import { announcementDay, requestedDay } from '../../core/model/requested-day.ts'
import { formatOption } from '../../core/options/command-options.ts'
import { layerFlags } from '../../core/options/layer-flags.ts'
import { eventDayOption } from '../../core/options/list-options.ts'
import { eventTables } from '../export/tables/event-tables.ts'
import { unitNamesOn } from '../../core/measure/unit-names.ts'
import { tableNames } from '../export/tables/table-names.ts'
import { commandOf } from './command.ts'
import { printLists, withLists } from './lists-of.ts'

const about = `Usage: basilia events STUDY [options]
       basilia events --plan FILE --layer shelling=FILE --events shelling=site --buffer shelling=250 [options]

Tells what lists of dated events (Airwars, ACLED, UCDP, or any with a column date) come to: how many are in the list,
how many take part, how many are left out and for which reason, the ground of the plan by the rule used, and what it
would be by other rules. Events at the middle of a town are no sites and are not counted inside parcels. With --format
csv it prints the table of counts alone.
`

/** `basilia events`. */
export const command = commandOf(
  { about, options: { ...eventDayOption, ...formatOption, ...layerFlags } },
  async ({ words, values }) => {
    const { at, format } = values
    const day = at === undefined || at === announcementDay ? null : at
    return withLists(words, values, day, async (study, features) => {
      const requested = requestedDay(study, at)
      if (!requested.ok) return requested
      const report = eventReportOf(study, features, requested.value)
      if (!report.ok) return report
      const names = tableNames(study, 'en', { units: unitNamesOn(study, features, requested.value, 'en') })
      return printLists(report.value, eventTables(report.value, names, 'en'), format)
    })
  },
)
