import { namedSource, sourceName, type Source } from '../../../core/model/sources.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { isReported } from '../../../core/model/outline.ts'
import { claimedRows } from './claimed-columns.ts'
import { eventKindText } from './named.ts'
import { lastReports, layerRows, withReports } from './measurement-rows.ts'
import type { TableRow } from './table-row.ts'
import type { ComparedStudy, Comparison, PublishedRow } from '../../../core/compare/comparison-answer.ts'

/** The same measures of several studies, one study after the other. */
export const comparisonRows = ({ studies, notes }: Comparison, language: Language): TableRow[] =>
  studies.flatMap((study) =>
    studyRows(
      study,
      notes.filter(({ values }) => values['study'] === study.id),
      language,
    ).map((row) => ({
      study: study.id,
      studyTitle: textIn(language, study.title),
      ...row,
      ...(row.sources ? { sourceNames: row.sources.map((id) => textIn(language, sourceName(study.sources, id))) } : {}),
    })),
  )

function studyRows(study: ComparedStudy, notes: Comparison['notes'], language: Language): TableRow[] {
  const reports = lastReports(notes)
  const { title, at, plan, layers, points, events, against, sources } = study
  return [
    isReported({ plan })
      ? { row: 'plan-published', layer: textIn(language, title), ...dated(at), areaM2: plan.areaM2 }
      : { row: 'plan', layer: textIn(language, title), ...dated(at), areaM2: plan.areaM2, share: 1, interval: plan },
    ...against.flatMap((row) => publishedPair(row, sources, plan, language)),
    ...layers.flatMap((layer) => layerRows(layer, plan.areaM2, notes)),
    ...claimedRows(study.claimed, language),
    ...points.map((own): TableRow => ({
      row: 'points',
      layer: own.layer,
      ...withReports([own.layer], reports),
      class: own.class ?? '',
      count: own.count,
      perHa: own.perHa,
    })),
    ...events.map((event): TableRow => ({
      row: 'event',
      layer: textIn(language, event.title),
      date: event.date,
      class: eventKindText(event.kind, language),
      ...(event.days === null ? {} : { days: event.days }),
    })),
  ]
}

/** A published area or share, and below it ours where there is one: without and with ground that only some sources speak of. */
export function publishedPair(
  { published, date, at, measured, interval, verdict, drawnTo, differenceOfPublished }: PublishedRow,
  sources: readonly Source[],
  plan: Measurement['plan'],
  language: Language,
): TableRow[] {
  const { measure, value, of, source, measuredAs } = published
  const isArea = measure === 'areaM2'
  const isOfPlan = measuredAs ? measuredAs.ground === undefined : of === undefined
  if (!isArea && measure !== 'share') return []
  const figure = (own: number): Partial<TableRow> =>
    isArea
      ? { areaM2: own, ...(of === undefined && !isReported({ plan }) ? { share: own / plan.areaM2 } : {}) }
      : isOfPlan
        ? { share: own }
        : { shareOfNamed: own }
  const about = of === undefined ? {} : { class: textIn(language, of) }
  const printed: TableRow = {
    row: 'published',
    layer: textIn(language, namedSource(sources, source).title),
    ...dated(date),
    ...about,
    ...figure(value),
  }
  if (!measured) return [printed]
  const ours = (end: 'low' | 'high'): TableRow => ({
    row: drawnTo ? 'drawn-to' : 'measured-against',
    ...dated(at),
    ...about,
    ...figure(measured[end]),
    ...(interval && isArea ? { interval } : {}),
    // As in the report: a difference that is not established is no figure.
    ...(differenceOfPublished && (verdict === 'more' || verdict === 'less')
      ? { difference: differenceOfPublished[end] }
      : {}),
  })
  return measured.low === measured.high ? [printed, ours('high')] : [printed, ours('low'), ours('high')]
}

const dated = (date: string | null): { date?: string } => (date === null ? {} : { date })
