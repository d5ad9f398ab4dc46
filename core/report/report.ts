import { documentAbout } from '../export/document-about.ts'
import { documentName } from '../sheet/sheet-name.ts'
import { formatDate } from '../format/format.ts'
import { textIn } from '../model/text.ts'
import { say } from '../i18n/say.ts'
import type { Report } from './blocks.ts'
import { claimedSection } from './claimed-section.ts'
import { closingSections } from './closing-sections.ts'
import { comparisonSection } from './comparison-section.ts'
import { crossingSection } from './crossing-section.ts'
import { damageSection } from './damage-section.ts'
import { eventSection } from './event-section.ts'
import { groundSection } from './ground-section.ts'
import { limitsSection } from './limits-section.ts'
import { methodSection } from './method-section.ts'
import { numbered } from './numbered.ts'
import { openingSection } from './opening-section.ts'
import { printed } from './printed.ts'
import { publishedSection } from './published-section.ts'
import { recordSections } from './record-sections.ts'
import type { ReportInput } from './report-input.ts'
import { sourceList } from './source-list.ts'
import { timeSection } from './time-section.ts'
import { uncertaintySection } from './uncertainty-section.ts'
import { unitSection } from './unit-section.ts'

/** Writes the report of a measured study. */
export function reportOf(input: ReportInput): Report {
  const { study, measurement, language, hash, font } = input
  const sources = sourceList()
  const blocks = [
    ...openingSection(input),
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
    ...uncertaintySection(input),
    ...methodSection(input, sources),
    ...limitsSection(input),
    ...closingSections(input, sources),
  ]
  const { at } = measurement
  return printed(
    {
      language,
      title: textIn(language, study.title),
      subtitle:
        at === null
          ? say(language, 'report.subtitle-undated')
          : say(language, 'report.subtitle', { date: formatDate(at, language) }),
      made: say(language, 'report.made', { engine: measurement.method.engine, id: study.id, revision: study.revision }),
      name: documentName(study, at, 'report'),
      hash,
      about: documentAbout(study, measurement, language, hash),
      blocks: numbered(blocks, language),
    },
    font,
  )
}
