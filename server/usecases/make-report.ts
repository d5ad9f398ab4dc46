import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { stepOf } from '../../core/result/progress.ts'
import type { Report } from '../../core/report/blocks.ts'
import type { ReportStyle } from '../../core/report/report-style.ts'
import { shownFeatures, shownMeasurement, shownStudy } from '../../core/export/withheld.ts'
import { reportOf } from '../../core/report/report.ts'
import { publishedOn } from '../../core/model/publication.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { isMeasured, type Layer } from '../../core/model/layer.ts'
import { requestedDay } from '../../core/model/requested-day.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import { withAccuracies } from '../../core/layers/state-accuracy.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import type { Study } from '../../core/model/study.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { MadeFile } from './sheet-request.ts'
import type { MeasureRequest, StoredStudy } from './measure-study.ts'
import { briefAnswers, changingLayers, fullAnswers } from './report-answers.ts'
import { sheetFont } from '../export/fonts/fonts.ts'
import { inputHash } from '../store/input-hash.ts'
import type { PdfStandard } from '../../core/options/sheet-options.ts'
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

/** Measures the study on its day, asks what the style of the report prints, and writes it. */
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
  const needed = layersOnDay(study, day.value)
  const onDay = await readLayerFeatures(study, [...(style === 'brief' ? needed : layersNeeded(study, needed))], paths)
  if (!onDay.ok) return onDay
  const measurement = measureStudy(
    study,
    onDay.value,
    style === 'brief' ? { ...measuring, unitIntervals: false } : { ...measuring, samples: others.length > 0 },
    stepOf(work, 0, style === 'brief' ? 0.6 : 0.2),
  )
  if (!measurement.ok) return measurement
  const features =
    style === 'brief'
      ? await alsoRead(study, changingLayers(study, measurement.value, measuring.draws), onDay.value, paths)
      : onDay
  if (!features.ok) return features
  const measured = { study, features: features.value, measurement: measurement.value }
  const answers =
    style === 'brief'
      ? briefAnswers(measured, measuring, stepOf(work, 0.6, 0.95))
      : await fullAnswers(measured, others, measuring, stepOf(work, 0.2, 0.95))
  if (!answers.ok) return answers
  work.progress?.(0.95, 'report.writing')
  return done(
    reportOf({
      ...answers.value,
      study: shownStudy(study),
      features: shownFeatures(study, features.value),
      measurement: shownMeasurement(study, measurement.value),
      language,
      hash: inputHash(study, measurement.value),
      font: sheetFont().font,
    }),
  )
}

/** The layers that are measured or shown on a day. */
function layersOnDay(study: Study, at: string | null): ReadonlySet<Layer> {
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  return new Set([...plan, ...layersAt(study, at)])
}

/** Those, what is measured on other days, and the ground that published figures are of. */
function layersNeeded(study: Study, onDay: ReadonlySet<Layer>): ReadonlySet<Layer> {
  const named = new Set(study.published.map(({ measuredAs }) => measuredAs?.ground?.layer))
  return new Set(
    study.layers.filter(
      (layer) => onDay.has(layer) || isMeasured(layer) || named.has(layer.name) || named.has(layer.id),
    ),
  )
}

async function alsoRead(
  study: Study,
  layers: readonly Layer[],
  read: ReadonlyMap<string, Features>,
  paths: StoredStudy['paths'],
): Promise<Outcome<ReadonlyMap<string, Features>>> {
  const missing = layers.filter(({ id }) => !read.has(id))
  if (missing.length === 0) return done(read)
  const also = await readLayerFeatures(study, missing, paths)
  return also.ok ? done(new Map([...read, ...also.value])) : also
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
