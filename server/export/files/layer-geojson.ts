import { areaMethod } from '../../../core/export/overlap-layer.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import type { Measurement } from '../../../core/model/measurement.ts'

const chunkLength = 1_000_000

/**
 * A layer as RFC 7946 GeoJSON. What a reader of the figures must know stands in the member `basilia`, which other
 * programs pass over.
 */
export function layerGeoJson({ features, fields }: ExportLayer, measurement: Measurement, cite: string): Buffer {
  const { plan, at, method, notes, claimed } = measurement
  const basilia = {
    cite,
    at,
    plan: { name: plan.name, areaM2: plan.areaM2, ...(plan.areaFrom === undefined ? {} : { areaFrom: plan.areaFrom }) },
    area_method: areaMethod,
    method,
    fields: fields.map(({ name, type, unit, title, description }) => ({ name, type, unit, title, description })),
    ...(claimed.length > 0 ? { claimed } : {}),
    notes: notes.map(({ code, message, layer, feature }) => ({ code, message, layer, feature })),
  }
  const chunks: Buffer[] = []
  let text = `{"type":"FeatureCollection","basilia":${JSON.stringify(basilia)},"features":[`
  for (const [i, feature] of features.entries()) {
    text += `${i === 0 ? '' : ','}\n${JSON.stringify(feature)}`
    if (text.length < chunkLength) continue
    chunks.push(Buffer.from(text))
    text = ''
  }
  chunks.push(Buffer.from(`${text}\n]}\n`))
  return Buffer.concat(chunks)
}
