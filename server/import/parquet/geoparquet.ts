import { parquetMetadata, type FileMetaData } from 'hyparquet'
import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { readGeometry } from '../geojson/geojson-geometry.ts'
import { geometrySink } from '../record/geometry-sink.ts'
import { layersOfKinds } from '../record/layers-of-kinds.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { readWkbBytes } from '../tables/wkb.ts'
import { decoderOf, encodingNamed } from '../text/code-pages.ts'
import { damagedText } from '../text/damaged-text.ts'
import { geometryMetadata, type GeometryColumn } from './geometry-metadata.ts'
import { plainValue, typeOf, type NoValues } from './plain-value.ts'
import { rowsOf } from './read-group.ts'
import { checkPages, mostUnpackedBytes } from './page-bounds.ts'

/** Reads GeoParquet, and Parquet with a column of its own type of geometry: a group of rows at a time. */
export async function readGeoParquet(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const { name: file, bytes } = source.file
  const unread = (form: string) => refused(problem('parquet-form-unread', { file, form }))
  const read = orNull(() => parquetMetadata(bytes, { geoparquet: false }))
  const checked = read && orNull(() => checkPages(bytes, read))
  if (checked?.kind === 'unread') return unread(checked.form)
  if (checked?.kind === 'too-large') return refused(tooLarge(file))
  if (read === null || checked?.kind !== 'sound') return refused(problem('parquet-broken', { file }))
  const column = geometryMetadata(read)
  if (column === null) return refused(problem('parquet-without-geometry', { file, columns: names(read) }))
  if (column.encoding !== 'WKB' && !Object.hasOwn(listed, column.encoding)) return unread(column.encoding)
  return layersOf(source, read, column)
}

const tooLarge = (file: string, limit = mostUnpackedBytes) =>
  problem('parquet-too-large', { file, limitMb: Math.round(limit / 1e6) })
/** No table repeats its values more often than this, beyond what is soon read. */
const mostRepeated = 200
const soonReadBytes = 50_000_000

/** `null` where a file is cut or damaged, or says what cannot be of itself. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    // hyparquet throws errors of every kind at what is no Parquet.
    return null
  }
}

/** The columns at the top, without what lies within them. */
function topColumns({ schema }: FileMetaData) {
  const tops: FileMetaData['schema'] = []
  for (let i = 1; i < schema.length; i = afterIt(i)) tops.push(schema[i]!)
  return tops

  function afterIt(at: number): number {
    let next = at + 1
    for (let child = 0; child < (schema[at]?.num_children ?? 0) && next < schema.length; child++) next = afterIt(next)
    return next
  }
}

const names = (metadata: FileMetaData): string =>
  topColumns(metadata)
    .map(({ name }) => name)
    .join(', ')

const asText = new TextDecoder()

async function layersOf(
  { name, file: { name: file, bytes }, encoding: requested }: SourceFile,
  metadata: FileMetaData,
  column: GeometryColumn,
): Promise<Outcome<readonly RawLayer[]>> {
  const encoding = (requested !== undefined && encodingNamed(requested)) || 'utf-8'
  const decode = decoderOf(encoding) ?? ((each: Uint8Array) => asText.decode(each))
  const tops = topColumns(metadata)
  const left = new Set([...column.others, ...tops.filter(isVariant).map((top) => top.name)])
  const fields = tops.filter((top) => top.name !== column.name && !left.has(top.name) && !isBox(top))
  const sink = geometrySink(file)
  const damage = damagedText(file, encoding)
  const attributes: Attributes[] = []
  const unread = noPlaces()
  const found: NoValues = { bytes: new Set(), unwritten: new Map() }
  const columns = [column.name, ...fields.map((field) => field.name)]
  let isCurved = false
  const limit = Math.min(mostUnpackedBytes, Math.max(soonReadBytes, mostRepeated * bytes.length))
  let room = limit
  for (const group of metadata.row_groups.filter((each) => each.num_rows > 0n)) {
    const rows = await rowsOf(bytes, metadata, group, columns, decode)
    if (rows === null) return refused(problem('parquet-broken', { file }))
    for (const [place, ...cells] of rows) {
      // One long value may be referred to a million times.
      room -= lengthOf(place) + cells.reduce<number>((sum, cell) => sum + lengthOf(cell), 0)
      if (room < 0) return refused(tooLarge(file, limit))
      const feature = attributes.length
      const read = geometryOf(place, column.encoding)
      const fits = read !== null && readGeometry(file, read.geometry, feature, geometrySink(file)) === null
      if (!fits) addPlace(unread, feature + 1)
      else {
        readGeometry(file, read.geometry, feature, sink)
        isCurved ||= read.isCurved
      }
      sink.endFeature()
      attributes.push(Object.fromEntries(fields.map(({ name: own }, i) => [own, plainValue(own, cells[i], found)])))
    }
  }
  const resolved = damage.rows(attributes)
  const notes: Note[] = [
    ...(requested === undefined ? [] : [note('encoding-overridden', { file, encoding })]),
    ...damage.notes(),
    ...[...found.unwritten].map(([field, count]) => note('numbers-not-finite', { file, field, count })),
  ]
  if (unread.count > 0) notes.push(noteOfPlaces('rows-without-position', file, unread))
  if (isCurved) notes.push(note('curves-straightened', { file, layer: name }))
  if (column.isSpherical) notes.push(note('edges-spherical', { file }))
  const unused = [...left, ...found.bytes]
  if (unused.length > 0) notes.push(note('columns-left', { file, names: unused.join(', ') }))
  return done(
    layersOfKinds(name, file, sink, resolved, {
      fieldTypes: Object.fromEntries(fields.map((field) => [field.name, typeOf(field)])),
      declared: column.declared,
      encoding,
      badPosition: 'leave-feature-out',
      notes,
    }),
  )
}

const lengthOf = (cell: unknown): number => (typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 0)

/** What GDAL and geopandas keep of each feature's own box. */
const isBox = ({ name, num_children: members }: FileMetaData['schema'][number]): boolean =>
  members !== undefined && /_bbox$|^bbox$/.test(name)

const isVariant = ({ logical_type: type }: FileMetaData['schema'][number]): boolean => type?.type === 'VARIANT'

/** Geometries whose coordinates are lists of positions, by the names of GeoParquet 1.1. */
const listed: Readonly<Record<string, string>> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
  multipoint: 'MultiPoint',
  multilinestring: 'MultiLineString',
  multipolygon: 'MultiPolygon',
}

/** `null` where a cell holds something else than geometry; no geometry at all is one. */
function geometryOf(cell: unknown, encoding: string): { geometry: unknown; isCurved: boolean } | null {
  if (cell === null || cell === undefined) return { geometry: null, isCurved: false }
  if (encoding === 'WKB') return cell instanceof Uint8Array ? readWkbBytes(cell) : null
  return { geometry: { type: listed[encoding], coordinates: coordinatesOf(cell) }, isCurved: false }
}

function coordinatesOf(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(coordinatesOf)
  const { x, y, z } = (cell ?? {}) as { x?: unknown; y?: unknown; z?: unknown }
  return z === undefined ? [x, y] : [x, y, z]
}
