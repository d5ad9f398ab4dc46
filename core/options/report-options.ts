import { z } from 'zod'
import { idSchema } from '../model/layer-schema.ts'
import { reportStyles } from '../report/report-style.ts'
import { option, wordsBetweenCommas } from './option.ts'
import { languageOption, publishedOption, standardOption } from './sheet-options.ts'

export const reportFormats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  /** All pages one under another, to be looked at. */
  svg: 'image/svg+xml',
} as const
export type ReportFormat = keyof typeof reportFormats

export const isReportFormat = (format: string): format is ReportFormat => Object.hasOwn(reportFormats, format)

/** What shapes a report, on the command line and in an address alike. */
export const reportOptions = {
  lang: languageOption,
  standard: standardOption,
  published: publishedOption,
  style: option(
    z.enum(reportStyles).default('full'),
    'the full report, or a brief one: summary, figures of each layer, discussion and sources',
  ),
} as const

/** What stands for a report without a comparison. */
export const withNone = 'none'

/** The studies to compare with, as an address gives them: by their ids. */
export const withOption = option(
  wordsBetweenCommas
    .transform((ids) => (ids.join() === withNone ? [] : ids))
    .pipe(z.array(idSchema).max(20))
    .optional(),
  'ids of studies to compare with, between commas; else all bundled ones; none leaves it out',
)

/** The same on the command line, where they are any STUDY. */
export const comparisonOption = {
  with: option(
    z.array(z.string()).optional(),
    `a study to compare with, again for each; else all bundled ones; --with ${withNone} leaves it out`,
    { value: 'STUDY', given: 'often' },
  ),
} as const
