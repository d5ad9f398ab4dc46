import { type Field } from '../../../core/export/field.ts'
import type { CorrectedCount } from '../../../core/uncertainty/corrected-counts.ts'
import type { AreaEstimate } from '../../../core/uncertainty/error-matrix.ts'
import { translateInEach, type MessageKey } from '../../../core/i18n/translate.ts'
import type { Table } from './table.ts'

const field = (
  name: string,
  type: Field['type'],
  unit: string | undefined,
  title: MessageKey,
  about?: MessageKey,
): Field => ({
  name,
  type,
  ...(unit === undefined ? {} : { unit }),
  title: translateInEach(title),
  ...(about === undefined ? {} : { description: translateInEach(about) }),
})

/** Areas corrected by an error matrix, a row for each class. */
export const correctedAreasTable = ({ classes }: AreaEstimate): Table => ({
  name: 'corrected',
  title: translateInEach('sure.matrix'),
  description: translateInEach('sure.kind.matrix'),
  fields: [
    field('class', 'text', undefined, 'sure.column.class'),
    field('mappedHa', 'number', 'ha', 'sure.matrix.mapped'),
    field('areaHa', 'number', 'ha', 'sure.matrix.area'),
    field('lowHa', 'number', 'ha', 'sure.matrix.low', 'sure.kind.matrix'),
    field('highHa', 'number', 'ha', 'sure.matrix.high', 'sure.kind.matrix'),
    field('marginHa', 'number', 'ha', 'sure.matrix.margin', 'sure.about.margin'),
    field('usersAccuracy', 'number', '1', 'sure.matrix.users'),
    field('producersAccuracy', 'number', '1', 'sure.matrix.producers'),
  ],
  rows: classes.map((own) => [
    own.class,
    own.mappedM2 / 10_000,
    own.areaM2 / 10_000,
    own.low / 10_000,
    own.high / 10_000,
    own.marginM2 / 10_000,
    own.usersAccuracy,
    own.producersAccuracy,
  ]),
})

/** Counts corrected by detection rates, a row for each class. */
export const correctedCountsTable = (counts: readonly CorrectedCount[]): Table => ({
  name: 'corrected',
  title: translateInEach('sure.counts'),
  description: translateInEach('sure.kind.counts'),
  fields: [
    field('class', 'text', undefined, 'sure.column.class'),
    field('count', 'integer', undefined, 'sure.column.count'),
    field('estimate', 'number', undefined, 'sure.counts.estimate'),
    field('low', 'number', undefined, 'sure.matrix.low', 'sure.kind.counts'),
    field('high', 'number', undefined, 'sure.matrix.high', 'sure.kind.counts'),
  ],
  rows: counts.map((own) => [own.class ?? '∅', own.count, own.estimate, own.low, own.high]),
})
