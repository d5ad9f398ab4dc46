import { both } from '../../../core/export/field.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { holdingText } from '../../../core/timeline/holding-text.ts'
import type { Timeline } from '../../../core/timeline/timeline.ts'
import type { Language } from '../../../core/i18n/say.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

/** Every class on every day of the timeline. */
export function timelineTable(study: Study, { dates }: Timeline, language: Language): Table {
  return {
    name: 'timeline',
    title: both('export.table.timeline'),
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
        const about = [date, days, own.name, holdingText(own, date, language)]
        const layer = study.layers.find(({ id }) => id === own.layer)
        if (own.layer === null) return [[...about, ...Array<null>(10).fill(null)]]
        return own.classes.map(({ class: name, areaM2, share, low, high, shareLow, shareHigh, drawn }) => [
          ...about,
          textIn(language, classLabel(layer, name)),
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
