import { uniqueNames } from '../../../core/export/unique-names.ts'
import { shownCombinations } from '../../../core/export/withheld-ground.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import { isReported } from '../../../core/model/outline.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { MeasuredStudy } from './measured-study.ts'
import { unitNames } from '../../../core/measure/unit-names.ts'
import { classTexts } from './class-texts.ts'
import { crossCellsTable, crossTables } from './cross-tables.ts'
import { inWords } from './named.ts'
import { tableNames } from './table-names.ts'
import { unitClassesTable, unitsTable } from './unit-tables.ts'
import { claimedTable } from './claimed-table.ts'
import { comparisonTables } from './comparison-tables.ts'
import { changesTable, partyChangesTable } from './change-tables.ts'
import { timelineTable } from './dated-tables.ts'
import { damageTables } from './damage-tables.ts'
import { eventTables } from './event-tables.ts'
import { combinationClassesTable, combinationsTable, measurementTable } from './measured-tables.ts'
import {
  classesTable,
  notesTable,
  publishedTable,
  readingsTable,
  sourceListTable,
  sourcesTable,
} from './record-tables.ts'
import { pictureTables } from './picture-tables.ts'
import type { Table } from './table.ts'
import { uncertaintyTable } from './uncertainty-table.ts'

/** All tables of a measured study, without the codebook that describes them; texts in `language`. */
export function studyTables(
  { study, ground, measurement, published, lists, uncertainty, timeline, comparison }: MeasuredStudy,
  language: Language,
): Table[] {
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const used = [...new Set([...plan, ...layersAt(study, measurement.at)])]
  const names = tableNames(study, language, {
    at: measurement.at,
    ...(ground?.units ? { units: unitNames(ground.units, language) } : {}),
  })
  const shown = { ...measurement, combinations: shownCombinations(study.layers, measurement) }
  const tables = [
    measurementTable(measurement, names, language),
    measurement.claimed.length > 0
      ? claimedTable(
          measurement.claimed.map((figure) => ({ figure, sources: study.sources })),
          language,
        )
      : null,
    ...(isReported(measurement)
      ? []
      : [combinationsTable(study, shown, names, language), combinationClassesTable(shown, names)]),
    ...crossTables(study, measurement, language),
    crossCellsTable(study, measurement, names, language),
    unitsTable(study, measurement, names, language),
    unitClassesTable(measurement, names, language),
    uncertainty && uncertaintyTable(uncertainty, language, names),
    ...damageTables(lists.damage, names, language),
    ...eventTables(lists.events, names, language),
    timeline && timelineTable(timeline, names, language),
    timeline && changesTable(study, timeline, names, language),
    timeline && partyChangesTable(study, timeline, names, language),
    ...(comparison ? comparisonTables(comparison, language) : []),
    publishedTable(published, study, language),
    classesTable(
      timeline ? [...study.layers, ...used] : used,
      measurement.layers,
      names,
      classTexts(study, measurement.at),
    ),
    notesTable({ layers: used }, measurement, names, language),
    readingsTable(timeline ? study.layers : used, measurement, names, language),
    sourcesTable(timeline ? study.layers : used, study, language),
    ...pictureTables(timeline ? study.layers : used),
    sourceListTable(study, language),
  ]
  return tables.filter((table) => table !== null).map((table) => withUniqueNames(inWords(table, names, language)))
}

/** A user's layer may be called like a column of ours. */
function withUniqueNames(table: Table): Table {
  const names = uniqueNames(table.fields.map(({ name }) => name))
  return { ...table, fields: table.fields.map((field, i) => ({ ...field, name: names[i]! })) }
}
