import { publishedAreaTexts } from '../sheet/plan-areas.ts'
import { answerRuns } from '../answer/answer.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { confidenceExplained } from '../answer/confidence-explained.ts'
import { formatDate } from '../format/format.ts'
import { imprintLine } from '../format/imprint.ts'
import { isReported, planFigures } from '../model/outline.ts'
import { publishedBy } from '../format/published-by.ts'
import { textIn } from '../model/text.ts'
import { sinceAnnouncement } from '../timeline/since-announcement.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { areaWithUnit } from './area-figures.ts'
import { dotted, heading, paragraph, type Block } from './blocks.ts'
import { caveats } from './caveats.ts'
import { groundFacts } from './ground-facts.ts'
import { mapFigure } from './map-figure.ts'
import type { ReportInput } from './report-input.ts'
import { lineHeightMm, wrapText, type Font } from '../sheet/text.ts'

/** The first page: who publishes, the answer, what must be known to read it, and the map. */
export function openingSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const published = [
    imprintLine(study.publication, language),
    translate(language, 'report.version', { revision: study.revision }),
  ]
  const above: Block[] = [
    paragraph(published.filter((text) => text !== '').join(translate(language, 'imprint.between')), 'small'),
    { kind: 'paragraph', style: 'lead', runs: answerRuns(study, measurement, language) },
    dotted(caveats(input)),
  ]
  return [...above, mapFigure(input, mapHeightUnderMm(above, input.font))]
}

/** Millimetres of a page for what stands above the map, and for the map's legend, scale and caption. */
const pageMm = 255
const titleMm = 24
const underMapMm = 56
const [leastMapMm, mostMapMm] = [70, 112]

/** The map as high as what stands above it leaves room for on the first page. */
function mapHeightUnderMm(blocks: readonly Block[], font: Font): number {
  const linesOf = (text: string, sizePt: number): number =>
    wrapText(text, textMm, { sizePt }, font).length * lineHeightMm(sizePt) * 1.1 + 2
  const usedMm = blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph')
      return sum + linesOf(block.runs.map(({ text }) => text).join(''), block.style === 'lead' ? 12.5 : 8)
    return block.kind === 'list'
      ? sum + block.entries.reduce((mm, { runs }) => mm + linesOf(runs.map(({ text }) => text).join(''), 9), 0)
      : sum
  }, 0)
  return Math.max(leastMapMm, Math.min(mostMapMm, Math.floor(pageMm - titleMm - underMapMm - usedMm)))
}

const textMm = 165

/** What the study is, and its figures at a glance. */
export function aboutSection(input: ReportInput): Block[] {
  const { study, measurement, language } = input
  const { plan, at } = measurement
  const { announced } = study.plan
  const ground = groundFacts(study, measurement, language)
  const meaning = confidenceExplained(study, measurement, 'layers', language)
  const facts = [
    ...(isReported(measurement)
      ? planFigures(study).map((figure) => ({
          label: translate(language, 'told.area.key'),
          value: translate(language, 'told.area.one', {
            area: areaAsGiven(figure.value, language),
            source: publishedBy(study, figure, language),
          }),
        }))
      : [
          { label: translate(language, 'report.key.plan'), value: areaWithUnit(plan.areaM2, plan, language) },
          ...publishedAreas({ study, measurement, language }),
        ]),
    ...(at === null ? [] : [{ label: translate(language, 'report.key.as-of'), value: formatDate(at, language) }]),
    ...(announced === undefined
      ? []
      : [{ label: translate(language, 'report.key.announced'), value: announcedText(announced, at, language) }]),
    ...ground.map(({ label, value }) => ({ label, value })),
  ]
  return [
    heading(translate(language, 'report.about')),
    ...(study.summary ? [paragraph(textIn(language, study.summary))] : []),
    { kind: 'facts', facts },
    ...(meaning === null ? [] : [paragraph(meaning, 'small')]),
  ]
}

function publishedAreas({ study, measurement, language }: Pick<ReportInput, 'study' | 'measurement' | 'language'>) {
  const areas = publishedAreaTexts(study, measurement, language)
  return areas.length === 0
    ? []
    : [{ label: translate(language, 'report.key.published'), value: areas.join(comma(language)) }]
}

function announcedText(announced: string, at: string | null, language: Language): string {
  const day = formatDate(announced, language)
  return at === null
    ? day
    : translate(language, 'report.key.announced-on', { day, days: sinceAnnouncement(announced, at, language) })
}
