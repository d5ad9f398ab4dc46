import { publishedAreaTexts } from '../sheet/plan-areas.ts'
import { answerRuns } from '../answer/answer.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { confidenceExplained } from '../answer/confidence-explained.ts'
import { formatDate } from '../format/format.ts'
import { isTold, planFigures } from '../model/outline.ts'
import { publishedBy } from '../format/published-by.ts'
import { textIn } from '../model/text.ts'
import { sinceAnnouncement } from '../timeline/since-announcement.ts'
import { say, type Language } from '../i18n/say.ts'
import { areaWithUnit } from './area-figures.ts'
import { heading, paragraph, type Block } from './blocks.ts'
import { comma } from './class-titles.ts'
import { groundFacts } from './ground-facts.ts'
import { mapFigure } from './map-figure.ts'
import type { ReportInput } from './report-input.ts'

/** The answer in one sentence, what the study is, the map, and the key figures. */
export function openingSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const { plan, at } = measurement
  const { announced } = study.plan
  const ground = groundFacts(study, measurement, language)
  const meaning = confidenceExplained(study, measurement, 'layers', language)
  const facts = [
    ...(isTold(measurement)
      ? planFigures(study).map((figure) => ({
          label: say(language, 'told.area.key'),
          value: say(language, 'told.area.one', {
            area: areaAsGiven(figure.value, language),
            source: publishedBy(study, figure, language),
          }),
        }))
      : [
          { label: say(language, 'report.key.plan'), value: areaWithUnit(plan.areaM2, plan, language) },
          ...publishedAreas({ study, measurement, language }),
        ]),
    ...(at === null ? [] : [{ label: say(language, 'report.key.as-of'), value: formatDate(at, language) }]),
    ...(announced === undefined
      ? []
      : [{ label: say(language, 'report.key.announced'), value: announcedText(announced, at, language) }]),
    ...ground.map(({ label, value }) => ({ label, value })),
  ]
  return [
    { kind: 'paragraph', look: 'lead', runs: answerRuns(study, measurement, language) },
    ...(study.summary ? [paragraph(textIn(language, study.summary))] : []),
    mapFigure(input),
    heading(say(language, 'report.key')),
    { kind: 'facts', facts },
    ...(meaning === null ? [] : [paragraph(meaning, 'small')]),
  ]
}

function publishedAreas({ study, measurement, language }: Pick<ReportInput, 'study' | 'measurement' | 'language'>) {
  const areas = publishedAreaTexts(study, measurement, language)
  return areas.length === 0
    ? []
    : [{ label: say(language, 'report.key.published'), value: areas.join(comma(language)) }]
}

function announcedText(announced: string, at: string | null, language: Language): string {
  const day = formatDate(announced, language)
  return at === null
    ? day
    : say(language, 'report.key.announced-on', { day, days: sinceAnnouncement(announced, at, language) })
}
