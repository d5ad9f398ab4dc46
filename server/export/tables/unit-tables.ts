import { type Field } from '../../../core/export/field.ts'
import { namesIn } from '../../../core/format/names.ts'
import { comma, inEachLanguage, translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { ownValue } from '../../../core/result/own-value.ts'
import { classTexts } from './class-texts.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import { endsOfInterval, figureCells, figures, zonesOf } from './figure-cells.ts'
import { unitCells, type TableNames } from './table-names.ts'
import type { Table } from './table.ts'

/** A row for each unit, a column for each class; what lies outside all units comes last. */
export function unitsTable(
  study: Study,
  measurement: Measurement,
  names: TableNames,
  language: Language,
): Table | null {
  const { units } = measurement
  if (!units) return null
  const textOf = classTexts(study, measurement.at)
  const classes = zonesOf(measurement).flatMap((zone) =>
    zone.classes.map((own) => ({ zone, key: own.class ?? '', label: textOf(zone.name, own.class) })),
  )
  const layerNames = inEachLanguage((own) =>
    JSON.stringify(classes.map(({ zone }) => namesIn(study, own).layer(zone.name))),
  )
  const titled = (place: number, label: Text, figure: 'areaM2' | 'lowM2' | 'highM2'): Text =>
    inEachLanguage((own) => {
      const named = `${(JSON.parse(layerNames[own]) as string[])[place]}: ${textIn(own, label)}`
      return [named, translate(own, `sheet.column.${figure}`)].join(comma(own))
    })
  return {
    name: 'units',
    title: translateInEach('export.table.units'),
    fields: [
      measuredField('unit'),
      measuredField('unitName'),
      ...figures.slice(0, endsOfInterval),
      ...classes.flatMap(({ label }, i): Field[] => [
        { name: `m2_${i + 1}`, type: 'number', unit: 'm2', title: titled(i, label, 'areaM2') },
        ...(['low', 'high'] as const).map((end): Field => ({
          name: `m2_${i + 1}_${end}`,
          type: 'number',
          unit: 'm2',
          title: titled(i, label, `${end}M2`),
          description: translateInEach(`export.about.${end}`),
        })),
      ]),
    ],
    rows: units.map(({ id, areaM2, share, layers, intervals, ...interval }): Cell[] => [
      ...unitCells(id, names, language),
      ...figureCells(areaM2, share, interval).slice(0, endsOfInterval),
      ...classes.flatMap(({ zone, key }): Cell[] => {
        const { low = null, high = null } = ownValue(ownValue(intervals, zone.name), key) ?? {}
        return [ownValue(ownValue(layers, zone.name), key) ?? 0, low, high]
      }),
    ]),
  }
}

/** The same in long form: a row for each class with ground in a unit. */
export function unitClassesTable(measurement: Measurement, names: TableNames, language: Language): Table | null {
  const { units, plan } = measurement
  if (!units) return null
  const zones = zonesOf(measurement)
  return {
    name: 'unitclasses',
    title: translateInEach('export.table.unit-classes'),
    description: translateInEach('export.about.unit-classes'),
    fields: [
      ...(['unit', 'unitName', 'layer', 'class'] as const).map(measuredField),
      ...figures.slice(0, endsOfInterval),
      ownField('shareOfUnit', 'number', '1'),
    ],
    rows: units.flatMap(({ id, areaM2: unitM2, layers, intervals }) =>
      zones.flatMap((zone: LayerMeasurement) =>
        zone.classes.flatMap(({ class: name }): Cell[][] => {
          const areaM2 = ownValue(ownValue(layers, zone.name), name ?? '')
          if (areaM2 === undefined || areaM2 === 0) return []
          const interval = ownValue(ownValue(intervals, zone.name), name ?? '')
          return [
            [
              ...unitCells(id, names, language),
              zone.name,
              names.class(zone.name, name ?? ''),
              ...figureCells(areaM2, interval?.share ?? areaM2 / plan.areaM2, interval).slice(0, endsOfInterval),
              areaM2 / unitM2,
            ],
          ]
        }),
      ),
    ),
  }
}
