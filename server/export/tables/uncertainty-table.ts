import { type Field } from '../../../core/export/field.ts'
import type { FigureSubject } from '../../../core/uncertainty/uncertainty.ts'
import type { Uncertainty } from '../../../core/uncertainty/uncertainty.ts'
import { formatNumber } from '../../../core/format/format.ts'
import type { Names } from '../../../core/format/names.ts'
import type { ClassName } from '../../../core/model/measurement.ts'
import { comma, translate, translateInEach, type Language, type MessageKey } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { namedClasses } from './named.ts'
import { combinationName } from './measurement-rows.ts'
import type { Table } from './table.ts'

type ColumnName = Extract<MessageKey, `sure.column.${string}`> extends `sure.column.${infer Name}` ? Name : never
type Row = { readonly part: MessageKey } & Partial<Readonly<Record<Exclude<ColumnName, 'part'>, Cell>>>

const columns: readonly (readonly [ColumnName, string | null, MessageKey?])[] = [
  ['part', null],
  ['layer', null],
  ['class', null],
  ['of', null],
  ['areaM2', 'm2', 'export.about.areaM2'],
  ['share', '1', 'sure.about.share'],
  ['estimateLowM2', 'm2', 'sure.about.estimate'],
  ['estimateHighM2', 'm2', 'sure.about.estimate'],
  ['meanM2', 'm2'],
  ['sdM2', 'm2'],
  ['lowM2', 'm2', 'sure.about.draws'],
  ['highM2', 'm2', 'sure.about.draws'],
  ['minM2', 'm2', 'sure.about.bounds'],
  ['maxM2', 'm2', 'sure.about.bounds'],
  ['count', ''],
]

/** How sure a study is, as one rectangular table: areas three ways, ground that cannot be attributed, contributions, curves. */
export const uncertaintyTable = (uncertainty: Uncertainty, language: Language, names: Names): Table => ({
  name: 'uncertainty',
  title: translateInEach('sure.table'),
  fields: columns.map(([name, unit, about]): Field => ({
    name: name === 'part' ? 'row' : name,
    type: unit === null ? 'text' : name === 'count' ? 'integer' : 'number',
    ...(unit ? { unit } : {}),
    title: translateInEach(`sure.column.${name}`),
    ...(about === undefined ? {} : { description: translateInEach(about) }),
  })),
  rows: rowsOf(uncertainty, language, names).map((row) =>
    columns.map(([name]) => (name === 'part' ? translate(language, row.part) : (row[name] ?? null))),
  ),
})

function rowsOf(
  { figures, layers, contributions, openOrders, sensitivity }: Uncertainty,
  language: Language,
  names: Names,
): Row[] {
  const metres = (of: 'band' | 'metres', value: number): string =>
    translate(language, `sure.of.${of}`, { metres: formatNumber(value) })
  return [
    ...figures.map(({ subject, areaM2, share, estimate, draws, bounds }): Row => ({
      part: 'sure.part.figure',
      ...named(subject, language, names),
      areaM2,
      share,
      ...(estimate ? { estimateLowM2: estimate.lowM2, estimateHighM2: estimate.highM2 } : {}),
      ...draws,
      ...bounds,
    })),
    ...layers.flatMap(({ name, bandM, unattributedM2: areaM2, unattributedShare: share }): Row[] =>
      areaM2 === undefined || share === undefined
        ? []
        : [{ part: 'sure.part.unattributed', layer: name, of: metres('band', bandM ?? 0), areaM2, share }],
    ),
    ...contributions.flatMap((own) =>
      own.figures.flatMap(({ sdM2, share }, i): Row[] => {
        const { subject } = figures[i]!
        if (share === null || subject.kind === 'combination') return []
        const of = translate(language, 'sure.of.source', {
          layers: own.layers.map(names.layer).join(comma(language)),
          sigma: formatNumber(own.sigmaM),
        })
        return [{ part: 'sure.part.contribution', ...named(subject, language, names), of, share, sdM2 }]
      }),
    ),
    ...openOrders.map(({ layer, larger, smaller, probability }): Row => ({
      part: 'sure.part.order',
      layer,
      of: translate(language, 'sure.of.order', {
        larger: nameOf(names, layer, larger),
        smaller: nameOf(names, layer, smaller),
      }),
      share: probability,
    })),
    ...sensitivity.radius.flatMap(({ layer, by, points }) =>
      points.map(({ lengthM, areaM2, share }): Row => ({
        part: `sure.part.${by}`,
        layer,
        of: metres('metres', lengthM),
        areaM2,
        share,
      })),
    ),
    ...sensitivity.sigma.flatMap(({ factor, figures: own }) =>
      own.flatMap((spread, i): Row[] => {
        const { subject, draws } = figures[i]!
        if (!draws || draws.highM2 === 0 || subject.kind === 'combination') return []
        return [
          {
            part: 'sure.part.sigma',
            ...named(subject, language, names),
            of: translate(language, 'sure.of.factor', { factor }),
            ...spread,
          },
        ]
      }),
    ),
    ...sensitivity.threshold.flatMap(({ layer, points }) =>
      points.map(({ grade, ...amounts }): Row => ({
        part: 'sure.part.threshold',
        layer,
        of: gradeName(grade, language),
        ...amounts,
      })),
    ),
  ]
}

const gradeName = (grade: string, language: Language): string =>
  translate(language, `sure.grade.${grade}` as 'sure.grade.destroyed')

const nameOf = (names: Names, layer: string, name: ClassName): string =>
  name === null ? '∅' : names.class(layer, name)

function named(subject: FigureSubject, language: Language, names: Names): Pick<Row, 'layer' | 'class'> {
  switch (subject.kind) {
    case 'plan':
      return { class: translate(language, 'sheet.row.plan') }
    case 'combination':
      return { class: combinationName(namedClasses(subject.classes, names), language) }
    case 'class':
      return { layer: subject.layer, class: nameOf(names, subject.layer, subject.class) }
    default:
      return { layer: subject.layer, class: translate(language, `class.${subject.kind}`) }
  }
}
