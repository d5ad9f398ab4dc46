import { type Field, type FieldType } from '../../../core/export/field.ts'
import { translateInEach, type MessageKey } from '../../../core/i18n/translate.ts'
import type { ColumnName } from './table-row.ts'

type Kind = { readonly type: FieldType; readonly unit?: string; readonly about?: MessageKey }

const kinds = {
  row: { type: 'text', about: 'export.about.row' },
  unit: { type: 'text' },
  unitName: { type: 'text' },
  layer: { type: 'text' },
  role: { type: 'text' },
  date: { type: 'date' },
  lastReported: { type: 'text' },
  class: { type: 'text' },
  confidence: { type: 'text', about: 'export.about.confidence' },
  party: { type: 'text' },
  sources: { type: 'text', about: 'export.about.sources' },
  sourceNames: { type: 'text' },
  areaM2: { type: 'number', unit: 'm2', about: 'export.about.areaM2' },
  areaHa: { type: 'number', unit: 'ha' },
  share: { type: 'number', unit: '1', about: 'export.about.share' },
  lowM2: { type: 'number', unit: 'm2', about: 'export.about.low' },
  highM2: { type: 'number', unit: 'm2', about: 'export.about.high' },
  shareLow: { type: 'number', unit: '1', about: 'export.about.low' },
  shareHigh: { type: 'number', unit: '1', about: 'export.about.high' },
  meanM2: { type: 'number', unit: 'm2', about: 'export.about.mean' },
  sdM2: { type: 'number', unit: 'm2', about: 'export.about.sd' },
  above: { type: 'number', unit: '1' },
  intervalKind: { type: 'text' },
  count: { type: 'integer' },
  perHa: { type: 'number', unit: '1/ha' },
  study: { type: 'text' },
  studyTitle: { type: 'text' },
  shareOfNamed: { type: 'number', unit: '1' },
  days: { type: 'integer', unit: 'day' },
  difference: { type: 'number', unit: '1' },
  measure: { type: 'text' },
  claimed: { type: 'number' },
  claimedLow: { type: 'number' },
  claimedHigh: { type: 'number' },
  of: { type: 'text' },
  saidBy: { type: 'text' },
  side: { type: 'text' },
} as const satisfies Partial<Record<ColumnName, Kind>>

export type MeasuredColumn = keyof typeof kinds

/** A column of the measurement's own table. */
export function measuredField(column: MeasuredColumn): Field {
  const { type, unit, about }: Kind = kinds[column]
  return {
    name: column === 'share' ? 'shareOfPlan' : column,
    type,
    ...(unit === undefined ? {} : { unit }),
    title: translateInEach(`sheet.column.${column}`),
    ...(about === undefined ? {} : { description: translateInEach(about) }),
  }
}

type OwnName = Extract<MessageKey, `export.field.${string}`> extends `export.field.${infer Name}` ? Name : never

/** How programs call a column where it is not by its own name. */
const programNames: Partial<Readonly<Record<OwnName, string>>> = {
  'source-date': 'sourceDate',
}

/** A column that only the tables for other programs have. */
export const ownField = (name: OwnName, type: FieldType = 'text', unit?: string): Field => ({
  name: programNames[name] ?? name,
  type,
  ...(unit === undefined ? {} : { unit }),
  title: translateInEach(`export.field.${name}`),
})
