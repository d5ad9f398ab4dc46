import { formatDate } from '../format/format.ts'
import { sourceOf } from '../model/sources.ts'
import { textIn } from '../model/text.ts'
import { datedEvents } from '../timeline/dated-events.ts'
import { translate } from '../i18n/translate.ts'
import { dotted, paragraph, section, type Block } from './blocks.ts'
import type { ReportInput } from './report-input.ts'
import { signedDays } from './signed-days.ts'
import type { SourceList } from './source-list.ts'

/** What the study records beside its layers: events and statements of sources. */
export function recordSections({ study, language }: ReportInput, sources: SourceList): Block[] {
  const markOf = marksOf({ study, language }, sources)
  const { announced } = study.plan
  const events = datedEvents(study)
  const claims = study.claims.toSorted((a, b) => compareText(a.date ?? '', b.date ?? ''))
  return [
    ...section(
      translate(language, 'report.events'),
      events.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption:
                announced === undefined
                  ? translate(language, 'report.events.caption-undated')
                  : translate(language, 'report.events.caption', { date: formatDate(announced, language) }),
              columns: [
                { head: translate(language, 'report.column.day'), width: 2.8 },
                { head: translate(language, 'report.column.event'), width: 6.5 },
                ...(announced === undefined
                  ? []
                  : [{ head: translate(language, 'report.column.days'), isFigure: true, width: 1.6 }]),
                { head: translate(language, 'report.column.source'), isFigure: true, width: 1.3 },
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
      translate(language, 'report.claims'),
      claims.length === 0
        ? []
        : [
            paragraph(translate(language, 'report.claims.about')),
            dotted(
              claims.map(({ date, text, source }) => ({
                ...(date === undefined ? {} : { about: formatDate(date, language) }),
                text: textIn(language, text),
                ...(source === undefined ? {} : { cited: markOf(source) }),
              })),
            ),
          ],
    ),
  ]
}

/** What no source was found for, which nothing here measures. */
export function gapsSection({ study, language }: ReportInput, sources: SourceList): Block[] {
  const markOf = marksOf({ study, language }, sources)
  return [
    ...section(
      translate(language, 'report.gaps'),
      study.gaps.length === 0
        ? []
        : [
            paragraph(translate(language, 'report.gaps.about')),
            dotted(
              study.gaps.map(({ role, text, source }) => ({
                about: translate(language, `role.${role}`),
                text: textIn(language, text),
                ...(source === undefined ? {} : { cited: markOf(source) }),
              })),
            ),
          ],
    ),
  ]
}

const marksOf =
  ({ study, language }: Pick<ReportInput, 'study' | 'language'>, sources: SourceList) =>
  (id: string | undefined): string => {
    const source = sourceOf(study.sources, id)
    return source ? translate(language, 'report.cited', { number: sources.cite(source) }) : ''
  }

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
