import { formatDate, formatHectares, formatShare } from '../study/format.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { say } from '../words/say.ts'
import { shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

/** The measured area of the plan beside the published ones, and what the percentages are of. */
export function planAreas({ published }: Study, { plan }: Measurement, column: Column): Block[] {
  const { language } = column
  const areas = published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
  const sentences = [
    say(language, 'sheet.measured-area', { area: formatHectares(plan.areaM2, language) }),
    ...areas.map(({ value, date, source }) =>
      say(language, 'sheet.published-area', {
        area: formatHectares(value, language),
        source: shortened(printable(date === undefined ? source.title : formatDate(date, language), column.font), 120),
        difference: formatShare(plan.areaM2 / value, language),
      }),
    ),
    say(language, 'sheet.percent-base'),
  ]
  return paragraph(column, sentences.join(' '), { sizePt: 6.5, fill: inks.second }, { beforeMm: 2.6 })
}
