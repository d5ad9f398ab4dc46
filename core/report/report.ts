import { documentAbout } from '../export/document-about.ts'
import { documentName } from '../sheet/sheet-name.ts'
import { formatDate } from '../format/format.ts'
import { textIn } from '../model/text.ts'
import { translate } from '../i18n/translate.ts'
import { contents, inAnnex, type Report } from './blocks.ts'
import { claimedSection } from './claimed-section.ts'
import { closingSections } from './closing-sections.ts'
import { comparisonSection } from './comparison-section.ts'
import { crossingSection } from './crossing-section.ts'
import { damageSection } from './damage-section.ts'
import { discussionSection } from './discussion-section.ts'
import { eventSection } from './event-section.ts'
import { findingsInFull } from './finding-blocks.ts'
import { groundSection } from './ground-section.ts'
import { limitsSection } from './limits-section.ts'
import { methodSection } from './method-section.ts'
import { numbered } from './numbered.ts'
import { aboutSection, openingSection } from './opening-section.ts'
import { pictureSection } from './picture-section.ts'
import { printed } from './printed.ts'
import { publishedSection } from './published-section.ts'
import { readingMethod } from './reading-method.ts'
import { gapsSection, recordSections } from './record-sections.ts'
import type { ReportInput } from './report-input.ts'
import { sourceList } from './source-list.ts'
import { timeSection } from './time-section.ts'
import { uncertaintySection } from './uncertainty-section.ts'
import { unitSection } from './unit-section.ts'

/** Writes the report of a measured study. */
export function reportOf(input: ReportInput): Report {
  const { study, measurement, language, hash, font, style } = input
  const sources = sourceList()
  const opening = openingSection(input)
  const blocks =
    input.style === 'brief'
      ? [...opening, ...aboutSection(input), ...groundSection(input, sources), ...discussionSection(input, sources)]
      : [
          ...opening,
          contents(language),
          ...aboutSection(input),
          ...groundSection(input, sources),
          ...claimedSection(input, sources),
          ...crossingSection(input),
          ...unitSection(input),
          ...damageSection(input),
          ...eventSection(input),
          ...timeSection(input),
          ...publishedSection(input, sources),
          ...comparisonSection(input, sources),
          ...recordSections(input, sources),
          ...discussionSection(input, sources),
          ...readingMethod(input),
          ...gapsSection(input, sources),
        ]
  // The annex is written before the list of sources, which it cites as well, and stands after it.
  const annex =
    input.style === 'brief'
      ? []
      : inAnnex([
          ...uncertaintySection(input),
          ...findingsInFull(input),
          ...methodSection(input, sources),
          ...pictureSection(input),
          ...limitsSection(input),
        ])
  const all = [...blocks, ...closingSections(input, sources, style), ...annex]
  const { at } = measurement
  return printed(
    {
      language,
      title: textIn(language, study.title),
      subtitle:
        at === null
          ? translate(language, 'report.subtitle-undated')
          : translate(language, 'report.subtitle', { date: formatDate(at, language) }),
      made: translate(language, 'report.made', {
        engine: measurement.method.engine,
        id: study.id,
        revision: study.revision,
      }),
      name: documentName(study, at, style === 'brief' ? 'report_brief' : 'report'),
      hash,
      about: documentAbout(study, measurement, language, hash),
      blocks: numbered(all, language),
    },
    font,
  )
}
