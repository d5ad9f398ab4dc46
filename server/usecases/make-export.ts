import { damageReportOf } from '../../core/damage/damage-report.ts'
import { uncertaintyOf } from '../../core/uncertainty/uncertainty-of.ts'
import { eventReportOf } from '../../core/events/event-report.ts'
import { checkFields } from '../../core/export/leaving-fields.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { quietly } from '../../core/result/progress.ts'
import { publishedRows } from '../../core/compare/published-rows.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import type { Language } from '../../core/i18n/translate.ts'
import { shownFeatures, shownMeasurement, shownStudy } from '../../core/export/withheld.ts'
import { defaultLayout } from '../../core/sheet/sheet-layout.ts'
import { sheetPages, type SheetPages } from '../../core/sheet/sheet-pages.ts'
import { sheetFont } from '../export/fonts/fonts.ts'
import { publishedOn } from '../../core/model/publication.ts'
import { documentDay } from '../../core/model/requested-day.ts'
import { measurableOf } from '../../core/measure/measurable.ts'
import { unitNamesOn } from '../../core/measure/unit-names.ts'
import { isSensitive } from '../../core/model/layer.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { isReported } from '../../core/model/outline.ts'
import { timelineOf } from '../../core/timeline/timeline.ts'
import { namedComparison } from '../export/tables/named.ts'
import type { WrittenExport } from '../export/files/write-export.ts'
import { comparePlans } from './compare-plans.ts'
import { comparesOthers, exportFormats, type ExportRequest } from '../../core/options/export-options.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { MadeFile } from './sheet-request.ts'
import type { StoredStudy } from './measure-study.ts'

export type MakeExport = StoredStudy & {
  readonly measurement: Measurement
  readonly request: ExportRequest
  /** To compare with, in workbook and package. */
  readonly others: readonly StoredStudy[]
}

/** Writes a measured study in one of the formats of other programs; `measurement` is of the study as it stands. */
export async function makeExport(
  { study: stored, paths, others, measurement, request }: MakeExport,
  work: TaskContext,
): Promise<Outcome<MadeFile>> {
  const { format, language } = request
  const study = publishedOn(stored, request.published)
  const name = request.name ?? `${study.id}_${documentDay(study, measurement.at)}.${format}`
  const made = ({ bytes, described }: WrittenExport): Outcome<MadeFile> =>
    done({ bytes, type: exportFormats[format], name, ...(described ? { described } : {}) })
  const { writeCsv, writeExport } = await import('../export/files/write-export.ts')
  if (format === 'csv') {
    const units = await readLayerFeatures(study, namedUnits(study, measurement.at), paths)
    if (!units.ok) return units
    const names = unitNamesOn(study, units.value, measurement.at, language)
    return made(writeCsv(study, measurement, names, { ...request, name }))
  }
  const isPackage = format === 'package.zip'
  const features = await readLayerFeatures(study, isPackage ? study.layers : layersNeeded(study), paths)
  if (!features.ok) return features
  const ground = isReported(measurement) ? done(null) : measurableOf(study, features.value, measurement.at)
  if (!ground.ok) return ground
  const fields = checkFields(ground.value, request.fields)
  if (!fields.ok) return fields
  work.progress?.(0, 'export.working')
  const hasTimeline = comparesOthers(format)
  const timeline = hasTimeline ? timelineOf(study, features.value, measurement.method.interval, quietly(work)) : null
  const published = publishedRows(study, features.value, measurement.at, measurement.method.interval, quietly(work))
  if (!published.ok) return published
  const events = eventReportOf(study, features.value, measurement.at, quietly(work))
  if (!events.ok) return events
  const lists = { damage: damageReportOf(study, features.value, measurement.at), events: events.value }
  const own = { study, features: features.value, measurement, published: published.value }
  const { draws, seed } = measurement.method.interval ?? {}
  const requested = { at: measurement.at ?? undefined, draws, seed }
  const uncertainty = hasTimeline ? uncertaintyOf(study, features.value, requested, work) : null
  if (uncertainty && !uncertainty.ok) return uncertainty
  const compared =
    others.length > 0 && comparesOthers(format) ? await comparePlans(own, others, { draws, seed }, work) : null
  if (compared && !compared.ok) return compared
  const measured = {
    study,
    ground: ground.value,
    measurement,
    published: published.value,
    context: isPackage ? contextOf(study, features.value, measurement.at) : [],
    sheet: isPackage && ground.value ? sheetOf(study, features.value, measurement, language) : null,
    lists,
    uncertainty: uncertainty?.value ?? null,
    timeline: timeline?.ok ? timeline.value : null,
    comparison: compared ? namedComparison(compared.value, language) : null,
  }
  return made(await writeExport(measured, format, { ...request, name }, work))
}

/** The sheet as it comes without options, for the project of QGIS; `null` where it cannot be drawn. */
function sheetOf(
  study: StoredStudy['study'],
  features: ReadonlyMap<string, Features>,
  measurement: Measurement,
  language: Language,
): SheetPages | null {
  const drawn = sheetPages({
    study: shownStudy(study),
    features: shownFeatures(study, features),
    measurement: shownMeasurement(study, measurement),
    language,
    layout: defaultLayout,
    hash: '',
    font: sheetFont().font,
  })
  return drawn.ok ? drawn.value : null
}

/** What is drawn on the day and not measured, without what is sensitive. */
const contextOf = (study: StoredStudy['study'], features: ReadonlyMap<string, Features>, at: string | null) =>
  layersAt(study, at).flatMap((layer) => {
    const own = features.get(layer.id)
    return layer.role === 'context' && !isSensitive(layer) && own ? [{ layer, features: own }] : []
  })

/** The units of the day that have names beside their ids. */
const namedUnits = (study: StoredStudy['study'], at: string | null) =>
  layersAt(study, at).filter(({ role, labelField }) => role === 'units' && labelField !== undefined)

/** All but what is only drawn, and grounds that a published figure is about. */
function layersNeeded({ layers, published }: StoredStudy['study']) {
  const named = new Set(published.map(({ measuredAs }) => measuredAs?.ground?.layer))
  return layers.filter(({ role, name, id }) => role !== 'context' || named.has(name) || named.has(id))
}
