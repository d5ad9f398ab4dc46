import { damageReportOf } from '../../core/damage/damage-report.ts'
import { eventReportOf } from '../../core/events/event-report.ts'
import { publishedRows } from '../../core/compare/published-rows.ts'
import { uncertaintyOf } from '../../core/uncertainty/uncertainty-of.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { stepOf } from '../../core/result/progress.ts'
import type { Report } from '../../core/report/blocks.ts'
import type { ReportStyle } from '../../core/report/report-style.ts'
import { shownFeatures, shownLists, shownMeasurement, shownStudy } from '../../core/export/withheld.ts'
import { reportOf } from '../../core/report/report.ts'
import { publishedOn } from '../../core/model/publication.ts'
import { isMeasured } from '../../core/model/layer.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import { withAccuracies } from '../../core/layers/state-accuracy.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import type { Study } from '../../core/model/study.ts'
import { timelineOf } from '../../core/timeline/timeline.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { MadeFile } from './sheet-request.ts'
import type { MeasureRequest, StoredStudy } from './measure-study.ts'
import { sheetFont } from '../export/fonts/fonts.ts'
import { inputHash } from '../store/input-hash.ts'
import type { PdfStandard } from '../../core/options/sheet-options.ts'
import { comparePlans } from './compare-plans.ts'
import { reportFormats, type ReportFormat } from '../../core/options/report-options.ts'

/** Everything that shapes a report; page, command line and HTTP ask with the same and so get the same bytes. */
export type ReportRequest = {
  readonly format: ReportFormat
  readonly language: Language
  /** What a PDF is made to. */
  readonly standard: PdfStandard
  /** The day of publication; else the study's own. */
  readonly published?: string | undefined
  readonly style?: ReportStyle | undefined
  readonly measuring: MeasureRequest
}

type Requested = StoredStudy & { readonly others: readonly StoredStudy[]; readonly report: ReportRequest }

/** The report of a study as a file. */
export async function makeReport(requested: Requested, work: TaskContext): Promise<Outcome<MadeFile>> {
  const written = await writeReport(requested, work)
  if (!written.ok) return written
  const report = written.value
  const { format } = requested.report
  return done({
    bytes: await render(report, requested.report, work),
    type: reportFormats[format],
    name: `${report.name}.${format}`,
  })
}

/** Measures the study on its day and through time, the `others` each on its own day, and writes the report. */
export async function writeReport(
  {
    study: stored,
    paths,
    others,
    report: { language, published: publicationDay, style = 'full', measuring },
  }: Omit<Requested, 'report'> & {
    readonly report: Pick<ReportRequest, 'language' | 'published' | 'style' | 'measuring'>
  },
  work: TaskContext,
): Promise<Outcome<Report>> {
  const assumed = withAccuracies(stored, measuring.accuracy)
  if (!assumed.ok) return assumed
  const study = publishedOn(assumed.value, publicationDay)
  const day = requestedDay(study, measuring.at)
  if (!day.ok) return day
  const features = await readLayerFeatures(study, layersNeeded(study, day.value), paths)
  if (!features.ok) return features
  const measurement = measureStudy(
    study,
    features.value,
    { ...measuring, samples: others.length > 0 },
    stepOf(work, 0, 0.2),
  )
  if (!measurement.ok) return measurement
  const timeline = timelineOf(
    study,
    features.value,
    { draws: measuring.draws, seed: measuring.seed },
    stepOf(work, 0.2, 0.4),
  )
  if (!timeline.ok) return timeline
  const published = publishedRows(
    study,
    features.value,
    measurement.value.at,
    { draws: measuring.draws, seed: measuring.seed },
    work,
  )
  if (!published.ok) return published
  const uncertainty = uncertaintyOf(
    study,
    features.value,
    { at: day.value ?? undefined, draws: measuring.draws, seed: measuring.seed },
    stepOf(work, 0.4, 0.7),
  )
  if (!uncertainty.ok) return uncertainty
  const events = eventReportOf(study, features.value, measurement.value.at, work)
  if (!events.ok) return events
  const own = { study, features: features.value, measurement: measurement.value, published: published.value }
  const compared = others.length === 0 ? null : await comparePlans(own, others, measuring, stepOf(work, 0.7, 0.95))
  if (compared && !compared.ok) return compared
  work.progress?.(0.95, 'report.writing')
  return done(
    reportOf({
      study: shownStudy(study),
      features: shownFeatures(study, features.value),
      measurement: shownMeasurement(study, measurement.value),
      timeline: timeline.value,
      published: published.value,
      uncertainty: uncertainty.value,
      lists: shownLists(study, {
        damage: damageReportOf(study, features.value, measurement.value.at),
        events: events.value,
      }),
      compared: compared?.value ?? null,
      language,
      style,
      hash: inputHash(study, measurement.value),
      font: sheetFont().font,
    }),
  )
}

/** What is measured, on this day or another, and what the map shows on this day. */
function layersNeeded(study: Study, at: string | null) {
  const onMap = new Set(layersAt(study, at))
  const named = new Set(study.published.map(({ measuredAs }) => measuredAs?.ground?.layer))
  return study.layers.filter(
    (layer) =>
      layer.id === study.plan.layer ||
      isMeasured(layer) ||
      onMap.has(layer) ||
      named.has(layer.name) ||
      named.has(layer.id),
  )
}

async function render(
  report: Report,
  { format, standard }: ReportRequest,
  { signal }: TaskContext,
): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('../export/typst/report-pdf.ts')).reportPdf(report, standard)
  if (format === 'svg') return (await import('../export/typst/report-pdf.ts')).reportSvg(report)
  return (await import('../export/docx/report-docx.ts')).reportDocx(report, signal)
}
