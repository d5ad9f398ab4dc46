import { both } from '../../../core/export/field.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import type { ClassName } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import type { ChangeCell } from '../../../core/timeline/change.ts'
import { holdingText } from '../../../core/timeline/holding-text.ts'
import type { Timeline } from '../../../core/timeline/timeline.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
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

/** What became of the ground between each snapshot and the next. */
export function changesTable(study: Study, { changes }: Timeline, language: Language): Table | null {
  if (changes.length === 0) return null
  return {
    name: 'changes',
    title: both('export.table.changes'),
    fields: [
      measuredField('layer'),
      ownField('from', 'date'),
      ownField('to', 'date'),
      ownField('fromClass'),
      ownField('toClass'),
      ...(['areaM2', 'areaHa'] as const).map(measuredField),
      measuredField('lowM2'),
      measuredField('highM2'),
      ownField('sliversM2', 'number', 'm2'),
    ],
    rows: changes.flatMap(({ layer, from, to, fromLayer, toLayer, matrix, notKnownM2 }) =>
      matrix.map((cell: ChangeCell): Cell[] => [
        layer,
        from,
        to,
        classesText(study, fromLayer, cell.fromClasses, language),
        classesText(study, toLayer, cell.toClasses, language, notKnownM2 !== undefined),
        cell.areaM2,
        cell.areaM2 / 10_000,
        cell.low ?? null,
        cell.high ?? null,
        cell.sliversM2 ?? null,
      ]),
    ),
  }
}

function classesText(
  study: Study,
  id: string,
  classes: readonly ClassName[],
  language: Language,
  hasEnded = false,
): string {
  const layer = study.layers.find((own) => own.id === id)
  const labels = classes.map((name) => textIn(language, classLabel(layer, name)))
  return labels.length === 0
    ? say(language, hasEnded ? 'class.uncovered-or-not-known' : 'class.uncovered')
    : labels.join(' + ')
}
