import { both } from '../../../core/export/field.ts'
import { answerSentence } from '../../../core/answer/answer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { intervalSentences } from '../../../core/answer/interval-sentences.ts'
import { isTold } from '../../../core/model/outline.ts'
import { say, type Language, type WordKey } from '../../../core/i18n/say.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'
import { ownField } from './field-of.ts'

type AboutRow = readonly [key: WordKey, text: string]

/** What a reader must know before the figures: the answer, how they were made, and how to cite them. */
export function aboutTable(study: Study, measurement: Measurement, cite: string, language: Language): Table {
  const rows: AboutRow[] = [
    ['export.about-row.title', textIn(language, study.title)],
    ['export.about-row.answer', answerSentence(study, measurement, language)],
    ['export.about-row.date', measurement.at ?? say(language, 'date.undated')],
    ...(isTold(measurement)
      ? [['sheet.method', say(language, 'told.not-measured')] satisfies AboutRow]
      : ([
          ['sheet.method', say(language, 'sheet.method-area', { engine: measurement.method.engine })],
          ['export.about-row.interval', intervalSentences(study.layers, measurement, language)],
        ] satisfies AboutRow[])),
    ['export.about-row.cite', cite],
    ['export.about-row.disclaimer', say(language, 'sheet.disclaimer')],
  ]
  return {
    name: 'about',
    title: both('export.table.about'),
    fields: [ownField('key'), ownField('value')],
    rows: rows.map(([key, text]): Cell[] => [say(language, key), text]),
  }
}
