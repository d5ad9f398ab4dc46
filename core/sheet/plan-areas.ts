import { verdictOn, verdictText } from '../compare/published-verdict.ts'
import { formatDate, formatHectares, inUnit, unitFor } from '../format/format.ts'
import type { Measurement } from '../model/measurement.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { formatInterval } from '../format/interval-text.ts'
import { isReported, planFigures } from '../model/outline.ts'
import { publishedBy, publishedDate } from '../format/published-by.ts'
import { namedSource } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { cleanForeignText, shortened } from './clean-text.ts'
import { paragraph, type Column } from './column.ts'
import type { Block } from './flow.ts'
import { inks } from './paper.ts'
import { oncePerStudy, type Scene } from './sheet-input.ts'
import { printable } from './text.ts'

/** The measured area of the plan beside the published ones with their difference, and what the shares are of. */
export function planAreas(study: Study, measurement: Measurement, column: Column): Block[] {
  const text = printable(planAreasText(study, measurement, column.language), column.font)
  return paragraph(column, text, { sizePt: 6.5, fill: inks.second }, { beforeMm: column.isTight ? 1.8 : 2.6 })
}

/** The same of each study of several maps, by its title where there are several. */
export function areasOfPlans(scenes: readonly Pick<Scene, 'study' | 'measurement'>[], column: Column): Block[] {
  const { language, font } = column
  const ofStudies = oncePerStudy(scenes)
  const [first] = ofStudies
  if (first && ofStudies.length === 1) return planAreas(first.study, first.measurement, column)
  return ofStudies.flatMap(({ study, measurement }) =>
    paragraph(
      column,
      [
        { text: `${printable(textIn(language, study.title), font)}: `, weight: 600 as const },
        { text: printable(planAreasText(study, measurement, language), font), weight: 400 as const },
      ],
      { sizePt: 6.5, fill: inks.second },
      { beforeMm: 1.2 },
    ),
  )
}

/** The measured area of one unit, and what the shares are of. */
export function unitArea({ plan }: Measurement, column: Column): Block[] {
  const text = translate(column.language, 'sheet.unit-area', { area: formatHectares(plan.areaM2, column.language) })
  return paragraph(column, text, { sizePt: 6.5, fill: inks.second }, { beforeMm: 2 })
}

/** The same in one or two sentences, for any kind of paper. */
export function planAreasText(study: Study, measurement: Measurement, language: Language): string {
  if (isReported(measurement)) return reportedAreasText(study, language)
  const list = publishedAreaTexts(study, measurement, language)
  const { plan } = measurement
  const unit = unitFor(plan.areaM2)
  const around = formatInterval(plan.areaM2, plan, language, unit)
  const area = around === null ? formatHectares(plan.areaM2, language) : inUnit(around, unit, language)
  const sentence =
    list.length === 0
      ? translate(language, 'sheet.measured-area', { area })
      : translate(language, 'sheet.measured-and-published', { area, list: list.join(comma(language)) })
  return `${sentence} ${translate(language, 'sheet.percent-base')}`
}

/** Of a plan without an outline: its published areas beside each other, with who gives them. */
function reportedAreasText(study: Study, language: Language): string {
  const list = planFigures(study).map((figure) =>
    translate(language, 'told.area.one', {
      area: areaAsGiven(figure.value, language),
      source: cleanForeignText(publishedBy(study, figure, language)),
    }),
  )
  return translate(language, 'told.area', { list: list.join(comma(language)) })
}

/**
 * Each published area of the plan with its day, or else its source, and whether ours differs: not where our outline was drawn to
 * one of them, and only where the interval of ours says so.
 */
export function publishedAreaTexts(study: Study, { plan }: Measurement, language: Language): string[] {
  const areas = study.published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
  const drawnTo = study.layers.find(({ id }) => id === study.plan.layer)?.drawnTo ?? []
  const interval = plan.low === undefined || plan.high === undefined ? null : { low: plan.low, high: plan.high }
  return areas.map((figure) => {
    const { id, value } = figure
    const dated = publishedDate(study, figure)
    const key = drawnTo.includes(id)
      ? 'drawn-to.published-area'
      : drawnTo.length > 0
        ? 'told.area.one'
        : 'sheet.published-area'
    return translate(language, key, {
      area: areaAsGiven(value, language),
      source: shortened(
        cleanForeignText(
          dated === undefined
            ? textIn(language, namedSource(study.sources, figure.source).title)
            : formatDate(dated, language),
        ),
        120,
      ),
      difference: verdictText(verdictOn(value, interval), value, interval, language),
    })
  })
}
