import { featureAreasM2 } from '../../core/geometry-check/feature-areas.ts'
import { extentOf } from '../../core/geometry/extent.ts'
import { validityReport } from '../../core/geometry-check/validity-report.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { readingRecord } from '../../core/layers/reading-record.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { damageReadings } from '../../core/classify/damage-readings.ts'
import type { FieldDescription, InspectedField, InspectedLayer, Inspection } from '../../core/layers/inspection.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './record/imported.ts'
import { readFiles } from './read-files.ts'

/** What an import finds in files: the answer of `basilia inspect`. */
export async function inspectFiles(
  files: readonly NamedBytes[],
  options: ImportOptions = {},
  work: Work = {},
): Promise<Outcome<Inspection>> {
  const read = await readFiles(files, options, work)
  return read.ok ? done(inspection(read.value)) : read
}

/** Extent and area are `null` where the coordinate system is not known: then nothing can be placed or measured. */
export const inspection = (layers: readonly ImportedLayer[]): Inspection => ({ layers: layers.map(inspectLayer) })

function inspectLayer(layer: ImportedLayer): InspectedLayer {
  const { name, features, crs, candidates, encoding, fields, offers, notes } = layer
  const { shapes, attributes } = features
  const measurable = crs !== null && shapes.kind === 'polygon'
  return {
    name,
    geometryType: shapes.kind,
    features: attributes.length,
    crs: {
      code: crs?.code ?? null,
      name: crs?.name ?? null,
      operation: crs?.operation ?? null,
      accuracyM: crs?.accuracyM ?? null,
      shiftM: crs?.shiftM ?? null,
      candidates,
    },
    encoding,
    readings: layer.readings,
    fields: fields.map(withReadings),
    offers,
    extent: crs === null ? null : extentOf(shapes),
    areaM2: measurable ? featureAreasM2(shapes, attributes.length).areasM2.reduce((sum, area) => sum + area, 0) : null,
    // No role says yet which features belong together: all count as one class.
    validity: crs === null ? null : validityReport(layer, () => 0),
    record: readingRecord(
      {
        ...layer,
        geometryType: shapes.kind,
        dateColumns: fields.flatMap((field) => (field.type === 'date' ? [field.name] : [])),
      },
      'en',
    ),
    notes,
  }
}

function withReadings(field: FieldDescription): InspectedField {
  const readings = damageReadings(field)
  return readings ? { ...field, damageReadings: readings } : field
}
