import { citation } from '../export/citation.ts'
import { shortened } from '../sheet/clean-text.ts'
import { answerSentence } from '../answer/answer.ts'
import { isTold } from '../model/outline.ts'
import { say } from '../i18n/say.ts'
import { hasInterval } from './area-figures.ts'
import { heading, paragraph, section, type Block } from './blocks.ts'
import { sourceRuns } from './class-titles.ts'
import { references } from './references.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** More uses than this are counted in no list: the source's own line says what it is. */
const mostUses = 4
const longestAnswer = 600

/** Where everything comes from, what the method rests on, and how to cite the result. */
export function closingSections({ study, measurement, language, hash }: ReportInput, sources: SourceList): Block[] {
  const listed = sources.listed()
  const measured = measurement.layers.flatMap(({ layer }) => study.layers.find(({ id }) => id === layer) ?? [])
  // Where nothing is measured there is no method to rest on works.
  const works = isTold(measurement)
    ? []
    : references({
        hasIntervals: hasInterval(measurement.plan),
        hasDamage: measured.some(({ role }) => role === 'damage'),
      })
  return [
    heading(say(language, 'report.sources')),
    listed.length === 0
      ? paragraph(say(language, 'report.sources.none'))
      : {
          kind: 'list',
          entries: listed.map(({ number, source, uses }) => ({
            mark: say(language, 'report.cited', { number }),
            runs: [
              ...sourceRuns(source, language),
              ...(uses.length > 0 && uses.length <= mostUses
                ? [
                    {
                      text: ` ${say(language, 'report.sources.for', { list: uses.map((use) => use.replace(/\.$/, '')).join(language === 'ar' ? '؛ ' : '; ') })}`,
                    },
                  ]
                : []),
            ],
          })),
        },
    ...section(
      say(language, 'report.references'),
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
    heading(say(language, 'report.cite')),
    paragraph(
      `${shortened(answerSentence(study, measurement, language), longestAnswer)} ${citation(study, measurement, hash, language)}`,
    ),
    paragraph(say(language, 'report.cite.hash'), 'small'),
  ]
}
