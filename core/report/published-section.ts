import { oursText, verdictText } from '../compare/published-verdict.ts'
import { formatDate } from '../format/format.ts'
import { publishedValueText } from '../format/published-value.ts'
import { namedSource } from '../model/sources.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { paragraph, section, type Block } from './blocks.ts'
import { nameIn } from './class-titles.ts'
import type { FullInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'
import type { PublishedRow } from '../compare/comparison-answer.ts'

/** What sources print, set against what the layers give. */
export function publishedSection({ study, published, language }: FullInput, sources: SourceList): Block[] {
  if (published.length === 0) return []
  const column = (key: 'figure' | 'published' | 'measured' | 'difference' | 'source'): string =>
    translate(language, `report.column.${key}`)
  return section(translate(language, 'report.published'), [
    paragraph(translate(language, 'report.published.about')),
    {
      kind: 'table',
      key: 'published',
      caption: translate(language, 'report.published.caption'),
      columns: [
        { head: column('figure'), width: 5 },
        { head: column('published'), isFigure: true, width: 2.2 },
        { head: column('measured'), isFigure: true, width: 2.6 },
        { head: column('difference'), isFigure: true, width: 2.3 },
        { head: column('source'), isFigure: true, width: 1.3 },
      ],
      rows: published.map((row) => {
        const what = whatOf(row, language)
        const number = sources.cite(namedSource(study.sources, row.published.source), what)
        return {
          cells: [
            what,
            publishedValueText(row.published, language),
            ...oursCells(row, language),
            translate(language, 'report.cited', { number }),
          ],
        }
      }),
      remarks: published.some(({ drawnTo }) => drawnTo)
        ? [translate(language, 'drawn-to.about', { drawn: translate(language, 'drawn-to.figure') })]
        : [],
    },
  ])
}

function whatOf({ published: { of }, date }: PublishedRow, language: Language): string {
  const what = of ? nameIn(language, of) : translate(language, 'report.published.plan')
  return translate(language, 'report.published.dated', {
    what,
    date: date === null ? translate(language, 'date.undated') : formatDate(date, language),
  })
}

/** Ours with its day, and the difference; where there is none, why. */
function oursCells(
  { published, at, measured, interval, verdict, drawnTo, without }: PublishedRow,
  language: Language,
): [string, string] {
  const nothing = translate(language, 'report.nothing')
  if (drawnTo) return [translate(language, 'drawn-to.figure'), nothing]
  if (!measured || !verdict)
    return [without === null ? nothing : translate(language, `report.without.${without}`), nothing]
  return [
    datedText(oursText(published, measured, interval, language), at, language),
    verdictText(verdict, published.value, interval, language),
  ]
}

const datedText = (text: string, date: string | null, language: Language): string =>
  translate(language, 'published.on', {
    text,
    date: date === null ? translate(language, 'date.undated') : formatDate(date, language),
  })
