import { leavingReasons } from '../../../core/measure/chosen-events.ts'
import type { EventList, EventReport } from '../../../core/events/event-answer.ts'
import type { ZoneArea } from '../../../core/measure/zone-sensitivity.ts'
import { translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import { unitCells, type TableNames } from './table-names.ts'
import type { Table } from './table.ts'

/** The tables of a study's lists of events; none where it has none. */
export function eventTables({ lists }: EventReport, names: TableNames, language: Language): Table[] {
  if (lists.length === 0) return []
  const tables: Table[] = [
    {
      name: 'events',
      title: translateInEach('export.table.events'),
      description: translateInEach('export.about.events'),
      fields: [
        measuredField('layer'),
        ownField('from', 'date'),
        ownField('to', 'date'),
        ownField('what'),
        measuredField('count'),
      ],
      rows: lists.flatMap((list) => countRows(list, language)),
    },
    {
      name: 'eventpositions',
      title: translateInEach('export.table.event-positions'),
      description: translateInEach('export.about.event-positions'),
      fields: [
        measuredField('layer'),
        ...(['latDegrees', 'lonDegrees'] as const).map((name) => ownField(name, 'number', 'degree')),
        ...(['inWindow', 'listed'] as const).map((name) => ownField(name, 'integer')),
      ],
      rows: lists.flatMap(({ layer, shared }) =>
        shared.map(({ latDegrees, lonDegrees, inWindow, events }): Cell[] => [
          layer,
          latDegrees,
          lonDegrees,
          inWindow,
          events,
        ]),
      ),
    },
    {
      name: 'eventrules',
      title: translateInEach('export.table.event-rules'),
      description: translateInEach('export.about.event-rules'),
      fields: [
        measuredField('layer'),
        ownField('changes'),
        ...(['radiusM', 'cellM'] as const).map((name) => ownField(name, 'number', 'm')),
        ownField('least', 'integer'),
        ownField('events', 'integer'),
        ...(['areaM2', 'areaHa', 'share'] as const).map(measuredField),
      ],
      rows: lists.flatMap(({ layer, ground, curves }) => [
        ...(ground ? [areaRow(layer, translate(language, 'events.curve.none'), ground)] : []),
        ...curves.flatMap(({ by, areas }) =>
          areas.map((area) => areaRow(layer, translate(language, `events.curve.${by}`), area)),
        ),
      ]),
    },
    {
      name: 'eventunits',
      title: translateInEach('export.table.event-units'),
      fields: (['layer', 'unit', 'unitName', 'count'] as const).map(measuredField),
      rows: lists.flatMap(({ layer, units }) =>
        units.map(({ id, count }): Cell[] => [layer, ...unitCells(id, names, language), count]),
      ),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** How many events the list has, how many take part, and how many are left out by each reason. */
function countRows({ layer, listed, used, inPlan, leftOut, window }: EventList, language: Language): Cell[][] {
  const about = [layer, window.from ?? null, window.to ?? null]
  return [
    [...about, translate(language, 'events.listed'), listed],
    [...about, translate(language, 'events.used'), used],
    ...(inPlan === null ? [] : [[...about, translate(language, 'events.in-plan'), inPlan]]),
    ...leavingReasons.flatMap((reason): Cell[][] => {
      const left = leftOut.find((each) => each.reason === reason)
      return left ? [[...about, translate(language, `events.left.${reason}`), left.count]] : []
    }),
  ]
}

const areaRow = (layer: string, changes: string, { rule, events, areaM2, share }: ZoneArea): Cell[] => [
  layer,
  changes,
  rule.by === 'radius' ? rule.radiusM : null,
  rule.by === 'grid' ? rule.cellM : null,
  rule.by === 'grid' ? rule.least : null,
  events,
  areaM2,
  areaM2 / 10_000,
  share,
]
