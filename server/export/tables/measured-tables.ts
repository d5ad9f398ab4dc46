import { type Field } from '../../../core/export/field.ts'
import { namesIn } from '../../../core/format/names.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import type { Text } from '../../../core/model/text.ts'
import { inEachLanguage, translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import { figureCells, figures, zonesOf } from './figure-cells.ts'
import { loneColumns, loneRows, measurementColumns, namedRows } from './measurement-csv.ts'
import { lastReports, measurementRows } from './measurement-rows.ts'
import { namedMeasurement } from './named.ts'
import type { TableNames } from './table-names.ts'
import { cellOf, columnHeads, reportsText } from './table-row.ts'
import type { Table } from './table.ts'

/** The measurement as its CSV has it: a row for each figure. */
export const measurementTable = (measurement: Measurement, names: TableNames, language: Language): Table => ({
  name: 'measurement',
  title: translateInEach('export.table.measurement'),
  fields: measurementColumns.map(measuredField),
  rows: namedRows(measurementRows(namedMeasurement(measurement, names, language), language), names).map((row) =>
    measurementColumns.map((column) => cellOf(row, column, language)),
  ),
})

/**
 * The table of a lone CSV, in which claimed figures stand behind the measured ones, in columns of their own; its fields are
 * called as it heads them.
 */
export function csvTable(measurement: Measurement, names: TableNames, language: Language): Table {
  const columns = loneColumns(measurement)
  const heads = columnHeads(columns, language)
  const own = measurementTable(measurement, names, language)
  return {
    ...own,
    fields: columns.map((column, i): Field => {
      const field = measuredField(column)
      const isPeriod = column === 'date' && measurement.claimed.length > 0
      return { ...field, name: heads[i]!, ...(isPeriod ? { type: 'period' } : {}) }
    }),
    rows: loneRows(namedMeasurement(measurement, names, language), language, names).map((row) =>
      columns.map((column) => cellOf(row, column, language)),
    ),
  }
}

/** A row for each combination, largest first, numbered as its ground is in the geometry files. */
export function combinationsTable(
  study: Study,
  measurement: Measurement,
  names: TableNames,
  language: Language,
): Table {
  const zones = zonesOf(measurement)
  const reports = lastReports(measurement.notes)
  const own = zones
    .flatMap(({ name }) => reports.get(name) ?? [])
    .map((report) => ({ ...report, layer: names.layer(report.layer) }))
  const reported = own.length === 0 ? null : reportsText(own, false, language)
  return {
    name: 'combinations',
    title: translateInEach('export.table.combinations'),
    description: translateInEach('export.about.overlap'),
    fields: [
      ownField('nr', 'integer'),
      ...zones.map(({ name, layer }): Field => {
        return { name, type: 'text', title: titleOf(study, layer, name), description: classesAbout(study, name) }
      }),
      ...figures,
      measuredField('lastReported'),
    ],
    rows: measurement.combinations.map(({ classes, areaM2, share, ...interval }, i) => [
      i + 1,
      ...zones.map(({ name }) => {
        const own = classes[name]!.map((each) => names.class(name, each ?? ''))
        return own.length === 0 ? null : own.join(' + ')
      }),
      ...figureCells(areaM2, share, interval),
      reported,
    ]),
  }
}

const classesAbout = (study: Study, layer: string): Text =>
  inEachLanguage((language) =>
    translate(language, 'export.about.classes', { layer: namesIn(study, language).layer(layer) }),
  )

const titleOf = (study: Study, id: string | null, name: string): Text =>
  study.layers.find((layer) => layer.id === id)?.title ?? { en: name }

/** The classes of the combinations in long form. */
export function combinationClassesTable(measurement: Measurement, names: TableNames): Table {
  const zones = zonesOf(measurement)
  return {
    name: 'combinationclasses',
    title: translateInEach('export.table.combination-classes'),
    description: translateInEach('export.about.combination-classes'),
    fields: [ownField('nr', 'integer'), measuredField('layer'), measuredField('class')],
    rows: measurement.combinations.flatMap(({ classes }, i) =>
      zones.flatMap(({ name }) => classes[name]!.map((each): Cell[] => [i + 1, name, names.class(name, each ?? '')])),
    ),
  }
}
