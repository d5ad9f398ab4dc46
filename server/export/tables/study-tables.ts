import { uniqueNames } from '../../../core/export/unique-names.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { isTold } from '../../../core/model/outline.ts'
import type { Language } from '../../../core/i18n/say.ts'
import type { MeasuredStudy } from './measured-study.ts'
import { inWords, namedMeasurement, tableNames } from './named.ts'
import { claimedTable } from './claimed-table.ts'
import { comparisonTables } from './comparison-tables.ts'
import { changesTable, partyChangesTable } from './change-tables.ts'
import { timelineTable } from './dated-tables.ts'
import { damageTables } from './damage-tables.ts'
import { eventTables } from './event-tables.ts'
import { combinationsTable, crossTables, measurementTable, unitsTable } from './measured-tables.ts'
import { notesTable, publishedTable, readingsTable, sourcesTable } from './record-tables.ts'
import type { Table } from './table.ts'
import { uncertaintyTable } from './uncertainty-table.ts'

/** All tables of a measured study, without the codebook that describes them; texts in `language`. */
export function studyTables(
  { study, measurement, published, lists, uncertainty, timeline, comparison }: MeasuredStudy,
  language: Language,
): Table[] {
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const used = [...new Set([...plan, ...layersAt(study, measurement.at)])]
  const names = tableNames(study, language)
  const tables = [
    measurementTable(namedMeasurement(measurement, names, language), language),
    measurement.claimed.length > 0
      ? claimedTable(
          measurement.claimed.map((figure) => ({ figure, sources: study.sources })),
          language,
        )
      : null,
    isTold(measurement) ? null : combinationsTable(study, measurement, language),
    ...crossTables(study, measurement, language),
    unitsTable(study, measurement, language),
    uncertainty && uncertaintyTable(uncertainty, language, names),
    ...damageTables(lists.damage, language),
    ...eventTables(lists.events, language),
    timeline && timelineTable(study, timeline, language),
    timeline && changesTable(study, timeline, language),
    timeline && partyChangesTable(study, timeline, language),
    ...(comparison ? comparisonTables(comparison, language) : []),
    publishedTable(published, study, language),
    notesTable({ layers: used }, measurement, names, language),
    readingsTable(timeline ? study.layers : used, measurement, names, language),
    sourcesTable(timeline ? study.layers : used, study, language),
  ]
  return tables.filter((table) => table !== null).map((table) => withUniqueNames(inWords(table, names, language)))
}

/** A user's layer may be called like a column of ours. */
function withUniqueNames(table: Table): Table {
  const names = uniqueNames(table.fields.map(({ name }) => name))
  return { ...table, fields: table.fields.map((field, i) => ({ ...field, name: names[i]! })) }
}
