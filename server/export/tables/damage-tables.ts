import type { ClusterSum } from '../../../core/damage/damage-answer.ts'
import type { DamageRow } from '../../../core/damage/damage-answer.ts'
import type { DamageReport } from '../../../core/damage/damage-answer.ts'
import { translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import { unitCells, type TableNames } from './table-names.ts'
import type { Table } from './table.ts'

/** The tables of a study's lists of damaged sites; none where it has none that can be counted. */
export function damageTables(report: DamageReport, names: TableNames, language: Language): Table[] {
  const lists = report.lists.filter(({ grading }) => grading === 'stated')
  if (lists.length === 0) return []
  return [
    {
      name: 'damage',
      title: translateInEach('export.table.damage'),
      description: translateInEach('export.about.damage'),
      fields: [
        measuredField('layer'),
        measuredField('unit'),
        measuredField('unitName'),
        measuredField('date'),
        ...(['sites', 'assessed', 'notAssessed', 'unrecorded'] as const).map((name) => ownField(name, 'integer')),
        ...(['affected', 'destroyed', 'severe', 'moderate', 'possible', 'noDamage'] as const).map((name) =>
          ownField(name, 'integer'),
        ),
        ownField('affectedPerHa', 'number', '1/ha'),
        ...(['newlyAffected', 'affectedAgain', 'firstSeenAffected', 'worsened', 'noLongerAffected'] as const).map(
          (name) => ownField(name, 'integer'),
        ),
        ownField('since', 'date'),
        ownField('shareOfBuildings', 'number', '1'),
      ],
      rows: lists.flatMap(({ layer, whole, units }) => [
        ...countRows(
          layer,
          null,
          translate(language, report.plan === null ? 'damage.whole-list' : 'sheet.row.plan'),
          whole!,
        ),
        ...units.flatMap((unit) => countRows(layer, ...unitCells(unit.id, names, language), unit)),
      ]),
    },
    {
      name: 'damageclusters',
      title: translateInEach('export.table.clusters'),
      description: translateInEach('export.about.clusters'),
      fields: [
        measuredField('layer'),
        measuredField('date'),
        ownField('cellM', 'number', 'm'),
        ...(['least', 'clusters', 'cells'] as const).map((name) => ownField(name, 'integer')),
        ownField('affected', 'integer'),
        ...(['areaM2', 'areaHa'] as const).map(measuredField),
      ],
      rows: lists.flatMap(({ layer, images, clusters }) =>
        clusters.map(({ rule, clusters: count, cells, affected, areaM2 }: ClusterSum): Cell[] => [
          layer,
          images.at(-1)!.date,
          rule.cellM,
          rule.least,
          count,
          cells,
          affected,
          areaM2,
          areaM2 / 10_000,
        ]),
      ),
    },
  ]
}

const countRows = (
  layer: string,
  unit: string | null,
  unitName: string | null,
  { sites, dates }: DamageRow,
): Cell[][] =>
  dates.map(({ date, counts, ...own }) => [
    layer,
    unit,
    unitName,
    date,
    sites,
    own.assessed,
    counts['not-assessed'],
    own.unrecorded,
    own.affected,
    counts.destroyed,
    counts.severe,
    counts.moderate,
    counts.possible,
    counts.none,
    own.affectedPerHa,
    own.newlyAffected,
    own.affectedAgain,
    own.firstSeenAffected,
    own.worsened,
    own.noLongerAffected,
    own.since,
    own.shareOfBuildings ?? null,
  ])
