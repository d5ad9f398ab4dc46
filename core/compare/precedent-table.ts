import { otherPartiesText } from '../answer/other-parties-text.ts'
import type { Comparison, ComparedStudy } from './comparison.ts'
import { formatDate, formatNumber, hectare, inUnit } from '../format/format.ts'
import { formatInterval } from '../format/interval-text.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { claimedLine } from '../format/claimed-text.ts'
import { isTold } from '../model/outline.ts'
import { publishedValueText } from '../format/published-value.ts'
import { publishedBy } from '../format/published-by.ts'
import { textIn, type Text } from '../model/text.ts'
import { say, type Language, type WordKey } from '../i18n/say.ts'
import { claimedAbout, coverageTopics, type Basis } from './coverage.ts'
import { layerText, rangeText, takenText, siegeText, whenText, withOutline } from './finding-sentence.ts'
import { isNotNamed, type LayerGround, type PlanDay } from './held-ground.ts'

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
  const rows = measures.map((key) => ({
    key,
    caption: say(language, `precedent.${key}`),
    cells: studies.map((study) => cells[key](study, language)),
  }))
  return {
    titles: studies.map(({ title }) => textIn(language, title)),
    rows: rows.filter(({ cells: own }) => own.some((lines) => lines.length > 0)),
  }
}

type CellOf = (study: ComparedStudy, language: Language) => readonly string[]

const onDay =
  (member: 'onDay' | 'onAnnouncement', about: 'held' | 'shelled' | 'damaged'): CellOf =>
  (study, language) => {
    const day = study[member]
    return day
      ? groundLines(day, about, claimedAbout(study.claimed, about).length > 0, language)
      : [say(language, 'days.unknown')]
  }

/** The things that the study knows in one way, by name. */
const basis =
  (kind: Basis): CellOf =>
  ({ coverage }, language) =>
    coverageTopics.filter((topic) => coverage[topic] === kind).map((topic) => say(language, `coverage.${topic}`))

const measuredArea = ({ plan }: ComparedStudy, language: Language): string =>
  inUnit(formatInterval(plan.areaM2, plan, language) ?? formatNumber(plan.areaM2 / 10_000, 1), hectare, language)

/** Of a plan without an outline, with who publishes it. */
function publishedArea(study: ComparedStudy, language: Language): string {
  const figure = study.published.find(({ id }) => id === study.plan.areaFrom)
  const who = figure ? publishedBy(study, figure, language) : ''
  return say(language, 'coverage.published-area', { area: areaAsGiven(study.planM2, language), who })
}

const cells: Readonly<Record<PrecedentMeasure, CellOf>> = {
  area: (study, language) => (isTold(study) ? [publishedArea(study, language)] : [measuredArea(study, language)]),
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
    announced === null ? [say(language, 'days.unknown')] : [formatDate(announced, language)],
  'held-at-announcement': onDay('onAnnouncement', 'held'),
  'shelled-at-announcement': onDay('onAnnouncement', 'shelled'),
  'damaged-at-announcement': onDay('onAnnouncement', 'damaged'),
  held: onDay('onDay', 'held'),
  shelled: onDay('onDay', 'shelled'),
  damaged: onDay('onDay', 'damaged'),
  points: ({ points }, language) =>
    points.map(({ layer, class: name, count, perHa }) =>
      say(language, 'precedent.cell.points', {
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
          ? say(language, 'precedent.cell.people', { value: formatNumber(value), what: textIn(language, of) })
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
} as const satisfies Record<string, WordKey>

/** The share, what it is of and when, and how sure it is. */
function groundLines(
  day: PlanDay,
  about: 'held' | 'shelled' | 'damaged',
  isClaimed: boolean,
  language: Language,
): string[] {
  const ground: (LayerGround & { readonly party?: Text }) | null = day[about]
  if (!ground && isClaimed) return [say(language, 'precedent.cell.only-claimed')]
  if (!ground)
    return [say(language, about === 'held' && day.heldEnded ? 'precedent.cell.not-known' : nothingSaid[about])]
  if (ground.wideM2 === 0 && about !== 'held')
    return [say(language, 'precedent.cell.none-recorded', { about: layerText(ground, day.date, language) })]
  const when =
    ground.holds === 'shown' || ground.holds === 'stated'
      ? dayText(day.date, language)
      : whenText(ground, day.date, language)
  const { interval, party } = ground
  if (party && isNotNamed(ground))
    return [say(language, 'precedent.cell.not-named', { party: textIn(language, party) }), when]
  const range = withOutline(rangeText(ground, language), ground, language)
  return [
    party ? say(language, 'precedent.cell.held', { range, party: textIn(language, party) }) : range,
    ...[otherPartiesText(ground, language)].filter((text) => text !== ''),
    ...(about === 'held' && day.heldEnded ? [say(language, 'precedent.cell.besides-ended')] : []),
    ...(interval ? [say(language, 'precedent.cell.interval')] : []),
    when,
  ]
}

const dayText = (day: string | null, language: Language): string =>
  day === null ? say(language, 'date.undated') : formatDate(day, language)

const dated = (text: string, date: string | undefined, language: Language): string =>
  date === undefined ? text : say(language, 'precedent.cell.dated', { text, date: formatDate(date, language) })
