import { done, type Outcome } from '../../core/outcome.ts'
import type { Work } from '../../core/progress.ts'
import { publishedRows } from '../../core/precedents/published-rows.ts'
import { measurableOf } from '../../core/study/measurable.ts'
import type { Measurement } from '../../core/study/measurement.ts'
import { timelineOf } from '../../core/timeline/timeline.ts'
import { exportFormats, type ExportRequest } from './export-formats.ts'
import { readLayerFeatures } from './layer-features.ts'
import type { MadeFile } from './make-sheet.ts'
import type { StoredStudy } from './measure-study.ts'

export type MakeExport = StoredStudy & { readonly measurement: Measurement; readonly request: ExportRequest }

/** Writes a measured study in one of the formats of other programs; `measurement` is of the study as it stands. */
export async function makeExport({ study, paths, measurement, request }: MakeExport, work: Work): Promise<Outcome<MadeFile>> {
  const { format, language } = request
  const made = (bytes: Uint8Array): Outcome<MadeFile> =>
    done({ bytes, type: exportFormats[format], name: `${study.id}_${measurement.at ?? 'undated'}.${format}` })
  if (format === 'csv') {
    const { measurementCsv } = await import('../export/measurement-csv.ts')
    return made(Buffer.from(measurementCsv(measurement, language)))
  }
  const features = await readLayerFeatures(study, layersNeeded(study), paths)
  if (!features.ok) return features
  const ground = measurableOf(study, features.value, measurement.at)
  if (!ground.ok) return ground
  work.progress?.(0, 'export.working')
  const hasTimeline = format === 'xlsx' || format === 'package.zip'
  const timeline = hasTimeline ? timelineOf(study, features.value, measurement.method.interval, { signal: work.signal }) : null
  const published = publishedRows(study, features.value, measurement.at, { signal: work.signal })
  if (!published.ok) return published
  const { writeExport } = await import('../export/write-export.ts')
  const measured = { study, ground: ground.value, measurement, published: published.value, timeline: timeline?.ok ? timeline.value : null }
  return made(await writeExport(measured, format, request, work))
}

/** All but what is only drawn, and grounds that a published figure is about. */
function layersNeeded({ layers, published }: StoredStudy['study']) {
  const named = new Set(published.map(({ measuredAs }) => measuredAs?.ground?.layer))
  return layers.filter(({ role, name, id }) => role !== 'context' || named.has(name) || named.has(id))
}
