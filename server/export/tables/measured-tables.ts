import {
  cellOf as crossCell,
  crossTable,
  type CrossCategory,
  type CrossTable,
} from '../../../core/measure/cross-table.ts'
import { both, type Field } from '../../../core/export/field.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import type { ClassName, Interval, LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import { namesIn } from '../../../core/format/names.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { lastReportedText } from '../../../core/format/when.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import type { Cell } from './csv.ts'
import { claimedRows } from './claimed-columns.ts'
import { columnsOfClaims, measurementColumns } from './measurement-csv.ts'
import { lastReports, measurementRows } from './measurement-rows.ts'
import { tableNames } from './named.ts'
import { cellOf, reportsText } from './table-row.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

/** The measurement as its CSV has it: a row for each figure. */
export const measurementTable = (measurement: Measurement, language: Language): Table => ({
  name: 'measurement',
  title: both('export.table.measurement'),
  fields: measurementColumns.map(measuredField),
  rows: measurementRows(measurement, language).map((row) =>
    measurementColumns.map((column) => cellOf(row, column, language)),
  ),
})

/** The table of a lone CSV, in which claimed figures stand behind the measured ones, in columns of their own. */
export function csvTable(measurement: Measurement, language: Language): Table {
  const columns = [...measurementColumns, ...columnsOfClaims(measurement.claimed)]
  const rows = [...measurementRows(measurement, language), ...claimedRows(measurement.claimed, language)]
  return {
    ...measurementTable(measurement, language),
    fields: columns.map(measuredField),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, language))),
  }
}

const figures = (
  ['areaM2', 'areaHa', 'share', 'lowM2', 'highM2', 'shareLow', 'shareHigh', 'meanM2', 'sdM2'] as const
).map(measuredField)

/** Of the figures all but what only draws of the whole plan have. */
const endsOfInterval = 7

const figureCells = (areaM2: number, share: number, interval: Interval = {}): Cell[] => [
  areaM2,
  areaM2 / 10_000,
  share,
  interval.low ?? null,
  interval.high ?? null,
  interval.shareLow ?? null,
  interval.shareHigh ?? null,
  interval.drawn?.meanM2 ?? null,
  interval.drawn?.sdM2 ?? null,
]

/** Layers measured as ground: those whose classes stand in the combinations. */
const zonesOf = ({ layers, combinations }: Measurement): LayerMeasurement[] =>
  layers.filter(({ name }) => combinations.some(({ classes }) => Object.hasOwn(classes, name)))

const labelsOf = (study: Study, zone: LayerMeasurement) => {
  const layer = study.layers.find(({ id }) => id === zone.layer)
  return (name: ClassName): Text => classLabel(layer, name)
}

/** A row for each combination, largest first, numbered as its ground is in the geometry files. */
export function combinationsTable(study: Study, measurement: Measurement, language: Language): Table {
  const zones = zonesOf(measurement)
  const labels = zones.map((zone) => labelsOf(study, zone))
  const reports = lastReports(measurement.notes)
  const names = tableNames(study, language)
  const own = zones
    .flatMap(({ name }) => reports.get(name) ?? [])
    .map((report) => ({ ...report, layer: names.layer(report.layer) }))
  const reported = own.length === 0 ? null : reportsText(own, false, language)
  return {
    name: 'combinations',
    title: both('export.table.combinations'),
    description: both('export.about.overlap'),
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
      ...zones.map(({ name }, zone) => {
        const own = classes[name]!.map((each) => textIn(language, labels[zone]!(each)))
        return own.length === 0 ? null : own.join(' + ')
      }),
      ...figureCells(areaM2, share, interval),
      reported,
    ]),
  }
}

const classesAbout = (study: Study, layer: string): Text => ({
  en: say('en', 'export.about.classes', { layer }),
  ar: say('ar', 'export.about.classes', { layer: namesIn(study, 'ar').layer(layer) }),
})

const titleOf = (study: Study, id: string | null, name: string): Text =>
  study.layers.find((layer) => layer.id === id)?.title ?? { en: name }

/** Each layer measured as ground against each other one: classes in rows and columns, square metres in the cells. */
export function crossTables(study: Study, measurement: Measurement, language: Language): Table[] {
  const zones = zonesOf(measurement).map(({ name }) => name)
  const pairs = zones.flatMap((rows, i) => zones.slice(i + 1).map((columns) => [rows, columns] as const))
  return pairs.flatMap((pair, i) => {
    const crossed = crossTable(study, measurement, pair)
    if (!crossed.ok) throw new Error(`measured layers cannot be crossed: ${crossed.problem.code}`)
    const [rows, columns] = crossed.value.axes
    if (!rows || !columns) return []
    const setOf = ({ kind, names }: CrossCategory): readonly ClassName[] | null => (kind === 'silent' ? null : names)
    return [
      {
        name: `crosstable${i + 1}`,
        title: both('export.table.cross', { number: i + 1 }),
        description: crossedText(crossed.value),
        fields: [
          { name: rows.layer, type: 'text', title: rows.title },
          ...columns.categories.map(({ label }, column): Field => ({
            name: `c${column + 1}`,
            type: 'number',
            unit: 'm2',
            title: label,
          })),
          ownField('total', 'number', 'm2'),
        ],
        rows: [
          ...rows.categories.map((row): Cell[] => [
            textIn(language, row.label),
            ...columns.categories.map((column) => crossCell(crossed.value, [setOf(row), setOf(column)]).areaM2),
            row.areaM2,
          ]),
          [
            say(language, 'export.field.total'),
            ...columns.categories.map(({ areaM2 }) => areaM2),
            crossed.value.totalM2,
          ],
        ],
      },
    ]
  })
}

/** Both layers, each with the day that it was last reported where it is shown for a later one. */
function crossedText({ at, axes }: CrossTable): Text {
  const titles = (language: Language): string[] =>
    axes.map(({ title, lastReported }) => {
      const text = textIn(language, title)
      return lastReported === null || at === null ? text : `${text} (${lastReportedText(lastReported, at, language)})`
    })
  const about = (language: Language): string => {
    const [rows, columns] = titles(language) as [string, string]
    return say(language, 'export.about.cross', { rows, columns })
  }
  return { en: about('en'), ar: about('ar') }
}

/** A row for each unit, a column for each class; what lies outside all units comes last. */
export function unitsTable(study: Study, measurement: Measurement, language: Language): Table | null {
  const { units } = measurement
  if (!units) return null
  const classes = zonesOf(measurement).flatMap((zone) =>
    zone.classes.map((own) => ({ zone, key: own.class ?? '', label: labelsOf(study, zone)(own.class) })),
  )
  const names = namesIn(study, 'ar')
  const titled = (zone: LayerMeasurement, label: Text): Text => ({
    en: `${zone.name}: ${label.en}`,
    ar: `${names.layer(zone.name)}: ${label.ar ?? label.en}`,
  })
  return {
    name: 'units',
    title: both('export.table.units'),
    fields: [
      measuredField('unit'),
      ...figures.slice(0, endsOfInterval),
      ...classes.flatMap(({ zone, label }, i): Field[] => [
        { name: `m2_${i + 1}`, type: 'number', unit: 'm2', title: titled(zone, label) },
        ...(['low', 'high'] as const).map((end): Field => ({
          name: `m2_${i + 1}_${end}`,
          type: 'number',
          unit: 'm2',
          title: titled(zone, label),
          description: both(`export.about.${end}`),
        })),
      ]),
    ],
    rows: units.map(({ id, areaM2, share, layers, intervals, ...interval }): Cell[] => [
      id ?? textIn(language, both('sheet.row.outside')),
      ...figureCells(areaM2, share, interval).slice(0, endsOfInterval),
      ...classes.flatMap(({ zone, key }): Cell[] => {
        const { low = null, high = null } = intervals?.[zone.name]?.[key] ?? {}
        return [layers[zone.name]?.[key] ?? 0, low, high]
      }),
    ]),
  }
}
