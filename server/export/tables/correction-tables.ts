import { both, type Field } from '../../../core/export/field.ts'
import type { CorrectedCount } from '../../../core/uncertainty/corrected-counts.ts'
import type { AreaEstimate } from '../../../core/montecarlo/error-matrix.ts'
import type { WordKey } from '../../../core/i18n/say.ts'
import type { Table } from './table.ts'

const field = (
  name: string,
  type: Field['type'],
  unit: string | undefined,
  title: WordKey,
  about?: WordKey,
): Field => ({
  name,
  type,
  ...(unit === undefined ? {} : { unit }),
  title: both(title),
  ...(about === undefined ? {} : { description: both(about) }),
})

/** Areas corrected by an error matrix, a row for each class. */
export const correctedAreasTable = ({ classes }: AreaEstimate): Table => ({
  name: 'corrected',
  title: both('sure.matrix'),
  description: both('sure.kind.matrix'),
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
  title: both('sure.counts'),
  description: both('sure.kind.counts'),
  fields: [
    field('class', 'text', undefined, 'sure.column.class'),
    field('count', 'integer', undefined, 'sure.column.count'),
    field('estimate', 'number', undefined, 'sure.counts.estimate'),
    field('low', 'number', undefined, 'sure.matrix.low', 'sure.kind.counts'),
    field('high', 'number', undefined, 'sure.matrix.high', 'sure.kind.counts'),
  ],
  rows: counts.map((own) => [own.class ?? '∅', own.count, own.estimate, own.low, own.high]),
})
