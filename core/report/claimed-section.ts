import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { namedSource } from '../model/sources.ts'
import { isTold } from '../model/outline.ts'
import { say } from '../i18n/say.ts'
import { paragraph, section, type Block } from './blocks.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** What sources claim in figures without drawing it, apart from what is measured; first that nothing is, where there is no outline. */
export function claimedSection({ study, measurement, language }: ReportInput, sources: SourceList): Block[] {
  const { claimed } = measurement
  const column = (key: 'what' | 'how-much' | 'of-what' | 'day' | 'who'): string =>
    say(language, `claimed.column.${key}`)
  const table: Block[] =
    claimed.length === 0
      ? []
      : [
          paragraph(say(language, 'claimed.about')),
          {
            kind: 'table',
            caption: say(language, 'claimed.caption'),
            columns: [
              { head: column('what'), width: 4.2 },
              { head: column('how-much'), isFigure: true, width: 2.2 },
              { head: column('of-what'), width: 2.4 },
              { head: column('day'), width: 2.4 },
              { head: column('who'), width: 3.2 },
              { head: say(language, 'report.column.source'), isFigure: true, width: 1.2 },
            ],
            rows: claimed.map((figure) => {
              const { what, ofWhat, day, who } = claimedText(figure, language)
              const number = sources.cite(namedSource(study.sources, figure.source), what)
              return {
                cells: [
                  what,
                  markedFigure(figure, language),
                  ofWhat,
                  day,
                  who,
                  say(language, 'report.cited', { number }),
                ],
              }
            }),
            remarks: markRemarks(claimed, language),
          },
        ]
  const told = isTold(measurement) ? [paragraph(say(language, 'told.not-measured'))] : []
  return section(say(language, 'claimed.title'), [...told, ...table])
}
