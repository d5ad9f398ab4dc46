import { claimedText, markedFigure, markRemarks } from '../format/claimed-text.ts'
import { namedSource } from '../model/sources.ts'
import { isReported } from '../model/outline.ts'
import { translate } from '../i18n/translate.ts'
import { paragraph, section, type Block } from './blocks.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** What sources claim in figures without drawing it, apart from what is measured; first that nothing is, where there is no outline. */
export function claimedSection({ study, measurement, language }: ReportInput, sources: SourceList): Block[] {
  const { claimed } = measurement
  const column = (key: 'what' | 'how-much' | 'of-what' | 'day' | 'who'): string =>
    translate(language, `claimed.column.${key}`)
  const table: Block[] =
    claimed.length === 0
      ? []
      : [
          paragraph(translate(language, 'claimed.about')),
          {
            kind: 'table',
            caption: translate(language, 'claimed.caption'),
            columns: [
              { head: column('what'), width: 4.2 },
              { head: column('how-much'), isFigure: true, width: 2.2 },
              { head: column('of-what'), width: 2.4 },
              { head: column('day'), width: 2.4 },
              { head: column('who'), width: 3.2 },
              { head: translate(language, 'report.column.source'), isFigure: true, width: 1.2 },
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
                  translate(language, 'report.cited', { number }),
                ],
              }
            }),
            remarks: markRemarks(claimed, language),
          },
        ]
  const reported = isReported(measurement) ? [paragraph(translate(language, 'told.not-measured'))] : []
  return section(translate(language, 'claimed.title'), [...reported, ...table])
}
