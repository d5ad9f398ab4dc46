import { planDay, type LayerGround } from '../precedents/held-ground.ts'
import { signedPercent } from '../sheet/plan-areas.ts'
import { answerRuns } from '../study/answer.ts'
import { formatDate, formatHectares, formatShare } from '../study/format.ts'
import { textIn } from '../study/text.ts'
import { daysText } from '../timeline/days-text.ts'
import { daysBetween } from '../timeline/days.ts'
import { say, type Language } from '../words/say.ts'
import { areaWithUnit } from './area-figures.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import { comma, nameIn } from './class-titles.ts'
import { mapFigure } from './map-figure.ts'
import type { ReportInput } from './report-input.ts'

/** The answer in one sentence, what the study is, the map, and the key figures. */
export function openingSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const { plan, at } = measurement
  const { announced } = study.plan
  const { held, shelled, damaged } = planDay(study, measurement)
  const facts = [
    { label: say(language, 'report.key.plan'), value: areaWithUnit(plan.areaM2, plan, language) },
    ...publishedAreas({ study, measurement, language }),
    ...(at === null ? [] : [{ label: say(language, 'report.key.as-of'), value: formatDate(at, language) }]),
    ...(announced === undefined
      ? []
      : [{ label: say(language, 'report.key.announced'), value: announcedText(announced, at, language) }]),
    ...(held
      ? [{ label: say(language, 'report.key.held', { party: nameIn(language, held.party) }), value: rangeText(held, language) }]
      : []),
    ...[shelled, damaged].flatMap((ground) => (ground ? [{ label: nameIn(language, ground.title), value: rangeText(ground, language) }] : [])),
  ]
  const hasRange = [held, shelled, damaged].some((ground) => ground && isRange(ground, language))
  return [
    { kind: 'paragraph', look: 'lead', runs: answerRuns(study, measurement, language) },
    ...(study.summary ? [paragraph(textIn(language, study.summary))] : []),
    mapFigure(input),
    heading(say(language, 'report.key')),
    { kind: 'facts', facts },
    ...(hasRange ? [paragraph(say(language, 'report.key.range-means'), 'small')] : []),
  ]
}

function publishedAreas({ study, measurement, language }: Pick<ReportInput, 'study' | 'measurement' | 'language'>) {
  const areas = study.published.filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
  if (areas.length === 0) return []
  const value = areas
    .map((own) => `${formatHectares(own.value, language)} (${signedPercent((measurement.plan.areaM2 - own.value) / own.value, language)})`)
    .join(comma(language))
  return [{ label: say(language, 'report.key.published'), value }]
}

function announcedText(announced: string, at: string | null, language: Language): string {
  const day = formatDate(announced, language)
  return at === null ? day : say(language, 'report.key.announced-on', { day, days: daysText(daysBetween(announced, at), language) })
}

const isRange = ({ lowM2, highM2 }: LayerGround, language: Language): boolean =>
  formatHectares(lowM2, language) !== formatHectares(highM2, language)

function rangeText(ground: LayerGround, language: Language): string {
  const { lowM2, highM2, lowShare, highShare } = ground
  const [low, high] = [formatHectares(lowM2, language), formatHectares(highM2, language)]
  const shares = { lowShare: formatShare(lowShare, language), highShare: formatShare(highShare, language) }
  return !isRange(ground, language)
    ? say(language, 'report.key.one', { area: high, share: shares.highShare })
    : say(language, 'report.key.range', { low, high, ...shares })
}
