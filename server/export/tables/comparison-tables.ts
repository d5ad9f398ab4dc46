import { coverageTopics } from '../../../core/compare/coverage.ts'
import { both } from '../../../core/export/field.ts'
import type { Comparison } from '../../../core/compare/comparison.ts'
import { textIn } from '../../../core/model/text.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import { comparisonRows } from './comparison-rows.ts'
import { comparisonColumns } from './measurement-csv.ts'
import { cellOf } from './table-row.ts'
import { measuredField, ownField } from './field-of.ts'
import { claimedTable } from './claimed-table.ts'
import type { Table } from './table.ts'

/** The same measures of the study and of others, and what they have in common with it or not, in sentences. */
export const comparisonTables = (comparison: Comparison, language: Language): Table[] => [
  {
    name: 'comparison',
    title: both('export.table.comparison'),
    fields: comparisonColumns.map(measuredField),
    rows: comparisonRows(comparison, language)
      .filter(({ row }) => row !== 'claimed')
      .map((row) => comparisonColumns.map((column) => cellOf(row, column, language))),
  },
  {
    name: 'coverage',
    title: both('coverage.caption'),
    fields: [
      measuredField('study'),
      ...coverageTopics.map((topic) => ({ name: topic, type: 'text', title: both(`coverage.${topic}`) }) as const),
    ],
    rows: comparison.studies.map(({ id, coverage }) => [
      id,
      ...coverageTopics.map((topic) => say(language, `basis.${coverage[topic]}`)),
    ]),
  },
  ...(comparison.studies.some(({ claimed }) => claimed.length > 0)
    ? [
        {
          ...claimedTable(
            comparison.studies.flatMap(({ id, claimed, sources }) =>
              claimed.map((figure) => ({ study: id, figure, sources })),
            ),
            language,
          ),
          name: 'claimedbystudy',
          title: both('claimed.title-by-study'),
        },
      ]
    : []),
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
