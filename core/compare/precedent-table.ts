import { otherPartiesText } from '../answer/other-parties-text.ts'
import { formatDate, formatNumber, hectare, inUnit } from '../format/format.ts'
import { formatInterval } from '../format/interval-text.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { claimedLine } from '../format/claimed-text.ts'
import { isReported } from '../model/outline.ts'
import { publishedValueText } from '../format/published-value.ts'
import { publishedBy } from '../format/published-by.ts'
import { textIn, type Text } from '../model/text.ts'
import { translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { comparedTopics, leftOut } from './compared-about.ts'
import { claimedAbout } from './coverage.ts'
import { layerText, rangeText, takenText, siegeText, whenText, withOutline } from './finding-sentence.ts'
import { isNotNamed } from './held-ground.ts'
import type { ComparedStudy, Comparison, LayerGround, PlanDay } from './comparison-answer.ts'
import type { Basis, CoverageTopic } from './comparison-terms.ts'

/** One measure of every study, in their order: the lines of each cell, none where nothing is known. */
type PrecedentRow = {
  readonly key: PrecedentMeasure
  readonly caption: string
  readonly cells: readonly (readonly string[])[]
}

/** The studies of a comparison in words and figures, for a page, a terminal and a report. */
export type PrecedentTable = { readonly titles: readonly string[]; readonly rows: readonly PrecedentRow[] }

const measures = [
  'area',
  'published',
  'basis-measured',
  'basis-named',
  'basis-drawn',
  'basis-claimed',
  'basis-unknown',
  'announced',
  'held-at-announcement',
  'shelled-at-announcement',
  'damaged-at-announcement',
  'held',
  'shelled',
  'damaged',
  'points',
  'taken',
  'siege',
  'people',
] as const
type PrecedentMeasure = (typeof measures)[number]

/** The same facts of every study; measures of which no study knows anything are left out. */
export function precedentTable({ studies }: Comparison, language: Language): PrecedentTable {
  const silent = leftOut(studies)
  const rows = measures
    .filter((key) => !silent.has(key))
    .map((key) => ({
      key,
      caption: translate(language, `precedent.${key}`),
      cells: studies.map((study) => cells[key](study, language, comparedTopics(studies))),
    }))
  return {
    titles: studies.map(({ title }) => textIn(language, title)),
    rows: rows.filter(({ cells: own }) => own.some((lines) => lines.length > 0)),
  }
}

type CellOf = (study: ComparedStudy, language: Language, topics: readonly CoverageTopic[]) => readonly string[]

const onDay =
  (member: 'onDay' | 'onAnnouncement', about: 'held' | 'shelled' | 'damaged'): CellOf =>
  (study, language) => {
    const day = study[member]
    return day
      ? groundLines(day, about, claimedAbout(study.claimed, about).length > 0, language)
      : [translate(language, 'days.unknown')]
  }

/** The things that the study knows in one way, by name. */
const basis =
  (kind: Basis): CellOf =>
  ({ coverage }, language, topics) =>
    topics.filter((topic) => coverage[topic] === kind).map((topic) => translate(language, `coverage.${topic}`))

const measuredArea = ({ plan }: ComparedStudy, language: Language): string =>
  inUnit(formatInterval(plan.areaM2, plan, language) ?? formatNumber(plan.areaM2 / 10_000, 1), hectare, language)

/** Of a plan without an outline, with who publishes it. */
function publishedArea(study: ComparedStudy, language: Language): string {
  const figure = study.published.find(({ id }) => id === study.plan.areaFrom)
  const who = figure ? publishedBy(study, figure, language) : ''
  return translate(language, 'coverage.published-area', { area: areaAsGiven(study.planM2, language), who })
}

const cells: Readonly<Record<PrecedentMeasure, CellOf>> = {
  area: (study, language) => (isReported(study) ? [publishedArea(study, language)] : [measuredArea(study, language)]),
  'basis-measured': basis('measured'),
  'basis-named': basis('named'),
  'basis-drawn': basis('drawn'),
  'basis-claimed': (study, language) => study.claimed.map((figure) => claimedLine(figure, language)),
  'basis-unknown': basis('unknown'),
  published: ({ published }, language) =>
    published
      .filter(({ measure, of }) => measure === 'areaM2' && of === undefined)
      .map((figure) => dated(publishedValueText(figure, language), figure.date, language)),
  announced: ({ announced }, language) =>
    announced === null ? [translate(language, 'days.unknown')] : [formatDate(announced, language)],
  'held-at-announcement': onDay('onAnnouncement', 'held'),
  'shelled-at-announcement': onDay('onAnnouncement', 'shelled'),
  'damaged-at-announcement': onDay('onAnnouncement', 'damaged'),
  held: onDay('onDay', 'held'),
  shelled: onDay('onDay', 'shelled'),
  damaged: onDay('onDay', 'damaged'),
  points: ({ points }, language) =>
    points.map(({ layer, class: name, count, perHa }) =>
      translate(language, 'precedent.cell.points', {
        what: name ?? layer,
        count: formatNumber(count),
        perHa: formatNumber(perHa, 2),
      }),
    ),
  taken: (study, language) => [takenText(study, language)],
  siege: ({ siege }, language) => [siegeText(siege, language)],
  people: ({ people }, language) =>
    people.map(({ value, of, date }) =>
      dated(
        of
          ? translate(language, 'precedent.cell.people', { value: formatNumber(value), what: textIn(language, of) })
          : formatNumber(value),
        date,
        language,
      ),
    ),
}

const nothingSaid = {
  held: 'precedent.cell.no-control',
  shelled: 'precedent.cell.no-shelling',
  damaged: 'precedent.cell.no-damage',
} as const satisfies Record<string, MessageKey>

/** The share, what it is of and when, and how sure it is. */
function groundLines(
  day: PlanDay,
  about: 'held' | 'shelled' | 'damaged',
  isClaimed: boolean,
  language: Language,
): string[] {
  const ground: (LayerGround & { readonly party?: Text }) | null = day[about]
  if (!ground && isClaimed) return [translate(language, 'precedent.cell.only-claimed')]
  if (!ground)
    return [translate(language, about === 'held' && day.heldEnded ? 'precedent.cell.not-known' : nothingSaid[about])]
  if (ground.wideM2 === 0 && about !== 'held')
    return [translate(language, 'precedent.cell.none-recorded', { about: layerText(ground, day.date, language) })]
  const when =
    ground.holds === 'shown' || ground.holds === 'stated'
      ? dayText(day.date, language)
      : whenText(ground, day.date, language)
  const { interval, party } = ground
  if (party && isNotNamed(ground))
    return [translate(language, 'precedent.cell.not-named', { party: textIn(language, party) }), when]
  const range = withOutline(rangeText(ground, language), ground, language)
  return [
    party ? translate(language, 'precedent.cell.held', { range, party: textIn(language, party) }) : range,
    ...[otherPartiesText(ground, language)].filter((text) => text !== ''),
    ...(about === 'held' && day.heldEnded ? [translate(language, 'precedent.cell.besides-ended')] : []),
    ...(interval ? [translate(language, 'precedent.cell.interval')] : []),
    when,
  ]
}

const dayText = (day: string | null, language: Language): string =>
  day === null ? translate(language, 'date.undated') : formatDate(day, language)

const dated = (text: string, date: string | undefined, language: Language): string =>
  date === undefined ? text : translate(language, 'precedent.cell.dated', { text, date: formatDate(date, language) })
