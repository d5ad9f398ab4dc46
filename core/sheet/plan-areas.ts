import { formatDate, formatHectares, formatNumber } from '../study/format.ts'
import type { Measurement } from '../study/measurement.ts'
import { areaAsGiven } from '../study/area-as-given.ts'
import { isTold, planFigures } from '../study/outline.ts'
import { publishedBy } from '../study/published-by.ts'
import { namedSource } from '../study/sources.ts'
import type { Study } from '../study/study.ts'
import { textIn } from '../study/text.ts'
import { say, type Language } from '../words/say.ts'
import { cleanForeignText, shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { printable } from './text.ts'

/** The measured area of the plan beside the published ones with their difference, and what the shares are of. */
export function planAreas(study: Study, measurement: Measurement, column: Column): Block[] {
  const text = printable(planAreasText(study, measurement, column.language), column.font)
  return paragraph(column, text, { sizePt: 6.5, fill: inks.second }, { beforeMm: column.isTight ? 1.8 : 2.6 })
}

/** The measured area of one unit, and what the shares are of. */
export function unitArea({ plan }: Measurement, column: Column): Block[] {
  const text = say(column.language, 'sheet.unit-area', { area: formatHectares(plan.areaM2, column.language) })
  return paragraph(column, text, { sizePt: 6.5, fill: inks.second }, { beforeMm: 2 })
}

/** The same in one or two sentences, for any kind of paper. */
export function planAreasText(study: Study, measurement: Measurement, language: Language): string {
  if (isTold(measurement)) return toldAreasText(study, language)
  const list = publishedAreaTexts(study, measurement, language)
  const area = formatHectares(measurement.plan.areaM2, language)
  const sentence =
    list.length === 0
      ? say(language, 'sheet.measured-area', { area })
      : say(language, 'sheet.measured-and-published', { area, list: list.join(language === 'ar' ? '، ' : ', ') })
  return `${sentence} ${say(language, 'sheet.percent-base')}`
}

/** Of a plan without an outline: its published areas beside each other, with who gives them. */
function toldAreasText(study: Study, language: Language): string {
  const list = planFigures(study).map((figure) =>
    say(language, 'told.area.one', { area: areaAsGiven(figure.value, language), source: cleanForeignText(publishedBy(study, figure, language)) }),
  )
  return say(language, 'told.area', { list: list.join(language === 'ar' ? '، ' : ', ') })
}

/** Each published area of the plan with its day, or else its source, and the difference of ours. */
export function publishedAreaTexts({ published, sources, layers }: Study, { plan }: Measurement, language: Language): string[] {
  const areas = published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
  const drawn = new Set(layers.flatMap(({ drawnTo = [] }) => drawnTo))
  return areas.map(({ id: figure, value, date, source: id }) => {
    const source = namedSource(sources, id)
    const dated = date ?? source.date
    return say(language, drawn.has(figure) ? 'drawn-to.published-area' : 'sheet.published-area', {
      area: formatHectares(value, language),
      source: shortened(cleanForeignText(dated === undefined ? textIn(language, source.title) : formatDate(dated, language)), 120),
      difference: drawn.has(figure) ? '' : signedPercent((plan.areaM2 - value) / value, language),
    })
  })
}

/** Such as −5.7 %, and 0.0 % without a sign. */
export function signedPercent(difference: number, language: Language): string {
  const value = formatNumber(Math.abs(difference) * 100, 1)
  const sign = value === '0.0' ? '' : difference < 0 ? '\u2212' : '+'
  return say(language, 'unit.percent', { value: sign + value }).replaceAll(' ', '\u00a0')
}
