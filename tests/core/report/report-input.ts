import { uncertaintyOf } from '../../../core/uncertainty/uncertainty-of.ts'
import { damageReportOf } from '../../../core/damage/damage-report.ts'
import { eventReportOf } from '../../../core/events/event-report.ts'
import { publishedRows } from '../../../core/compare/published-rows.ts'
import type { Block, Report, Table } from '../../../core/report/blocks.ts'
import type { ComparedPlans } from '../../../core/report/report-input.ts'
import { reportOf } from '../../../core/report/report.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { measureStudy, type MeasureOptions } from '../../../core/measure/measure.ts'
import type { ReportStyle } from '../../../core/report/report-style.ts'
import type { Study } from '../../../core/model/study.ts'
import type { Font } from '../../../core/sheet/text.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { evenFont, exampleFeatures, exampleStudy } from '../sheet/example-study.ts'

type Requested = {
  readonly study?: Study
  readonly features?: ReadonlyMap<string, Features>
  readonly language?: Language
  readonly measuring?: MeasureOptions
  readonly font?: Font
  readonly compared?: ComparedPlans | null
  readonly style?: ReportStyle
}

/** The report of the example study, or of another, as the server has it made. */
export function reportFor({
  study = exampleStudy(),
  features = exampleFeatures(),
  language = 'en',
  measuring = {},
  font = evenFont,
  compared = null,
  style = 'full',
}: Requested = {}): Report {
  const measurement = measureStudy(study, features, measuring)
  const { draws, seed } = measuring
  const timeline = timelineOf(study, features, { draws, seed })
  const uncertainty = uncertaintyOf(study, features, { draws, seed })
  if (!measurement.ok || !timeline.ok || !uncertainty.ok) throw new Error('the example cannot be measured')
  const published = publishedRows(study, features, measurement.value.at)
  if (!published.ok) throw new Error(published.problem.code)
  const events = eventReportOf(study, features, measurement.value.at)
  if (!events.ok) throw new Error(events.problem.code)
  const common = {
    study,
    features,
    measurement: measurement.value,
    language,
    hash: '0123456789abcdef'.repeat(4),
    font,
  }
  if (style === 'brief') return reportOf({ ...common, style, timeline: timeline.value })
  return reportOf({
    ...common,
    style,
    timeline: timeline.value,
    published: published.value,
    uncertainty: uncertainty.value,
    lists: { damage: damageReportOf(study, features, measurement.value.at), events: events.value },
    compared,
  })
}

export const tablesOf = ({ blocks }: Report): Table[] => blocks.filter((block) => block.kind === 'table')

/** All that a block says, as one text. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'contents':
      return [block.title, ...block.headings].join('\n')
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('')
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'list':
      return block.entries.map(({ mark, runs }) => `${mark} ${runs.map(({ text }) => text).join('')}`).join('\n')
    case 'table':
      return [
        block.label,
        block.caption,
        ...block.columns.map(({ head }) => head),
        ...block.rows.flatMap(({ cells }) => cells),
        ...block.remarks,
      ].join('\n')
    case 'figure':
      return [block.label, block.caption, block.alt].join('\n')
  }
}

export const allWords = ({ title, subtitle, blocks }: Report): string =>
  [title, subtitle, ...blocks.map(wordsOf)].join('\n')
