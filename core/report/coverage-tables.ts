import { comparedTopics } from '../compare/compared-about.ts'
import { claimedAbout } from '../compare/coverage.ts'
import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { saidBy } from '../format/said-by.ts'
import { namedSource } from '../model/sources.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import type { Row, Table } from './blocks.ts'
import { nameIn } from './class-titles.ts'
import type { SourceList } from './source-list.ts'
import type { ComparedStudy } from '../compare/comparison-answer.ts'
import type { CoverageTopic } from '../compare/comparison-terms.ts'

/** By what right each study speaks of its plan's area, of who held it, of shelling and damage, but for topics left out. */
export function coverageTable(studies: readonly ComparedStudy[], language: Language): Table {
  const topics = comparedTopics(studies)
  return {
    kind: 'table',
    caption: translate(language, 'coverage.caption'),
    columns: [
      { head: translate(language, 'report.column.plan'), width: 3 },
      ...topics.map((topic) => ({ head: translate(language, `coverage.${topic}`), width: 2.6 })),
    ],
    rows: studies.map((study): Row => ({
      cells: [nameIn(language, study.title), ...topics.map((topic) => basisText(study, topic, language))],
    })),
    remarks: [],
  }
}

/** More names than these are counted. */
const mostNames = 3

/** By what right a study speaks of something; of figures that are only claimed, by whom. */
function basisText(
  { coverage, claimed, published, sources }: ComparedStudy,
  topic: CoverageTopic,
  language: Language,
): string {
  const basis = translate(language, `basis.${coverage[topic]}`)
  if (coverage[topic] !== 'claimed') return basis
  const by =
    topic === 'area'
      ? published
          .filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
          .map((figure) => namedSource(sources, figure.source))
      : claimedAbout(claimed, topic).map((figure) => figure.by)
  const names = [...new Set(by.map((own) => saidBy(own, language)))]
  const shown = names.slice(0, mostNames).join(comma(language))
  const who =
    names.length > mostNames
      ? translate(language, 'report.compared.and-more', { list: shown, count: names.length - mostNames })
      : shown
  return who === '' ? basis : translate(language, 'report.compared.basis-by', { basis, who })
}

/** What sources claim of the other plans; the report's own stands in a section of its own. None where they claim nothing. */
export function otherClaims(others: readonly ComparedStudy[], language: Language, sources: SourceList): Table[] {
  const rows = others.flatMap(({ title, claimed, sources: known }) =>
    claimed.map((figure): Row => {
      const { what, ofWhat, day, who } = claimedText(figure, language)
      const name = nameIn(language, title)
      const number = sources.cite(namedSource(known, figure.source), `${name}: ${what}`)
      return {
        cells: [
          name,
          what,
          markedFigure(figure, language),
          ofWhat,
          day,
          who,
          translate(language, 'report.cited', { number }),
        ],
      }
    }),
  )
  if (rows.length === 0) return []
  const column = (key: 'what' | 'how-much' | 'of-what' | 'day' | 'who'): string =>
    translate(language, `claimed.column.${key}`)
  return [
    {
      kind: 'table',
      caption: translate(language, 'claimed.caption-others'),
      columns: [
        { head: translate(language, 'report.column.plan'), width: 2.2 },
        { head: column('what'), width: 3.6 },
        { head: column('how-much'), isFigure: true, width: 2 },
        { head: column('of-what'), width: 2 },
        { head: column('day'), width: 2.2 },
        { head: column('who'), width: 2.8 },
        { head: translate(language, 'report.column.source'), isFigure: true, width: 1.2 },
      ],
      rows,
      remarks: markRemarks(
        others.flatMap(({ claimed }) => claimed),
        language,
      ),
    },
  ]
}
