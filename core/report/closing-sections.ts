import { citation } from '../export/citation.ts'
import { shortened } from '../sheet/clean-text.ts'
import { answerSentence } from '../answer/answer.ts'
import { isReported } from '../model/outline.ts'
import { translate, semicolon } from '../i18n/translate.ts'
import { hasInterval } from './area-figures.ts'
import { heading, paragraph, section, type Block } from './blocks.ts'
import { sourceRuns } from './class-titles.ts'
import { references } from './references.ts'
import type { ReportInput } from './report-input.ts'
import type { ReportStyle } from './report-style.ts'
import type { SourceList } from './source-list.ts'

/** More uses than this are counted in no list: the source's own line says what it is. */
const mostUses = 4
const longestAnswer = 600

/** How to cite the result, where everything comes from, and what the method rests on. */
export function closingSections(
  { study, measurement, language, hash }: ReportInput,
  sources: SourceList,
  style: ReportStyle,
): Block[] {
  const listed = sources.listed()
  const measured = measurement.layers.flatMap(({ layer }) => study.layers.find(({ id }) => id === layer) ?? [])
  // Where nothing is measured there is no method to rest on works.
  const works =
    isReported(measurement) || style === 'brief'
      ? []
      : references({
          hasIntervals: hasInterval(measurement.plan),
          hasDamage: measured.some(({ role }) => role === 'damage'),
        })
  return [
    heading(translate(language, 'report.cite')),
    paragraph(
      `${shortened(answerSentence(study, measurement, language), longestAnswer)} ${citation(study, measurement, hash, language)}`,
    ),
    paragraph(translate(language, 'report.cite.hash'), 'small'),
    heading(translate(language, 'report.sources')),
    listed.length === 0
      ? paragraph(translate(language, 'report.sources.none'))
      : {
          kind: 'list',
          entries: listed.map(({ number, source, uses }) => ({
            mark: translate(language, 'report.cited', { number }),
            runs: [
              ...sourceRuns(source, language),
              ...(uses.length > 0 && uses.length <= mostUses
                ? [
                    {
                      text: ` ${translate(language, 'report.sources.for', { list: uses.map((use) => use.replace(/\.$/, '')).join(semicolon(language)) })}`,
                    },
                  ]
                : []),
            ],
          })),
        },
    ...section(
      translate(language, 'report.references'),
      works.length === 0
        ? []
        : [
            {
              kind: 'list',
              entries: works.map(({ text, url }) => ({
                mark: '•',
                runs: [{ text: url === undefined ? text : `${text} ${url}`, isCode: true }],
              })),
            },
          ],
    ),
  ]
}
