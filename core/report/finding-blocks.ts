import { findingKinds as kinds } from '../compare/comparison-terms.ts'
import { textIn } from '../model/text.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { dotted, heading, type Block, type Row, type Run, type Table } from './blocks.ts'
import { nameIn } from './class-titles.ts'
import type { FullInput } from './report-input.ts'
import type { Comparison, Finding } from '../compare/comparison-answer.ts'

/** More plans than these stand in a table of their own. */
const mostPlans = 6

/** In what each other plan is like the report's, in what it is not, and in what that is not decided; what is compared with none is left out. */
export function findingTables({ studies, findings }: Comparison, language: Language): Table[] {
  const others = studies.slice(1)
  const compared = findings.filter(({ kind }) => kind !== 'open')
  const topics = [...new Set(compared.map(({ topic }) => topic))]
  if (topics.length === 0) return []
  const groups = Array.from({ length: Math.ceil(others.length / mostPlans) }, (_, i) =>
    others.slice(i * mostPlans, (i + 1) * mostPlans),
  )
  return groups.map((group, place): Table => {
    const kindOf = (topic: Finding['topic'], id: string): Finding['kind'] | undefined =>
      findings.find((own) => own.topic === topic && own.studies[1] === id)?.kind
    return {
      kind: 'table',
      ...(place === 0 ? { key: 'findings' } : {}),
      caption: translate(language, 'report.compared.findings', { plan: nameIn(language, studies[0]!.title) }),
      columns: [
        { head: translate(language, 'report.column.topic'), width: 4 },
        ...group.map(({ title }) => ({ head: nameIn(language, title), width: 2.2 })),
      ],
      rows: topics.map((topic): Row => ({
        cells: [
          translate(language, `finding.topic.${topic}`),
          ...group.map(({ id }) => {
            const kind = kindOf(topic, id)
            return kind === undefined ? translate(language, 'report.nothing') : translate(language, `finding.${kind}`)
          }),
        ],
      })),
      remarks: [],
    }
  })
}

/** The same in sentences with their numbers, for each other plan. Where there is no number there is nothing to tell; why numbers, or a siege, decide nothing is told. */
export function findingsInFull({ compared, language }: FullInput): Block[] {
  if (!compared || compared.comparison.studies.length < 2) return []
  const { studies, findings } = compared.comparison
  const isSaid = ({ kind, because, topic }: Finding): boolean =>
    kind !== 'open' || because !== undefined || topic === 'siege'
  const told = studies.slice(1).flatMap(({ id, title }): Block[] => {
    const own = findings.filter((finding) => finding.studies[1] === id && isSaid(finding))
    const reported = kinds.flatMap((kind) => own.filter((finding) => finding.kind === kind))
    if (reported.length === 0) return []
    const runs: Run[] = [{ text: nameIn(language, title), strong: true }]
    return [
      { kind: 'paragraph', style: 'text', runs },
      dotted(reported.map(({ text }) => ({ text: textIn(language, text) }))),
    ]
  })
  return told.length === 0 ? [] : [heading(translate(language, 'report.compared.full')), ...told]
}
