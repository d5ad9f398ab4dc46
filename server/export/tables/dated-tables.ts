import { validityText } from '../../../core/timeline/validity-text.ts'
import { translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'
import type { TableNames } from './table-names.ts'
import type { Timeline } from '../../../core/timeline/timeline-answer.ts'

/** Every class on every day of the timeline. */
export function timelineTable({ dates }: Timeline, names: TableNames, language: Language): Table {
  return {
    name: 'timeline',
    title: translateInEach('export.table.timeline'),
    fields: [
      measuredField('date'),
      ownField('days', 'integer', 'day'),
      measuredField('layer'),
      ownField('holds'),
      measuredField('class'),
      ...(['areaM2', 'areaHa', 'share', 'lowM2', 'highM2', 'shareLow', 'shareHigh', 'meanM2', 'sdM2'] as const).map(
        measuredField,
      ),
    ],
    rows: dates.flatMap(({ date, days, layers }) =>
      layers.flatMap((own): Cell[][] => {
        const about = [date, days, own.name, validityText(own, date, language)]
        if (own.layer === null) return [[...about, ...Array<null>(10).fill(null)]]
        return own.classes.map(({ class: name, areaM2, share, low, high, shareLow, shareHigh, drawn }) => [
          ...about,
          names.class(own.name, name ?? ''),
          areaM2,
          areaM2 / 10_000,
          share,
          low ?? null,
          high ?? null,
          shareLow ?? null,
          shareHigh ?? null,
          drawn?.meanM2 ?? null,
          drawn?.sdM2 ?? null,
        ])
      }),
    ),
  }
}
