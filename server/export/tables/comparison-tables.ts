import { both } from '../../../core/export/field.ts'
import type { Comparison } from '../../../core/study/comparison.ts'
import { textIn } from '../../../core/study/text.ts'
import { say, type Language } from '../../../core/words/say.ts'
import { comparisonRows } from '../comparison-rows.ts'
import { comparisonColumns } from '../measurement-csv.ts'
import { cellOf } from '../table-row.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'

/** The same measures of the study and of others, and what they have in common with it or not, in sentences. */
export const comparisonTables = (comparison: Comparison, language: Language): Table[] => [
  {
    name: 'comparison',
    title: both('export.table.comparison'),
    fields: comparisonColumns.map(measuredField),
    rows: comparisonRows(comparison, language).map((row) => comparisonColumns.map((column) => cellOf(row, column, language))),
  },
  {
    name: 'findings',
    title: both('export.table.findings'),
    fields: [measuredField('study'), ownField('topic'), ownField('kind'), ownField('message')],
    rows: comparison.findings.map(({ studies, topic, kind, text }) => [
      studies[1],
      say(language, `finding.topic.${topic}`),
      say(language, `page.finding.${kind}`),
      textIn(language, text),
    ]),
  },
]
