import { comparedTopics } from '../../../core/compare/compared-about.ts'
import { textIn } from '../../../core/model/text.ts'
import { translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import { comparisonRows } from './comparison-rows.ts'
import { comparisonColumns } from './measurement-csv.ts'
import { cellOf } from './table-row.ts'
import { measuredField, ownField } from './field-of.ts'
import { claimedTable } from './claimed-table.ts'
import type { Table } from './table.ts'
import type { Comparison } from '../../../core/compare/comparison-answer.ts'

/** The same measures of the study and of others, and what they have in common with it or not, in sentences. */
export function comparisonTables(comparison: Comparison, language: Language): Table[] {
  const titles = new Map(comparison.studies.map(({ id, title }) => [id, textIn(language, title)]))
  const titleOf = (id: string): string | null => titles.get(id) ?? null
  return [
    {
      name: 'comparison',
      title: translateInEach('export.table.comparison'),
      fields: comparisonColumns.map(measuredField),
      rows: comparisonRows(comparison, language)
        .filter(({ row }) => row !== 'claimed')
        .map((row) => comparisonColumns.map((column) => cellOf(row, column, language))),
    },
    {
      name: 'coverage',
      title: translateInEach('coverage.caption'),
      fields: [
        measuredField('study'),
        measuredField('studyTitle'),
        ...comparedTopics(comparison.studies).map(
          (topic) => ({ name: topic, type: 'text', title: translateInEach(`coverage.${topic}`) }) as const,
        ),
      ],
      rows: comparison.studies.map(({ id, title, coverage }) => [
        id,
        textIn(language, title),
        ...comparedTopics(comparison.studies).map((topic) => translate(language, `basis.${coverage[topic]}`)),
      ]),
    },
    ...(comparison.studies.some(({ claimed }) => claimed.length > 0)
      ? [
          {
            ...claimedTable(
              comparison.studies.flatMap(({ id, title, claimed, sources }) =>
                claimed.map((figure) => ({ study: { id, title }, figure, sources })),
              ),
              language,
            ),
            name: 'claimedbystudy',
            title: translateInEach('claimed.title-by-study'),
          },
        ]
      : []),
    {
      name: 'findings',
      title: translateInEach('export.table.findings'),
      fields: [
        measuredField('study'),
        measuredField('studyTitle'),
        ownField('topic'),
        ownField('kind'),
        ownField('message'),
      ],
      rows: comparison.findings.map(({ studies, topic, kind, text }) => [
        studies[1],
        titleOf(studies[1]),
        translate(language, `finding.topic.${topic}`),
        translate(language, `page.finding.${kind}`),
        textIn(language, text),
      ]),
    },
    ...(comparison.skipped.length > 0
      ? [
          {
            name: 'notcompared',
            title: translateInEach('export.table.not-compared'),
            fields: [measuredField('study'), measuredField('studyTitle'), ownField('message')],
            rows: comparison.skipped.map(({ id, title, text }) => [
              id,
              title === null ? null : textIn(language, title),
              textIn(language, text),
            ]),
          },
        ]
      : []),
  ]
}
