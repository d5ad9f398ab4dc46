import type { Geometry } from 'geojson'
import { geoJsonFromFeatures } from '../../core/geometry/geojson.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import {
  arrangedFeatures,
  extentOfFeature,
  valuesOf,
  type Arranged,
  type AttributeRows,
} from '../../core/tiles/attribute-table.ts'
import { readAttributeTable, type StoredTable } from '../store/attribute-tables.ts'
import { readFeatureLines } from '../store/feature-lines.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import type { SourceRequest } from '../store/tile-sources.ts'

type RowsRequest = Arranged & {
  readonly from: number
  readonly count: number
  /** The feature that is looked for, from 1. */
  readonly feature?: number | undefined
}

type Requested = SourceRequest & { readonly paths: Readonly<Record<string, string>>; readonly rows: RowsRequest }

const mostVertices = 20_000

/** Some rows of a layer's attributes as they are asked for, and where a feature stands among them and on the ground. */
export async function rowsOfLayer(requested: Requested): Promise<Outcome<AttributeRows>> {
  const { layer, rows: wanted } = requested
  const read = await readAttributeTable(requested)
  if (!read.ok) return read
  const table = read.value
  const fields = table.columns.map(({ name }) => name)
  const { sort, feature, from, count } = wanted
  if (sort !== undefined && !fields.includes(sort))
    return refused(problem('field-absent', { file: layer.name, field: sort, fields: fields.join(', ') }))
  if (feature !== undefined && feature > table.count) return refused(problem('feature-not-found', { feature }))
  const arranged = arrangedFeatures(table, wanted)
  const rows = [...arranged.subarray(from, from + count)].map((own) => ({
    feature: own + 1,
    values: valuesOf(table, own),
  }))
  const found = feature === undefined ? done(null) : await foundFeature(requested, table, arranged, feature - 1)
  if (!found.ok) return found
  return done({ features: table.count, matching: arranged.length, from, fields, rows, found: found.value })
}

async function foundFeature(
  requested: Requested,
  table: StoredTable,
  arranged: Uint32Array,
  feature: number,
): Promise<Outcome<AttributeRows['found']>> {
  const geometry = await geometryOf(requested, table, feature)
  if (!geometry.ok) return geometry
  const place = arranged.indexOf(feature)
  const isDrawn = geometry.value !== null && geometry.value.type !== 'GeometryCollection'
  const drawn = isDrawn && verticesOf(geometry.value) <= mostVertices ? geometry.value : null
  return done({
    feature: feature + 1,
    place: place < 0 ? null : place,
    extent: extentOfFeature(table, feature),
    geometry: drawn,
  })
}

async function geometryOf(
  { study, layer, path, paths }: Requested,
  { lines }: StoredTable,
  feature: number,
): Promise<Outcome<Geometry | null>> {
  const near = lines && (await readFeatureLines(path, lines, [feature]))
  if (near) return done(near.features[0]!.geometry)
  const whole = await readLayerFeatures(study, [layer], paths)
  return whole.ok ? done(geoJsonFromFeatures(whole.value.get(layer.id)!).features[feature]!.geometry) : whole
}

const verticesOf = (geometry: Geometry | null): number =>
  geometry && 'coordinates' in geometry ? (geometry.coordinates.flat(3) as unknown[]).length / 2 : 0
