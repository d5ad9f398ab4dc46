import { formatDate } from '../format/format.ts'
import { sourceOf } from '../model/sources.ts'
import { textIn } from '../model/text.ts'
import { datedEvents } from '../timeline/timeline.ts'
import { say } from '../i18n/say.ts'
import { dotted, paragraph, section, type Block } from './blocks.ts'
import type { ReportInput } from './report-input.ts'
import { signedDays } from './signed-days.ts'
import type { SourceList } from './source-list.ts'

/** What the study records beside its layers: events, statements of sources, and what it could not measure. */
export function recordSections({ study, language }: ReportInput, sources: SourceList): Block[] {
  const markOf = (id: string | undefined): string => {
    const source = sourceOf(study.sources, id)
    return source ? say(language, 'report.cited', { number: sources.cite(source) }) : ''
  }
  const cited = (id: string | undefined) => (id === undefined ? {} : { cited: markOf(id) })
  const { announced } = study.plan
  const events = datedEvents(study)
  const claims = study.claims.toSorted((a, b) => compareText(a.date ?? '', b.date ?? ''))
  return [
    ...section(
      say(language, 'report.events'),
      events.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption:
                announced === undefined
                  ? say(language, 'report.events.caption-undated')
                  : say(language, 'report.events.caption', { date: formatDate(announced, language) }),
              columns: [
                { head: say(language, 'report.column.day'), width: 2.8 },
                { head: say(language, 'report.column.event'), width: 6.5 },
                ...(announced === undefined
                  ? []
                  : [{ head: say(language, 'report.column.days'), isFigure: true, width: 1.6 }]),
                { head: say(language, 'report.column.source'), isFigure: true, width: 1.3 },
              ],
              rows: events.map(({ date, title, days, source }) => ({
                cells: [
                  formatDate(date, language),
                  textIn(language, title),
                  ...(announced === undefined ? [] : [signedDays(days)]),
                  markOf(source),
                ],
              })),
              remarks: [],
            },
          ],
    ),
    ...section(
      say(language, 'report.claims'),
      claims.length === 0
        ? []
        : [
            paragraph(say(language, 'report.claims.about')),
            dotted(
              claims.map(({ date, text, source }) => ({
                ...(date === undefined ? {} : { about: formatDate(date, language) }),
                text: textIn(language, text),
                ...cited(source),
              })),
            ),
          ],
    ),
    ...section(
      say(language, 'report.gaps'),
      study.gaps.length === 0
        ? []
        : [
            paragraph(say(language, 'report.gaps.about')),
            dotted(
              study.gaps.map(({ role, text, source }) => ({
                about: say(language, `role.${role}`),
                text: textIn(language, text),
                ...cited(source),
              })),
            ),
          ],
    ),
  ]
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
