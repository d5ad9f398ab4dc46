import { claimedAbout } from '../compare/coverage.ts'
import { rangeText, siegeText, takenText, whenText } from '../compare/finding-sentence.ts'
import { isNotNamed } from '../compare/held-ground.ts'
import { isAbout, leftOut, type Ground } from '../compare/compared-about.ts'
import { widelyNamedLines } from '../compare/comparison.ts'
import { skippedLines } from '../compare/skipped-study.ts'
import { areaAsGivenValue } from '../format/area-as-given.ts'
import { formatDate, formatNumber } from '../format/format.ts'
import { uncoveredRows } from '../answer/hold-ended-text.ts'
import { isReported } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { namedIn } from '../answer/named-sources.ts'
import { sourceOf } from '../model/sources.ts'
import { layerWhen } from '../format/when.ts'
import { lastReported } from '../model/validity.ts'
import { comma, translate, semicolon, type Language } from '../i18n/translate.ts'
import { areaFigure, hasInterval, planShareFigure, unitFor } from './area-figures.ts'
import { heading, paragraph, type Block, type Row, type Table } from './blocks.ts'
import { classTitle, layerTitle, nameIn } from './class-titles.ts'
import { coverageTable, otherClaims } from './coverage-tables.ts'
import { findingTables } from './finding-blocks.ts'
import { shareFigures } from './share-figure.ts'
import type { ComparedPlans, FullInput } from './report-input.ts'
import type { SourceList } from './source-list.ts'
import type { ComparedStudy, LayerGround } from '../compare/comparison-answer.ts'

/** The plan beside other plans: the same measures of each, who held which ground, and what they have in common or not. */
export function comparisonSection({ compared, language, font }: FullInput, sources: SourceList): Block[] {
  if (!compared) return []
  const { comparison } = compared
  const skipped = skippedLines(comparison.skipped, language).map((line) => paragraph(line))
  if (comparison.studies.length < 2)
    return skipped.length === 0 ? [] : [heading(translate(language, 'report.compared')), ...skipped]
  const silent = leftOut(comparison.studies)
  return [
    heading(translate(language, 'report.compared')),
    ...skipped,
    paragraph(translate(language, 'report.compared.about')),
    paragraph(comparison.standing.map((text) => textIn(language, text)).join(' ')),
    coverageTable(comparison.studies, language),
    measureTable(compared, language),
    ...shareFigures(comparison, { language, font }),
    daysTable(comparison.studies, language, silent),
    ...otherClaims(comparison.studies.slice(1), language, sources),
    ...(isAbout(comparison.studies[0], 'held') ? holderTable(compared, language, sources) : []),
    paragraph(translate(language, 'report.compared.rule')),
    ...findingTables(comparison, language),
  ]
}

/** Area and ground of each plan, a row each. */
function measureTable({ comparison: { studies }, hashes, studies: records }: ComparedPlans, language: Language): Table {
  const unit = unitFor(Math.max(...studies.map(({ planM2 }) => planM2)))
  const withIntervals = studies.some(({ plan }) => hasInterval(plan))
  const shown = grounds.filter((about) => isAbout(studies[0], about))
  const inputs = studies.map(({ id }) =>
    translate(language, 'report.compared.input', {
      id,
      revision: records.get(id)!.revision,
      hash: hashes.get(id)!.slice(0, 12),
    }),
  )
  return {
    kind: 'table',
    caption: translate(language, 'report.compared.caption'),
    columns: [
      { head: translate(language, 'report.column.plan'), width: 2.2 },
      { head: translate(language, 'report.column.day'), width: 1.9 },
      {
        head: translate(language, withIntervals ? `report.column.${unit}-interval` : `report.column.${unit}`),
        width: 2.4,
      },
      ...shown.map((about) => ({ head: translate(language, `report.column.${about}`), width: 3.4 })),
    ],
    rows: studies.map((study, i): Row => {
      const { title, at, plan } = study
      const area = areaFigure(plan.areaM2, plan, unit, language)
      return {
        cells: [
          nameIn(language, title),
          at === null ? translate(language, 'report.nothing') : formatDate(at, language),
          isReported(study)
            ? translate(language, 'told.area-figure', { area: unit === 'ha' ? areaAsGivenValue(plan.areaM2) : area })
            : area,
          ...shown.map((about) => groundText(study, about, i === 0, language)),
        ],
      }
    }),
    remarks: [
      ...(shown.length > 0 ? [translate(language, 'report.compared.remark-ground')] : []),
      ...widelyNamedLines(studies, language),
      ...drawnTexts(studies, language),
      translate(language, 'report.compared.inputs', { list: inputs.join(semicolon(language)) }),
    ],
  }
}

type NoData = ReturnType<typeof leftOut>

const grounds: readonly Ground[] = ['held', 'shelled', 'damaged']

/** What is measured of a plan's ground; else where to find what is claimed of it. A layer of records does not say that there was nothing. */
function groundText({ onDay, at, claimed }: ComparedStudy, about: Ground, isOwn: boolean, language: Language): string {
  const { held } = onDay
  const ground = onDay[about]
  if (about === 'held' && held && isNotNamed(held))
    return translate(language, 'precedent.cell.not-named', { party: nameIn(language, held.party) })
  if (about === 'held' && held)
    return translate(language, 'report.compared.held', {
      range: shownRange(held, at, language),
      party: nameIn(language, held.party),
    })
  if (ground)
    return ground.wideM2 === 0 ? translate(language, 'report.compared.none') : shownRange(ground, at, language)
  if (claimedAbout(claimed, about).length === 0) return translate(language, 'report.nothing')
  return translate(language, 'report.compared.only-claimed', {
    table: translate(language, isOwn ? 'claimed.caption' : 'claimed.caption-others').replace(/\.$/, ''),
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
    return translate(language, 'report.compared.draws', {
      list: own.map(({ title }) => nameIn(language, title)).join(comma(language)),
      draws: formatNumber(draws),
      seed,
    })
  })
}

/** When the ground of each plan was last taken, and the siege that its study records, where any of them does. */
function daysTable(studies: readonly ComparedStudy[], language: Language, silent: NoData): Table {
  const [isTaken, isBesieged] = [!silent.has('taken'), !silent.has('siege')]
  return {
    kind: 'table',
    caption: translate(language, isTaken || isBesieged ? 'report.compared.days' : 'report.compared.days-of-plans'),
    columns: [
      { head: translate(language, 'report.column.plan'), width: 2.2 },
      { head: translate(language, 'precedent.announced'), width: 2.4 },
      ...(isTaken ? [{ head: translate(language, 'precedent.taken'), width: 4 }] : []),
      ...(isBesieged
        ? [
            { head: translate(language, 'precedent.siege'), width: 4 },
            { head: translate(language, 'report.column.siege'), isFigure: true, width: 1.6 },
          ]
        : []),
    ],
    rows: studies.map((study): Row => ({
      cells: [
        nameIn(language, study.title),
        study.announced === null ? translate(language, 'days.unknown') : formatDate(study.announced, language),
        ...(isTaken ? [takenText(study, language)] : []),
        ...(isBesieged
          ? [
              siegeText(study.siege, language),
              study.siege?.days ? formatNumber(study.siege.days) : translate(language, 'report.nothing'),
            ]
          : []),
      ],
    })),
    remarks: isBesieged ? [translate(language, 'report.compared.remark')] : [],
  }
}

/** The share, and where it is not of the study's day since when it is known. */
function shownRange(ground: LayerGround, at: string | null, language: Language): string {
  const range = rangeText(ground, language)
  return ground.holds === 'last-known'
    ? translate(language, 'report.compared.dated', { range, when: whenText(ground, at, language) })
    : range
}

/** Who held the ground of each plan, with intervals where they were asked for. */
function holderTable({ comparison, studies }: ComparedPlans, language: Language, sources: SourceList): Table[] {
  const rows = comparison.studies.flatMap((plan, i) =>
    holderRows(plan, studies.get(plan.id)!, i === 0, language, sources),
  )
  if (rows.length === 0) return []
  const withIntervals = comparison.studies.some(({ plan }) => hasInterval(plan))
  return [
    {
      kind: 'table',
      caption: translate(language, 'report.compared.holders'),
      columns: [
        { head: translate(language, 'report.column.plan'), width: 3.4 },
        { head: translate(language, 'report.column.class'), width: 4.6 },
        {
          head: translate(language, withIntervals ? 'report.column.ha-interval' : 'report.column.ha'),
          isFigure: true,
          width: 2.6,
        },
        { head: translate(language, 'report.column.plan-share'), isFigure: true, width: 2 },
        { head: translate(language, 'report.column.source'), isFigure: true, width: 1.5 },
      ],
      rows,
      remarks: withIntervals ? [translate(language, 'report.layer.interval')] : [],
    },
  ]
}

function holderRows(
  { title, plan, layers, at }: ComparedStudy,
  study: Study,
  isOwn: boolean,
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
  const use = isOwn ? layerTitle(layer, language) : `${name}: ${layerTitle(layer, language)}`
  const mark = resting
    .map((own) => translate(language, 'report.cited', { number: sources.cite(own, use) }))
    .join(comma(language))
  const parts = [
    ...measured.classes.map((own) => ({
      text: classTitle(layer, own.class, language),
      areaM2: own.areaM2,
      interval: own,
      end: null,
    })),
    {
      text: translate(language, 'class.several'),
      areaM2: measured.multipleM2,
      interval: measured.multiple ?? {},
      end: null,
    },
    ...uncoveredRows(measured, language),
  ]
  return parts
    .filter(({ areaM2 }) => areaM2 > 0)
    .map(({ text, areaM2, interval, end }) => ({
      // Of ground whose hold has ended nothing is said as last reported.
      cells: [
        last === null || end !== null
          ? name
          : translate(language, 'precedent.cell.dated', { text: name, date: layerWhen(layer, at, language) }),
        text,
        areaFigure(areaM2, interval, 'ha', language),
        planShareFigure(areaM2, plan.areaM2, interval, language),
        mark,
      ],
    }))
}
