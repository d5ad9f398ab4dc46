import {
  cellOf as crossCell,
  crossTable,
  type CrossAxis,
  type CrossCategory,
  type CrossTable,
} from '../../../core/measure/cross-table.ts'
import { type Field } from '../../../core/export/field.ts'
import { lastReportedText } from '../../../core/format/when.ts'
import { inEachLanguage, translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { ClassName, Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { classTexts, type ClassTexts } from './class-texts.ts'
import type { Cell } from './csv.ts'
import { ownField } from './field-of.ts'
import { endsOfInterval, figureCells, figures, zonesOf } from './figure-cells.ts'
import type { TableNames } from './table-names.ts'
import type { Table } from './table.ts'

function crossedPairs(study: Study, measurement: Measurement): CrossTable[] {
  const zones = zonesOf(measurement).map(({ name }) => name)
  const pairs = zones.flatMap((rows, i) => zones.slice(i + 1).map((columns) => [rows, columns] as const))
  return pairs.map((pair) => {
    const crossed = crossTable(study, measurement, pair)
    if (!crossed.ok) throw new Error(`measured layers cannot be crossed: ${crossed.problem.code}`)
    return crossed.value
  })
}

const setOf = ({ kind, names }: CrossCategory): readonly ClassName[] | null => (kind === 'silent' ? null : names)

/** A class as all tables call it, ground of none or of several in words. */
const categoryText =
  ({ layer }: CrossAxis, textOf: ClassTexts) =>
  ({ kind, names, label }: CrossCategory): Text =>
    kind === 'class' || kind === 'several'
      ? inEachLanguage((language) => names.map((name) => textIn(language, textOf(layer, name))).join(' + '))
      : label

/** Each layer measured as ground against each other one: classes in rows and columns, square metres in the cells. */
export function crossTables(study: Study, measurement: Measurement, language: Language): Table[] {
  const textOf = classTexts(study, measurement.at)
  return crossedPairs(study, measurement).flatMap((crossed, i) => {
    const [rows, columns] = crossed.axes
    if (!rows || !columns) return []
    const [rowText, columnText] = [categoryText(rows, textOf), categoryText(columns, textOf)]
    return [
      {
        name: `crosstable${i + 1}`,
        title: translateInEach('export.table.cross', { number: i + 1 }),
        description: crossedText(crossed),
        fields: [
          { name: rows.layer, type: 'text', title: rows.title },
          ...columns.categories.map((category, column): Field => ({
            name: `c${column + 1}`,
            type: 'number',
            unit: 'm2',
            title: columnText(category),
          })),
          ownField('total', 'number', 'm2'),
        ],
        rows: [
          ...rows.categories.map((row): Cell[] => [
            textIn(language, rowText(row)),
            ...columns.categories.map((column) => crossCell(crossed, [setOf(row), setOf(column)]).areaM2),
            row.areaM2,
          ]),
          [
            translate(language, 'export.field.total'),
            ...columns.categories.map(({ areaM2 }) => areaM2),
            crossed.totalM2,
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
    return translate(language, 'export.about.cross', { rows, columns })
  }
  return inEachLanguage(about)
}

/** All of them in long form: a row for each cell with ground, its interval where it is one combination. */
export function crossCellsTable(
  study: Study,
  measurement: Measurement,
  names: TableNames,
  language: Language,
): Table | null {
  const textOf = classTexts(study, measurement.at)
  const crossed = crossedPairs(study, measurement)
  if (crossed.length === 0) return null
  return {
    name: 'crosscells',
    title: translateInEach('export.table.cross-cells'),
    description: translateInEach('export.about.cross-cells'),
    fields: [
      ...(['rowsLayer', 'rowsClass', 'columnsLayer', 'columnsClass'] as const).map((name) => ownField(name)),
      ...figures.slice(0, endsOfInterval),
    ],
    rows: crossed.flatMap(({ axes, cells }) =>
      cells.map(({ keys, areaM2, share, ...interval }): Cell[] => [
        ...axes.flatMap((axis, i) => {
          const category = axis.categories.find(({ key }) => key === keys[i])!
          return [names.layer(axis.layer), textIn(language, categoryText(axis, textOf)(category))]
        }),
        ...figureCells(areaM2, share, interval).slice(0, endsOfInterval),
      ]),
    ),
  }
}
