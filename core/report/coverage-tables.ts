import { claimedAbout, coverageTopics, type CoverageTopic } from '../compare/coverage.ts'
import type { ComparedStudy } from '../compare/comparison.ts'
import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { saidBy } from '../format/said-by.ts'
import { namedSource } from '../model/sources.ts'
import { say, type Language } from '../i18n/say.ts'
import type { Row, Table } from './blocks.ts'
import { nameIn } from './class-titles.ts'
import type { SourceList } from './source-list.ts'

/** By what right each study speaks of its plan's area, of who held it, of shelling and damage. */
export const coverageTable = (studies: readonly ComparedStudy[], language: Language): Table => ({
  kind: 'table',
  caption: say(language, 'coverage.caption'),
  columns: [
    { head: say(language, 'report.column.plan'), width: 3 },
    ...coverageTopics.map((topic) => ({ head: say(language, `coverage.${topic}`), width: 2.6 })),
  ],
  rows: studies.map((study): Row => ({
    cells: [nameIn(language, study.title), ...coverageTopics.map((topic) => basisText(study, topic, language))],
  })),
  remarks: [],
})

/** More names than these are counted. */
const mostNames = 3

/** By what right a study speaks of something; of figures that are only claimed, by whom. */
function basisText(
  { coverage, claimed, published, sources }: ComparedStudy,
  topic: CoverageTopic,
  language: Language,
): string {
  const basis = say(language, `basis.${coverage[topic]}`)
  if (coverage[topic] !== 'claimed') return basis
  const by =
    topic === 'area'
      ? published
          .filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
          .map((figure) => namedSource(sources, figure.source))
      : claimedAbout(claimed, topic).map((figure) => figure.by)
  const names = [...new Set(by.map((own) => saidBy(own, language)))]
  const shown = names.slice(0, mostNames).join(language === 'ar' ? '، ' : ', ')
  const who =
    names.length > mostNames
      ? say(language, 'report.compared.and-more', { list: shown, count: names.length - mostNames })
      : shown
  return who === '' ? basis : say(language, 'report.compared.basis-by', { basis, who })
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
          say(language, 'report.cited', { number }),
        ],
      }
    }),
  )
  if (rows.length === 0) return []
  const column = (key: 'what' | 'how-much' | 'of-what' | 'day' | 'who'): string =>
    say(language, `claimed.column.${key}`)
  return [
    {
      kind: 'table',
      caption: say(language, 'claimed.caption-others'),
      columns: [
        { head: say(language, 'report.column.plan'), width: 2.2 },
        { head: column('what'), width: 3.6 },
        { head: column('how-much'), isFigure: true, width: 2 },
        { head: column('of-what'), width: 2 },
        { head: column('day'), width: 2.2 },
        { head: column('who'), width: 2.8 },
        { head: say(language, 'report.column.source'), isFigure: true, width: 1.2 },
      ],
      rows,
      remarks: markRemarks(
        others.flatMap(({ claimed }) => claimed),
        language,
      ),
    },
  ]
}
