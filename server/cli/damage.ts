import { damageReportOf } from '../../core/damage/damage-report.ts'
import { announcementDay, requestedDay } from '../../core/model/requested-day.ts'
import { formatOption } from '../../core/options/command-options.ts'
import { layerFlags } from '../../core/options/layer-flags.ts'
import { damageOptions } from '../../core/options/list-options.ts'
import { damageTables } from '../export/tables/damage-tables.ts'
import { unitNamesOn } from '../../core/measure/unit-names.ts'
import { tableNames } from '../export/tables/table-names.ts'
import { commandOf } from './command.ts'
import { printLists, withLists } from './lists-of.ts'

const about = `Usage: basilia damage STUDY [options]
       basilia damage --layer damage=FILE [--plan FILE] [--units FILE --units-id FIELD] [options]

Counts the sites of damage assessments by grade and image, in the plan and in each unit; without a plan, in the whole
list. Affected (destroyed, severe, moderate) and destroyed stand apart, and so do sites that an image did not show. Says
what is new since the image before, and where affected sites lie densely. A share of buildings is given only where a
field of the plan or of the units counts them. With --format csv it prints the table of counts alone.
`

/** `basilia damage`. */
export const command = commandOf(
  { about, options: { ...damageOptions, ...formatOption, ...layerFlags } },
  async ({ words, values }) => {
    const { at, cellM, least, format } = values
    const day = at === undefined || at === announcementDay ? null : at
    return withLists(words, values, day, async (study, features) => {
      const requested = requestedDay(study, at)
      if (!requested.ok) return requested
      const report = damageReportOf(study, features, requested.value, { cellM, least })
      const names = tableNames(study, 'en', { units: unitNamesOn(study, features, requested.value, 'en') })
      return printLists(report, damageTables(report, names, 'en'), format)
    })
  },
)
