import { both } from '../../../core/export/field.ts'
import { answerSentence } from '../../../core/study/answer.ts'
import type { Measurement } from '../../../core/study/measurement.ts'
import type { Study } from '../../../core/study/study.ts'
import { textIn } from '../../../core/study/text.ts'
import { intervalSentences } from '../../../core/study/interval-sentences.ts'
import { say, type Language } from '../../../core/words/say.ts'
import type { Cell } from '../csv.ts'
import type { Table } from './table.ts'
import { ownField } from './field-of.ts'

/** What a reader must know before the figures: the answer, how they were made, and how to cite them. */
export function aboutTable(study: Study, measurement: Measurement, cite: string, language: Language): Table {
  const { method } = measurement
  const rows: [key: Parameters<typeof say>[1], text: string][] = [
    ['export.about-row.title', textIn(language, study.title)],
    ['export.about-row.answer', answerSentence(study, measurement, language)],
    ['export.about-row.date', measurement.at ?? say(language, 'date.undated')],
    ['sheet.method', say(language, 'sheet.method-area', { engine: method.engine })],
    ['export.about-row.interval', intervalSentences(study.layers, measurement, language)],
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
