import { mainLayer } from '../answer/main-layer.ts'
import { answerOf } from '../answer/answer.ts'
import { isNone } from '../answer/span.ts'
import { netDecision } from '../timeline/net-change.ts'
import { isOneReading } from '../timeline/party-change-text.ts'
import { ownerText } from '../timeline/owner-text.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { formatDate } from '../format/format.ts'
import { namesIn } from '../format/names.ts'
import { joinedWords } from '../format/joined-words.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { sourceOf } from '../model/sources.ts'
import { sliverShare } from '../model/sliver-share.ts'
import { isReported, planFigures } from '../model/outline.ts'
import { textIn } from '../model/text.ts'
import { translate } from '../i18n/translate.ts'
import { section, type Block, type Run } from './blocks.ts'
import { classTitle, nameIn } from './class-titles.ts'
import type { ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'
import type { Change } from '../timeline/timeline-answer.ts'

const mostEvents = 2

/** What the numbers come to, in sentences that each say one thing, with its cause where the record has one and the table that shows it. */
export function discussionSection(input: ReportInput, sources: SourceList): Block[] {
  const { language } = input
  const paragraphs = isReported(input.measurement)
    ? [publishedAreas(input)]
    : [readings(input), crossing(input), ...changes(input, sources), publishedAreas(input)]
  return section(
    translate(language, 'discussion'),
    paragraphs
      .filter((runs) => runs.length > 0)
      .map((runs): Block => ({ kind: 'paragraph', style: 'text', runs: spaced(runs) })),
  )
}

const spaced = (runs: readonly Run[]): Run[] =>
  runs.map((run, i) => (i === 0 || run.to !== undefined || run.text === '.' ? run : { ...run, text: ` ${run.text}` }))

/** What ends a sentence: the table that shows it. */
const see = (to: string): Run[] => [{ text: '', to }, { text: '.' }]

/** Whether sources or lines leave more open, and why the sources do. */
function readings({ study, measurement, language }: ReportInput): Run[] {
  const answer = answerOf(study, measurement)
  if (!answer || isNone(answer.wide) || answer.narrow.areaM2 === answer.wide.areaM2) return []
  const { narrow, wide } = answer
  if (narrow.high === undefined || wide.low === undefined) return []
  const party = nameIn(language, answer.party)
  const bySources = narrow.high < wide.low
  return [
    { text: translate(language, bySources ? 'discussion.sources' : 'discussion.lines', { party }) },
    {
      text: translate(language, bySources ? 'discussion.sources.apart' : 'discussion.lines.near'),
    },
    ...see(`layer ${answer.layer.name}`),
    { text: translate(language, answer.widely ? 'discussion.cause.names' : 'discussion.cause.sources') },
  ]
}

/** Whether what was reported shelled lies on ground of the party asked about. */
function crossing({ study, measurement, language }: ReportInput): Run[] {
  const answer = answerOf(study, measurement)
  const shelling = measurement.layers.find(({ role, layer }) => role === 'shelling' && layer !== null)
  const main = mainLayer(study, measurement)
  if (!answer || !shelling || !main || main.role !== 'control' || answer.layer.id !== main.layer) return []
  const own = new Set(
    main.classes.filter(({ party, class: name }) => (party ?? name) === answer.owner).map((each) => each.class),
  )
  const shelled = measurement.combinations.filter(({ classes }) => (classes[shelling.name] ?? []).length > 0)
  const totalM2 = sumOf(shelled.map(({ areaM2 }) => areaM2))
  if (totalM2 <= sliverShare * measurement.plan.areaM2) return []
  const sharedM2 = sumOf(
    shelled
      .filter(({ classes }) => (classes[main.name] ?? []).some((name) => own.has(name)))
      .map(({ areaM2 }) => areaM2),
  )
  const part = sharedM2 / totalM2
  const key = part > 1 - sliverShare ? 'all' : part < sliverShare ? 'none' : 'part'
  const isDrawnAlike = [main, shelling].every(
    ({ layer }) => study.layers.find(({ id }) => id === layer)?.schematic ?? false,
  )
  return [
    { text: translate(language, `discussion.shelled.${key}`, { party: nameIn(language, answer.party) }) },
    ...see(`crossing ${shelling.name}`),
    ...(isDrawnAlike && key !== 'part' ? [{ text: translate(language, 'discussion.shelled.cause') }] : []),
  ]
}

/** Changes that the draws establish, with what the study records of the days between. */
function changes({ study, measurement, timeline, language }: ReportInput, sources: SourceList): Run[][] {
  const main = mainLayer(study, measurement)
  return timeline.changes
    .filter(({ layer }) => layer === main?.name)
    .map((change) => {
      const told = establishedIn(change, { study, language })
      if (told.length === 0) return []
      const days = { from: formatDate(change.from, language), to: formatDate(change.to, language) }
      const events = timeline.events
        .filter(({ date }) => date > change.from && date <= change.to)
        .toSorted((a, b) => (a.date > b.date ? -1 : 1))
        .slice(0, mostEvents)
        .toReversed()
      const list = events.map(({ title, source }) => {
        const known = sourceOf(study.sources, source)
        const told = translate(language, 'discussion.event', { title: textIn(language, title) })
        return known ? `${told} ${translate(language, 'report.cited', { number: sources.cite(known) })}` : told
      })
      return [
        { text: translate(language, 'discussion.change', { ...days, told: joinedWords(told, language) }) },
        ...see('changes'),
        ...(list.length === 0
          ? []
          : [{ text: translate(language, 'discussion.change.events', { list: joinedWords(list, language) }) }]),
      ]
    })
}

/** Whose ground is told to have grown or shrunk by the widest reading, where no interval leaves that open. */
function establishedIn(change: Change, { study, language }: Pick<ReportInput, 'study' | 'language'>): string[] {
  const series = study.layers.filter(({ id }) => id === change.fromLayer || id === change.toLayer)
  const names = {
    party: (name: string) => nameIn(language, { en: name, [language]: namesIn(study, language).party(name) }),
    class: (name: string | null) => classTitle(series.at(-1)!, name, language),
  }
  return change.parties.flatMap((own) => {
    const decision = netDecision(own.all.net)
    if (decision !== 'more' && decision !== 'less') return []
    const reading = isOneReading(own) ? 'one' : 'some'
    return [translate(language, `discussion.${decision}.${reading}`, { name: ownerText(own, names, language) })]
  })
}

/** Published areas of the plan that differ, and what follows for ours. */
function publishedAreas({ study, measurement, language }: ReportInput): Run[] {
  const areas = planFigures(study)
  const values = areas.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (areas.length < 2 || low === high) return []
  const range = { low: areaAsGiven(low, language), high: areaAsGiven(high, language) }
  const isDrawn =
    !isReported(measurement) && areas.some(({ id }) => study.layers.some(({ drawnTo }) => drawnTo?.includes(id)))
  return [
    { text: translate(language, 'discussion.areas', range) },
    ...see('published'),
    ...(isDrawn ? [{ text: translate(language, 'discussion.areas.drawn') }] : []),
  ]
}
