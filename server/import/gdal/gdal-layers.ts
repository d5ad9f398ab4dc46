import { wgs84 } from '../../../core/crs/systems.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { describeProblem, problem } from '../../../core/result/problem.ts'
import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { sublayerUnknown } from '../record/requested-layer.ts'
import type { GdalAnswer, GdalLayer, GdalReading, GdalRequest } from './gdal-dataset.ts'
import { codedValues } from './coded-values.ts'
import { askGdal } from './gdal-thread.ts'
import { readGeoJson } from '../geojson/geojson.ts'
import type { DeclaredCrs, RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'

/** What one format asks of GDAL, and what is made of its answer. */
export type GdalWay = {
  readonly request: Omit<GdalRequest, 'requested' | 'withStyles'>
  /** Names the layers by the file where the format itself knows one layer only. */
  readonly isOneLayer: boolean
  readonly withStyles?: boolean
  /** Changes what GDAL gave for a layer before it is read. */
  readonly prepare?: (geojson: Uint8Array) => Uint8Array
  /** `rows` are those of the table that the request names. */
  readonly finish?: (layer: RawLayer, rows: readonly Attributes[]) => RawLayer
}

/** Arcs in steps of one degree: a circle loses a twenty-thousandth of its area. */
export const fineArcs = { OGR_ARC_STEPSIZE: '1' }

/** The request for a format that is one file. */
export const loneFile = (driver: string, open: string, { file }: SourceFile): GdalWay['request'] => ({
  driver,
  open,
  files: [{ name: open, bytes: file.bytes }],
  config: fineArcs,
})

/** The source whose text GDAL is given in UTF-8, whatever the encoding of the file. */
export const inUtf8 = (source: SourceFile): SourceFile => ({ ...source, encoding: undefined })

/** Whether GDAL stumbled over a type of geometry that says, as PostGIS writes it, that the number of its system follows. */
const isOfPostgis = (reason: string): boolean =>
  (Number(/Unsupported WKB type (\d+)/.exec(reason)?.[1] ?? 0) & 0x20000000) !== 0

/** Above this, GDAL's memory would not hold the file beside what is made of it. */
const longestBytes = 400_000_000

/** Reads the layers of a file through GDAL: coordinates as they stand, its system as text for our own registry. */
export async function readThroughGdal(source: SourceFile, way: GdalWay): Promise<Outcome<readonly RawLayer[]>> {
  const file = source.file.name
  const length = way.request.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (length > longestBytes) return refused(problem('file-too-large', { file, limitMb: longestBytes / 1e6 }))
  const nameOf = (layer: GdalLayer): string => (way.isOneLayer ? source.name : layer.name)
  const requested = way.isOneLayer ? undefined : source.requested
  const answer = await askGdal({ ...way.request, requested, withStyles: way.withStyles ?? false })
  if (answer.kind === 'failed') {
    const { driver } = way.request
    if (isOfPostgis(answer.reason)) return refused(problem('blobs-of-postgis', { file }))
    return refused(
      answer.reason === ''
        ? problem('gdal-silent', { file, format: driver })
        : problem('gdal-failed', { file, reason: answer.reason }),
    )
  }
  const fault = nothingThere(source, answer, nameOf)
  if (fault) return fault
  const tables = answer.layers
    .filter(({ geometryType, name }) => geometryType === null && name !== way.request.table)
    .map(({ name }) => name)
  const table = answer.table === null ? { rows: [], notes: [] } : rowsOf(file, way.request.table, answer.table)
  const left =
    tables.length === 0 ? [] : [note('tables-ignored', { file, count: tables.length, names: tables.join(', ') })]
  const layers: RawLayer[] = []
  for (const reading of answer.readings) {
    const made = layersOf(source, nameOf(reading.layer), reading, way.prepare)
    if (!made.ok) return made
    layers.push(
      ...made.value
        .map((layer) => way.finish?.(layer, table.rows) ?? layer)
        .map((layer) => ({ ...layer, notes: [...left, ...table.notes, ...layer.notes] })),
    )
  }
  return done(layers)
}

/** The rows of a table; a note where its text cannot be read. */
function rowsOf(
  file: string,
  table: string | undefined,
  geojson: Uint8Array,
): { rows: readonly Attributes[]; notes: readonly Note[] } {
  const read = readGeoJson(table ?? '', { name: file, bytes: geojson })
  if (read.ok) return { rows: read.value.flatMap(({ features }) => features.attributes), notes: [] }
  return { rows: [], notes: [note('gdal-warned', { file, text: `${table}: ${describeProblem('en', read.problem)}` })] }
}

type Read = Extract<GdalAnswer, { kind: 'read' }>

function nothingThere(
  { file, requested }: SourceFile,
  { layers, readings }: Read,
  nameOf: (layer: GdalLayer) => string,
) {
  if (readings.length > 0) return null
  const names = layers.filter(({ geometryType }) => geometryType !== null).map(nameOf)
  if (names.length === 0) return refused(problem('dataset-without-layer', { file: file.name }))
  return refused(sublayerUnknown(file.name, requested ?? '', names))
}

function layersOf(
  source: SourceFile,
  name: string,
  reading: GdalReading,
  prepare: GdalWay['prepare'],
): Outcome<RawLayer[]> {
  const { layer, geojson } = reading
  const file = source.file.name
  const read = readGeoJson(name, { name: file, bytes: prepare?.(geojson) ?? geojson }, source.encoding)
  if (!read.ok) return read
  const found = read.value.reduce((most, { featureNumbers }) => Math.max(most, featureNumbers.at(-1) ?? 0), 0)
  if (layer.featureCount >= 0 && found !== layer.featureCount) {
    return refused(problem('features-missing', { file, layer: name, found, stated: layer.featureCount }))
  }
  const fieldTypes = Object.fromEntries(layer.fields.map((field) => [field.name, typeOf(field)]))
  const offers = codedValues(layer)
  return done(
    read.value.map((raw) => ({
      ...raw,
      features: { ...raw.features, attributes: raw.features.attributes.map((row) => inOrder(row, layer.fields)) },
      fieldTypes,
      declared: reading.isMixed ? { kind: 'system', system: wgs84 } : declaredBy(layer),
      offers,
      badPosition: 'leave-feature-out',
      notes: [...notesOf(file, reading), ...raw.notes],
    })),
  )
}

/** What GDAL says of a GeoPackage in a system that is not known and in no degrees. */
const isUndefined = (wkt: string): boolean => /^\w+\["Undefined Cartesian SRS"/i.test(wkt)

const declaredBy = ({ wkt }: GdalLayer): DeclaredCrs =>
  wkt === null || isUndefined(wkt) ? { kind: 'none' } : { kind: 'prj', text: wkt.replace(/\s*\n\s*/g, '') }

function typeOf({ type, subType }: GdalLayer['fields'][number]): 'text' | 'number' | 'boolean' | 'date' {
  if (subType === 'Boolean') return 'boolean'
  if (type === 'Integer' || type === 'Integer64' || type === 'Real') return 'number'
  return type === 'Date' || type === 'DateTime' ? 'date' : 'text'
}

/** Every field of the layer, those without a value as `null`; whole numbers that a double cannot hold stay text. */
function inOrder(row: Attributes, fields: GdalLayer['fields']): Attributes {
  // A field may be called __proto__.
  const full = Object.create(null) as Record<string, AttributeValue>
  for (const { name, type } of fields) {
    const value = Object.hasOwn(row, name) ? row[name]! : null
    const isWhole = type === 'Integer64' && typeof value === 'string' && Number.isSafeInteger(Number(value))
    full[name] = isWhole ? Number(value) : value
  }
  return { ...full, ...Object.fromEntries(Object.entries(row).filter(([name]) => !Object.hasOwn(full, name))) }
}

const isCurved = /Curve|Circular|Compound|MultiSurface/

function notesOf(file: string, { layer, warnings, heightsLeft, surfacesTaken, isMixed }: GdalReading): readonly Note[] {
  const { geometryType, name } = layer
  const type = geometryType ?? ''
  return [
    ...(isCurved.test(type) ? [note('curves-straightened', { file, layer: name })] : []),
    ...(isMixed ? [note('systems-mixed', { file, layer: name })] : []),
    ...(heightsLeft ? [note('heights-no-numbers', { file, layer: name })] : []),
    ...(surfacesTaken ? [note('surfaces-as-ground', { file, layer: name })] : []),
    ...(/[^Z]M$/.test(type) ? [note('heights-dropped', { file })] : []),
    ...(warnings.length > 0 ? [note('gdal-warned', { file, text: warnings.slice(0, 3).join(' · ') })] : []),
  ]
}
