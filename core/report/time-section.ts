import { areOfZones } from '../timeline/zones-change.ts'
import { uncoveredParts } from '../answer/hold-ended-text.ts'
import type { ClassName, Interval, LayerMeasurement } from '../model/measurement.ts'
import { formatDate } from '../format/format.ts'
import type { Layer } from '../model/layer.ts'
import { validityText } from '../timeline/validity-text.ts'
import { ownerText, type OwnerNames } from '../timeline/owner-text.ts'
import { namesIn } from '../format/names.ts'
import { changedAreaText, partyChangeTexts } from '../timeline/party-change-text.ts'
import { translate, semicolon, type MessageKey } from '../i18n/translate.ts'
import { areaFigure, hasInterval, leastShownM2, shareFigure, unitFor } from './area-figures.ts'
import { heading, paragraph, type Block, type Table } from './blocks.ts'
import { classTitle, nameIn } from './class-titles.ts'
import { mainLayer } from '../answer/main-layer.ts'
import type { FullInput } from './report-input.ts'
import { groundShares } from '../charts/ground-shares.ts'
import { timeBars } from '../charts/time-bars.ts'
import { changeFigures } from './change-figure.ts'
import { timeChart } from './time-chart.ts'
import type { Change, Owner, TimelineDate, TimelineLayer } from '../timeline/timeline-answer.ts'

const mostDays = 80
const mostClasses = 5

/** The main layer on every day of the timeline, as chart and table, and what changed class between its snapshots. */
export function timeSection(input: FullInput): Block[] {
  const { study, measurement, timeline, language } = input
  const main =
    mainLayer(study, measurement) ?? timeline.dates.flatMap(({ layers }) => layers).find(({ layer }) => layer !== null)
  const days = timeline.dates.filter(({ layers }) =>
    layers.some(({ name, layer }) => name === main?.name && layer !== null),
  )
  const snapshots = new Set(days.map((day) => layerOn(day, main!.name)?.layer))
  if (!main || days.length < 2 || snapshots.size < 2) return []
  return [
    heading(translate(language, 'report.time')),
    paragraph(translate(language, 'report.time.about')),
    timeChart(input, main.name, days),
    dayTable(input, main, changingDays(days, main.name, language)),
    ...changeTable(
      input,
      timeline.changes.filter(({ layer }) => layer === main.name),
    ),
  ]
}

/** Those on which something of the series begins or ends: on all others its rows would repeat the row before. */
function changingDays(
  days: readonly TimelineDate[],
  name: string,
  language: FullInput['language'],
): readonly TimelineDate[] {
  const steps = new Set(timeBars(days, name, groundShares(days, name, language), () => 0).map(({ date }) => date))
  return days.filter(({ date }) => steps.has(date))
}

const layerOn = ({ layers }: TimelineDate, name: string): TimelineLayer | undefined =>
  layers.find((own) => own.name === name)

function dayTable({ study, language }: FullInput, { name }: LayerMeasurement, days: readonly TimelineDate[]): Table {
  const series = study.layers.filter((layer) => layer.name === name)
  const largest = new Map<ClassName, number>()
  for (const day of days) {
    for (const own of layerOn(day, name)!.classes)
      largest.set(own.class, Math.max(largest.get(own.class) ?? 0, own.areaM2))
  }
  const found = [...largest].filter(([, areaM2]) => areaM2 > 0)
  const kept = new Set(
    found
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, mostClasses)
      .map(([own]) => own),
  )
  const shown = found.flatMap(([own]) => (kept.has(own) ? [own] : []))
  const hasOthers = found.length > shown.length
  const withIntervals = days.some(({ plan }) => hasInterval(plan))
  const unit = unitFor(days[0]!.plan.areaM2)
  const figure = (areaM2: number, interval: Interval, { plan }: TimelineDate): string => {
    if (areaM2 === 0 && (interval.high ?? 0) < leastShownM2) return translate(language, 'report.nothing')
    return withIntervals ? areaFigure(areaM2, interval, unit, language) : shareFigure(areaM2, plan.areaM2, {}, language)
  }
  const titleOf = (own: ClassName): string => titleIn(series, own, language)
  const rest = uncoveredParts(
    days.flatMap(({ layers }) => layers.filter((own) => own.name === name)),
    language,
  )
  return {
    kind: 'table',
    caption: translate(language, withIntervals ? 'report.time.caption-intervals' : 'report.time.caption', {
      layer: nameIn(language, roleText(series[0]!.role, language)),
      unit: translate(language, `report.column.${unit}`),
    }),
    columns: [
      { head: translate(language, 'report.column.day'), width: 3 },
      { head: translate(language, 'report.column.basis'), width: withIntervals ? 4.4 : 4.8 },
      ...shown.map((own) => ({ head: titleOf(own), isFigure: true, width: withIntervals ? 2.4 : 1.9 })),
      ...(hasOthers ? [{ head: translate(language, 'report.row.other'), isFigure: true, width: 1.8 }] : []),
      ...rest.map(({ text }) => ({ head: text, isFigure: true, width: 2.2 })),
    ],
    rows: days.slice(0, mostDays).map((day) => {
      const own = layerOn(day, name)!
      const areaOf = (each: ClassName) => own.classes.find((known) => known.class === each)
      const others = found
        .filter(([each]) => !kept.has(each))
        .reduce((sum, [each]) => sum + (areaOf(each)?.areaM2 ?? 0), 0)
      const basis = validityText(own, day.date, language)
      return {
        cells: [
          formatDate(day.date, language),
          basis,
          ...shown.map((each) => figure(areaOf(each)?.areaM2 ?? 0, areaOf(each) ?? {}, day)),
          ...(hasOthers ? [figure(others, {}, day)] : []),
          ...rest.map(({ of }) => {
            const found = of(own)
            return found ? figure(found.areaM2, found.interval, day) : translate(language, 'report.nothing')
          }),
        ],
      }
    }),
    remarks: days.length > mostDays ? [translate(language, 'report.more-rows', { count: days.length - mostDays })] : [],
  }
}

/** What a class is called by the first of the snapshots that knows it. */
const titleIn = (snapshots: readonly Layer[], own: ClassName, language: FullInput['language']): string =>
  classTitle(
    snapshots.find(({ classes }) => classes.some((known) => known.class === own)) ?? snapshots.at(-1)!,
    own,
    language,
  )

const roleText = (role: string, language: FullInput['language']) => ({
  en: translate(language, `role.${role}` as MessageKey),
})

/** By party and by the ends of the readings: classes such as “some sources (3 of 4)” are of other sources on every day. */
function changeTable(input: FullInput, changes: readonly Change[]): Block[] {
  const { study, language } = input
  if (changes.length === 0) return []
  const namesOf = ({ fromLayer, toLayer }: Change): OwnerNames => ({
    party: (name) => nameIn(language, { en: name, [language]: namesIn(study, language).party(name) }),
    class: (name) =>
      titleIn(
        study.layers.filter(({ id }) => id === fromLayer || id === toLayer),
        name,
        language,
      ),
  })
  const nameOf = (change: Change) => (own: Owner) => ownerText(own, namesOf(change), language)
  const none = translate(language, 'report.time.unchanged')
  const isOfZones = areOfZones(study, changes)
  return [
    paragraph(translate(language, isOfZones ? 'report.time.changes-about-of-zones' : 'report.time.changes-about')),
    ...changeFigures(input, changes, namesOf, isOfZones),
    {
      kind: 'table',
      key: 'changes',
      caption: translate(language, isOfZones ? 'report.time.changes-of-zones' : 'report.time.changes'),
      columns: [
        { head: translate(language, 'report.column.from-to'), width: 4 },
        { head: translate(language, 'report.column.changed'), width: 3 },
        { head: translate(language, 'report.column.redrawn'), width: 2.4 },
        { head: translate(language, 'report.column.net'), width: 6.6 },
      ],
      rows: changes.slice(0, mostDays).map((change) => ({
        cells: [
          translate(language, 'report.time.from-to', {
            from: formatDate(change.from, language),
            to: formatDate(change.to, language),
          }),
          changedAreaText(change, 'changedM2', language),
          changedAreaText(change, 'sliversM2', language),
          partyChangeTexts(change, nameOf(change), language).join(semicolon(language)) || none,
        ],
      })),
      remarks: [
        translate(language, isOfZones ? 'change.other-drawings' : 'change.other-reports'),
        ...(changes.length > mostDays
          ? [translate(language, 'report.more-rows', { count: changes.length - mostDays })]
          : []),
      ],
    },
  ]
}
