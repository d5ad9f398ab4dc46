import { eventReportOf } from '../../core/events/event-report.ts'
import { announcementDay, askedDay } from '../../core/model/asked-day.ts'
import { formatOption } from '../../core/options/command-options.ts'
import { layerFlags } from '../../core/options/layer-flags.ts'
import { eventDayOption } from '../../core/options/list-options.ts'
import { eventTables } from '../export/tables/event-tables.ts'
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
      const asked = askedDay(study, at)
      if (!asked.ok) return asked
      const report = eventReportOf(study, features, asked.value)
      return report.ok ? printLists(report.value, eventTables(report.value, 'en'), format) : report
    })
  },
)
