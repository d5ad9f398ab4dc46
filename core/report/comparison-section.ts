import { claimedAbout } from '../compare/coverage.ts'
import { rangeText, siegeText, takenText, whenText } from '../compare/finding-sentence.ts'
import { findingKinds as kinds, type Finding } from '../compare/findings.ts'
import { isNotNamed, type LayerGround } from '../compare/held-ground.ts'
import { widelyNamedLines, type ComparedStudy, type Comparison } from '../compare/comparison.ts'
import { areaAsGivenValue } from '../format/area-as-given.ts'
import { formatDate, formatNumber } from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { isTold } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { namedIn } from '../answer/named-sources.ts'
import { sourceOf } from '../model/sources.ts'
import { layerWhen } from '../format/when.ts'
import { lastReported } from '../model/holding.ts'
import { say, type Language } from '../i18n/say.ts'
import { areaFigure, hasInterval, planShareFigure, unitFor } from './area-figures.ts'
import { dotted, heading, paragraph, type Block, type Row, type Run, type Table } from './blocks.ts'
import { classTitle, comma, layerTitle, nameIn } from './class-titles.ts'
import { coverageTable, otherClaims } from './coverage-tables.ts'
import type { ComparedPlans, ReportInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'

/** The plan beside other plans: the same measures of each, who held which ground, and what they have in common or not. */
export function comparisonSection({ compared, language }: ReportInput, sources: SourceList): Block[] {
  if (!compared || compared.comparison.studies.length < 2) return []
  const { comparison } = compared
  return [
    heading(say(language, 'report.compared')),
    paragraph(say(language, 'report.compared.about')),
    paragraph(comparison.standing.map((text) => textIn(language, text)).join(' ')),
    coverageTable(comparison.studies, language),
    measureTable(compared, language),
    daysTable(comparison.studies, language),
    ...otherClaims(comparison.studies.slice(1), language, sources),
    ...holderTable(compared, language, sources),
    paragraph(say(language, 'report.compared.rule')),
    ...comparison.studies.slice(1).flatMap((other) => findingBlocks(other, comparison, language)),
  ]
}

type Ground = 'held' | 'shelled' | 'damaged'

/** Area and ground of each plan, a row each. */
function measureTable({ comparison: { studies }, hashes, studies: records }: ComparedPlans, language: Language): Table {
  const unit = unitFor(Math.max(...studies.map(({ planM2 }) => planM2)))
  const withIntervals = studies.some(({ plan }) => hasInterval(plan))
  const inputs = studies.map(({ id }) =>
    say(language, 'report.compared.input', {
      id,
      revision: records.get(id)!.revision,
      hash: hashes.get(id)!.slice(0, 12),
    }),
  )
  return {
    kind: 'table',
    caption: say(language, 'report.compared.caption'),
    columns: [
      { head: say(language, 'report.column.plan'), width: 2.2 },
      { head: say(language, 'report.column.day'), width: 1.9 },
      { head: say(language, withIntervals ? `report.column.${unit}-interval` : `report.column.${unit}`), width: 2.4 },
      ...grounds.map((about) => ({ head: say(language, `report.column.${about}`), width: 3.4 })),
    ],
    rows: studies.map((study, i): Row => {
      const { title, at, plan } = study
      const area = areaFigure(plan.areaM2, plan, unit, language)
      return {
        cells: [
          nameIn(language, title),
          at === null ? say(language, 'report.nothing') : formatDate(at, language),
          isTold(study)
            ? say(language, 'told.area-figure', { area: unit === 'ha' ? areaAsGivenValue(plan.areaM2) : area })
            : area,
          ...grounds.map((about) => groundText(study, about, i === 0, language)),
        ],
      }
    }),
    remarks: [
      say(language, 'report.compared.remark-ground'),
      ...widelyNamedLines(studies, language),
      ...drawnTexts(studies, language),
      say(language, 'report.compared.inputs', { list: inputs.join(language === 'ar' ? '؛ ' : '; ') }),
    ],
  }
}

const grounds: readonly Ground[] = ['held', 'shelled', 'damaged']

/** What is measured of a plan's ground; else where to find what is claimed of it. A layer of records does not say that there was nothing. */
function groundText({ onDay, at, claimed }: ComparedStudy, about: Ground, isOwn: boolean, language: Language): string {
  const { held } = onDay
  const ground = onDay[about]
  if (about === 'held' && held && isNotNamed(held))
    return say(language, 'precedent.cell.not-named', { party: nameIn(language, held.party) })
  if (about === 'held' && held)
    return say(language, 'report.compared.held', {
      range: shownRange(held, at, language),
      party: nameIn(language, held.party),
    })
  if (ground) return ground.wideM2 === 0 ? say(language, 'report.compared.none') : shownRange(ground, at, language)
  if (claimedAbout(claimed, about).length === 0) return say(language, 'report.nothing')
  return say(language, 'report.compared.only-claimed', {
    table: say(language, isOwn ? 'claimed.caption' : 'claimed.caption-others').replace(/\.$/, ''),
  })
}

/** How the intervals of the plans were drawn, those drawn alike together. */
function drawnTexts(studies: readonly ComparedStudy[], language: Language): string[] {
  const alike = new Map<string, ComparedStudy[]>()
  for (const study of studies)
    if (study.drawnWith)
      alike.set(JSON.stringify(study.drawnWith), [...(alike.get(JSON.stringify(study.drawnWith)) ?? []), study])
  return [...alike.values()].map((own) => {
    const { draws, seed } = own[0]!.drawnWith!
    return say(language, 'report.compared.draws', {
      list: own.map(({ title }) => nameIn(language, title)).join(comma(language)),
      draws: formatNumber(draws),
      seed,
    })
  })
}

/** When the ground of each plan was last taken, and the siege that its study records. */
const daysTable = (studies: readonly ComparedStudy[], language: Language): Table => ({
  kind: 'table',
  caption: say(language, 'report.compared.days'),
  columns: [
    { head: say(language, 'report.column.plan'), width: 2.2 },
    { head: say(language, 'precedent.announced'), width: 2.4 },
    { head: say(language, 'precedent.taken'), width: 4 },
    { head: say(language, 'precedent.siege'), width: 4 },
    { head: say(language, 'report.column.siege'), isFigure: true, width: 1.6 },
  ],
  rows: studies.map((study): Row => ({
    cells: [
      nameIn(language, study.title),
      study.announced === null ? say(language, 'days.unknown') : formatDate(study.announced, language),
      takenText(study, language),
      siegeText(study.siege, language),
      study.siege?.days ? formatNumber(study.siege.days) : say(language, 'report.nothing'),
    ],
  })),
  remarks: [say(language, 'report.compared.remark')],
})

/** The share, and where it is not of the study's day since when it is known. */
function shownRange(ground: LayerGround, at: string | null, language: Language): string {
  const range = rangeText(ground, language)
  return ground.holds === 'last-known'
    ? say(language, 'report.compared.dated', { range, when: whenText(ground, at, language) })
    : range
}

/** Who held the ground of each plan, with intervals where they were asked for. */
function holderTable({ comparison, studies }: ComparedPlans, language: Language, sources: SourceList): Table[] {
  const rows = comparison.studies.flatMap((plan) => holderRows(plan, studies.get(plan.id)!, language, sources))
  if (rows.length === 0) return []
  const withIntervals = comparison.studies.some(({ plan }) => hasInterval(plan))
  return [
    {
      kind: 'table',
      caption: say(language, 'report.compared.holders'),
      columns: [
        { head: say(language, 'report.column.plan'), width: 3.4 },
        { head: say(language, 'report.column.class'), width: 4.6 },
        {
          head: say(language, withIntervals ? 'report.column.ha-interval' : 'report.column.ha'),
          isFigure: true,
          width: 2.6,
        },
        { head: say(language, 'report.column.plan-share'), isFigure: true, width: 2 },
        { head: say(language, 'report.column.source'), isFigure: true, width: 1.5 },
      ],
      rows,
      remarks: withIntervals ? [say(language, 'report.layer.interval')] : [],
    },
  ]
}

function holderRows(
  { title, plan, layers, at }: ComparedStudy,
  study: Study,
  language: Language,
  sources: SourceList,
): Row[] {
  const measured = layers.find(({ role, layer }) => role === 'control' && layer !== null)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  if (!measured || !layer) return []
  const last = lastReported(layer, at)
  const name = nameIn(language, title)
  const resting = [...new Set([layer.source, ...namedIn({ layers }, layer.id)])].flatMap(
    (id) => sourceOf(study.sources, id) ?? [],
  )
  const mark = resting
    .map((own) =>
      say(language, 'report.cited', { number: sources.cite(own, `${name}: ${layerTitle(layer, language)}`) }),
    )
    .join(say(language, 'page.list.comma'))
  const parts = [
    ...measured.classes.map((own) => ({
      text: classTitle(layer, own.class, language),
      areaM2: own.areaM2,
      interval: own,
      end: null,
    })),
    { text: say(language, 'class.several'), areaM2: measured.multipleM2, interval: measured.multiple ?? {}, end: null },
    ...uncoveredRows(measured, language),
  ]
  return parts
    .filter(({ areaM2 }) => areaM2 > 0)
    .map(({ text, areaM2, interval, end }) => ({
      // Of ground whose hold has ended nothing is said as last reported.
      cells: [
        last === null || end !== null
          ? name
          : say(language, 'precedent.cell.dated', { text: name, date: layerWhen(layer, at, language) }),
        text,
        areaFigure(areaM2, interval, 'ha', language),
        planShareFigure(areaM2, plan.areaM2, interval, language),
        mark,
      ],
    }))
}

/** What another plan has in common with the report's or not: in which respects, then in sentences with the numbers. */
function findingBlocks({ id, title }: ComparedStudy, { findings }: Comparison, language: Language): Block[] {
  const own = findings.filter(({ studies }) => studies[1] === id)
  const topicsOf = (kind: Finding['kind']): string =>
    own
      .filter((finding) => finding.kind === kind)
      .map(({ topic }) => say(language, `finding.topic.${topic}`))
      .join(comma(language))
  const respects = kinds.flatMap((kind) => {
    const topics = topicsOf(kind)
    return topics === '' ? [] : [say(language, `report.compared.${kind}`, { topics })]
  })
  const runs: Run[] = [
    { text: `${nameIn(language, title)}: `, strong: true },
    { text: `${respects.join(language === 'ar' ? '؛ ' : '; ')}.` },
  ]
  // Where there is no number there is nothing to tell; why numbers, or a siege, decide nothing is told.
  const isSaid = ({ kind, because, topic }: Finding): boolean =>
    kind !== 'open' || because !== undefined || topic === 'siege'
  const told = kinds.flatMap((kind) => own.filter((finding) => finding.kind === kind && isSaid(finding)))
  return [
    { kind: 'paragraph', look: 'text', runs },
    ...(told.length > 0 ? [dotted(told.map(({ text }) => ({ text: textIn(language, text) })))] : []),
  ]
}
