import { answerSentence } from '../../../core/answer/answer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import { intervalSentences } from '../../../core/answer/interval-sentences.ts'
import { isReported } from '../../../core/model/outline.ts'
import { translate, translateInEach, type Language, type MessageKey } from '../../../core/i18n/translate.ts'
import type { Cell } from './csv.ts'
import type { Table } from './table.ts'
import { ownField } from './field-of.ts'

type AboutRow = readonly [key: MessageKey, text: string]

/** What a reader must know before the figures: the answer, how they were made, and how to cite them. */
export function aboutTable(study: Study, measurement: Measurement, cite: string, language: Language): Table {
  const rows: AboutRow[] = [
    ['export.about-row.title', textIn(language, study.title)],
    ['export.about-row.answer', answerSentence(study, measurement, language)],
    ['export.about-row.date', measurement.at ?? translate(language, 'date.undated')],
    ...(isReported(measurement)
      ? [['sheet.method', translate(language, 'told.not-measured')] satisfies AboutRow]
      : ([
          ['sheet.method', translate(language, 'sheet.method-area', { engine: measurement.method.engine })],
          ['export.about-row.interval', intervalSentences(study.layers, measurement, language)],
        ] satisfies AboutRow[])),
    ['export.about-row.cite', cite],
    ['export.about-row.disclaimer', translate(language, 'sheet.disclaimer')],
  ]
  return {
    name: 'about',
    title: translateInEach('export.table.about'),
    fields: [ownField('key'), ownField('value')],
    rows: rows.map(([key, text]): Cell[] => [translate(language, key), text]),
  }
}
