import { featureAreasM2 } from '../../core/geometry-check/feature-areas.ts'
import { extentOf } from '../../core/geometry/extent.ts'
import { validityReport } from '../../core/geometry-check/validity-report.ts'
import { unionM2 } from '../../core/overlay/union.ts'
import { formatNumber } from '../../core/format/format.ts'
import { note, type Note } from '../../core/result/note.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { dateColumnsOf, readingRecord } from '../../core/layers/reading-record.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { damageReadings } from '../../core/classify/damage-readings.ts'
import type {
  FieldDescription,
  FoundLayer,
  InspectedField,
  InspectedLayer,
  Inspection,
} from '../../core/layers/inspection.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './record/imported.ts'
import { readFiles } from './read-files.ts'

/** What an import finds in files: the answer of `basilia inspect`. */
export async function inspectFiles(
  files: readonly NamedBytes[],
  options: ImportOptions = {},
  work: TaskContext = {},
): Promise<Outcome<Inspection>> {
  const read = await readFiles(files, options, work)
  return read.ok ? done(inspection(read.value)) : read
}

/** Extent and area are `null` where the coordinate system is not known: then nothing can be placed or measured. */
export const inspection = (layers: readonly ImportedLayer[]): Inspection => ({ layers: layers.map(inspectLayer) })

/** What reading alone tells of a layer; `extent` is `null` where its coordinate system is not known. */
export function foundLayer(layer: ImportedLayer): FoundLayer {
  const { name, features, crs, candidates, encoding, stated, evenOdd, readings, fields, offers, notes } = layer
  return {
    name,
    geometryType: features.shapes.kind,
    features: features.attributes.length,
    crs: {
      code: crs?.code ?? null,
      name: crs?.name ?? null,
      operation: crs?.operation ?? null,
      accuracyM: crs?.accuracyM ?? null,
      shiftM: crs?.shiftM ?? null,
      candidates,
    },
    encoding,
    stated,
    evenOdd,
    readings,
    fields: fields.map(withReadings),
    offers,
    extent: crs === null ? null : extentOf(features.shapes),
    notes,
  }
}

function inspectLayer(layer: ImportedLayer): InspectedLayer {
  const { features, crs, fields } = layer
  const { shapes } = features
  const ground = crs !== null && shapes.kind === 'polygon' ? groundOf(layer) : null
  const notes = [...layer.notes, ...(ground?.notes ?? [])]
  return {
    ...foundLayer(layer),
    areaM2: ground?.areaM2 ?? null,
    ...(ground?.sumOfFeaturesM2 === undefined ? {} : { sumOfFeaturesM2: ground.sumOfFeaturesM2 }),
    // No role says yet which features belong together: all count as one class.
    validity: crs === null ? null : validityReport(layer, () => 0),
    record: readingRecord(
      {
        ...layer,
        notes,
        geometryType: shapes.kind,
        dateColumns: dateColumnsOf(fields),
      },
      'en',
    ),
    notes,
  }
}

/** What the features cover; where they overlap also what they come to one by one, with a note of both. */
function groundOf({ name, features: { shapes, attributes } }: ImportedLayer): {
  readonly areaM2: number
  readonly sumOfFeaturesM2?: number
  readonly notes?: readonly Note[]
} {
  const areaM2 = unionM2(shapes)
  const sumOfFeaturesM2 = featureAreasM2(shapes, attributes.length).areasM2.reduce((sum, area) => sum + area, 0)
  if (sumOfFeaturesM2 - areaM2 <= Math.max(leastOverlapM2, rounding * areaM2)) return { areaM2 }
  const values = { layer: name, areaHa: inHa(areaM2), otherwiseHa: inHa(sumOfFeaturesM2) }
  return { areaM2, sumOfFeaturesM2, notes: [note('features-overlap', values)] }
}

/** Neighbours share less than this by the rounding of their coordinates, sums of areas differ by less than that by theirs. */
const [leastOverlapM2, rounding] = [0.5, 1e-9]
const inHa = (areaM2: number): string => formatNumber(areaM2 / 10_000, 2)

function withReadings(field: FieldDescription): InspectedField {
  const readings = damageReadings(field)
  return readings ? { ...field, damageReadings: readings } : field
}
