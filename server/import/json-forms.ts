import type { Outcome } from '../../core/result/outcome.ts'
import { wgs84 } from '../../core/crs/systems.ts'
import type { SourceFile } from './archive/source-file.ts'
import { fineArcs, readThroughGdal } from './gdal/gdal-layers.ts'
import { readGeoJson } from './geojson/geojson.ts'
import type { RawLayer } from './record/raw-layer.ts'

/** Reads GeoJSON, or what else programs write as JSON: the features of ArcGIS, the topology of mapshaper. */
export async function readJson(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const { name, file, encoding } = source
  const read = readGeoJson(name, file, encoding)
  if (read.ok || read.problem.code !== 'json-not-geojson') return read
  const text = new TextDecoder().decode(file.bytes)
  const driver = /"type"\s*:\s*"Topology"/.test(text)
    ? 'TopoJSON'
    : /"features"\s*:/.test(text) && /"(?:rings|paths|attributes|geometryType)"\s*:/.test(text)
      ? 'ESRIJSON'
      : null
  if (driver === null) return read
  const bytes = driver === 'ESRIJSON' ? (withFields(text) ?? file.bytes) : file.bytes
  const files = [{ name: 'data.json', bytes }]
  return readThroughGdal(source, {
    request: { driver, open: 'data.json', files, config: fineArcs },
    isOneLayer: driver === 'ESRIJSON',
    // A topology says nothing of its system, and is taken for longitude and latitude as GeoJSON is.
    finish: (layer) =>
      driver === 'TopoJSON' && layer.declared.kind === 'none'
        ? { ...layer, declared: { kind: 'system', system: wgs84 } }
        : layer,
  })
}

type EsriFeatures = {
  readonly fields?: unknown
  readonly features?: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[]
}

/** The features with a list of their fields, without which GDAL reads none; servers leave it out where nobody asks. */
function withFields(text: string): Uint8Array | null {
  const parsed = parsedFeatures(text)
  if (parsed === null || !Array.isArray(parsed.features)) return null
  const rows = (parsed.features ?? []).flatMap(({ attributes }) => (attributes ? [attributes] : []))
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const fields = [...names].map((name) => {
    const isNumber = rows.every((row) => typeof (row[name] ?? 0) === 'number')
    return { name, type: isNumber ? 'esriFieldTypeDouble' : 'esriFieldTypeString' }
  })
  return new TextEncoder().encode(JSON.stringify(parsed.fields === undefined ? { ...parsed, fields } : parsed))
}

/** `null` where the text is JSON by our own reading only: with numbers that JSON cannot write, or in another encoding. */
function parsedFeatures(text: string): EsriFeatures | null {
  try {
    return JSON.parse(text) as EsriFeatures
  } catch {
    return null
  }
}
