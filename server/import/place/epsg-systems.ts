import type { DatumOperation } from '../../../core/crs/datums.ts'
import { geographicCodeOf, publishedSystem, type PublishedSystem } from '../../../core/crs/published-system.ts'
import { codeNamed, systemByCode } from '../../../core/crs/systems.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { askGdal } from '../gdal/gdal-thread.ts'

export type CodeAnswer = PublishedSystem | { readonly kind: 'unknown' }

const answers = new Map<string, Promise<CodeAnswer>>()
const mostKept = 500

/**
 * The system of a code as people and files write it: from our registry, else from the EPSG data set that GDAL carries,
 * which is asked once for each code. Steps to WGS 84 are those that the data set gives as parameters: of two that hold
 * for a place the more accurate comes first, then that for the smaller area, then the newer.
 */
export function systemOfCode(text: string): Promise<CodeAnswer> {
  const own = systemByCode(text)
  if (own) return Promise.resolve({ kind: 'system', system: own })
  const code = codeNamed(text)
  if (code === null || !/^EPSG:\d{4,6}$/.test(code)) return Promise.resolve({ kind: 'unknown' })
  const known = answers.get(code)
  if (known) return known
  if (answers.size >= mostKept) answers.clear()
  const answer = published(code)
  answers.set(code, answer)
  return answer
}

async function published(code: string): Promise<CodeAnswer> {
  const text = await textOf(code)
  if (text === null) return { kind: 'unknown' }
  const geographic = geographicCodeOf(text)
  return publishedSystem(code, text, geographic === null ? [] : await operationsFrom(geographic))
}

/** The definition in WKT2, which GDAL tells of a file that names the code or holds it as a string of PROJ; `null` where there is none. */
async function textOf(name: string): Promise<string | null> {
  const point = { type: 'Point', coordinates: [0, 0], crs: { type: 'name', properties: { name } } }
  const files = [{ name: 'point.geojson', bytes: new TextEncoder().encode(JSON.stringify(point)) }]
  const asking = {
    driver: 'GeoJSON',
    open: 'point.geojson',
    files,
    config: {},
    requested: undefined,
    withStyles: false,
  }
  const answer = await askGdal(asking)
  return answer.kind === 'read' ? (answer.layers[0]?.wkt ?? null) : null
}

const readings = new Map<string, Promise<string | null>>()

/**
 * What GDAL makes of a `.prj` that is none of our own, in WKT2: it reads the old form of Arc/Info and strings of PROJ
 * (`+proj=utm +zone=37 +datum=WGS84`), and finds the code of what ESRI names in its own way. `null` where it makes nothing of it.
 */
export function prjAsGdalReadsIt(text: string): Promise<string | null> {
  const known = readings.get(text)
  if (known) return known
  if (readings.size >= mostKept) readings.clear()
  const answer = projString.test(text) ? textOf(text.trim().replaceAll(/\s+/g, ' ')) : asPrj(text)
  readings.set(text, answer)
  return answer
}

/** As GDAL, PROJ and GRASS write a system in one line. */
const projString = /^\s*\+proj=/i

async function asPrj(text: string): Promise<string | null> {
  const encoded = new TextEncoder().encode(text)
  const files = [...onePoint(), { name: 'point.prj', bytes: encoded }]
  const asking = {
    driver: 'ESRI Shapefile',
    open: 'point.shp',
    files,
    config: {},
    requested: undefined,
    withStyles: false,
  }
  const given = await askGdal(asking)
  return given.kind === 'read' ? (given.layers[0]?.wkt ?? null) : null
}

/** The least shapefile: a point at the origin. */
function onePoint() {
  const made = (length: number): DataView => {
    const view = new DataView(new ArrayBuffer(length))
    view.setInt32(0, 9994)
    view.setInt32(24, length / 2)
    view.setInt32(28, 1000, true)
    view.setInt32(32, 1, true)
    return view
  }
  const [shp, shx] = [made(128), made(108)]
  shp.setInt32(100, 1)
  shp.setInt32(104, 10)
  shp.setInt32(108, 1, true)
  shx.setInt32(100, 50)
  shx.setInt32(104, 10)
  return [
    { name: 'point.shp', bytes: new Uint8Array(shp.buffer) },
    { name: 'point.shx', bytes: new Uint8Array(shx.buffer) },
  ]
}

type Row = {
  readonly [column in 'code' | 'name' | 'method' | 'rotationUnit' | 'scaleUnit']: string
} & { readonly [column in 'accuracyM' | 'tx' | 'ty' | 'tz' | 'rx' | 'ry' | 'rz' | 'scale']: number | null } & {
  readonly [column in 'west' | 'south' | 'east' | 'north']: number
}

const asTable = "'helmert_transformation'"
const queryFor = (geographicCode: string): string => `
  SELECT h.code, h.name, h.method_code AS method, h.accuracy AS accuracyM, h.tx, h.ty, h.tz, h.rx, h.ry, h.rz,
    h.rotation_uom_code AS rotationUnit, h.scale_difference AS scale, h.scale_difference_uom_code AS scaleUnit,
    e.west_lon AS west, e.south_lat AS south, e.east_lon AS east, e.north_lat AS north
  FROM helmert_transformation h
  JOIN usage u ON u.object_table_name = ${asTable} AND u.object_auth_name = h.auth_name AND u.object_code = h.code
  JOIN extent e ON e.auth_name = u.extent_auth_name AND e.code = u.extent_code
  WHERE h.auth_name = 'EPSG' AND h.deprecated = 0 AND h.translation_uom_code = '9001'
    AND h.source_crs_auth_name = 'EPSG' AND h.source_crs_code = '${geographicCode}'
    AND h.target_crs_auth_name = 'EPSG' AND h.target_crs_code = '4326'
    AND NOT EXISTS (SELECT 1 FROM supersession s WHERE s.superseded_table_name = ${asTable}
      AND s.superseded_auth_name = h.auth_name AND s.superseded_code = h.code
      AND s.replacement_table_name = ${asTable} AND s.same_source_target_crs = 1)`

async function operationsFrom(geographicCode: string): Promise<readonly DatumOperation[]> {
  const answer = await askGdal({
    driver: 'SQLite',
    open: '/usr/share/proj/proj.db',
    query: queryFor(geographicCode),
    files: [],
    config: {},
    requested: undefined,
    withStyles: false,
  })
  if (answer.kind === 'failed' || answer.table === null)
    throw new Error(`the EPSG data set cannot be asked for ${geographicCode}`)
  const text = new TextDecoder().decode(answer.table)
  // GDAL writes nothing at all where there is no row.
  const { features } = JSON.parse(text || '{"features":[]}') as { features: readonly { properties: Row }[] }
  return features
    .flatMap(({ properties }) => operationsOf(properties))
    .sort((a, b) => a.accuracyM - b.accuracyM || sizeOf(a.area) - sizeOf(b.area) || numberOf(b) - numberOf(a))
}

const sizeOf = ([west, south, east, north]: Extent): number => (east - west) * (north - south)
const numberOf = ({ code }: DatumOperation): number => Number(code.slice('EPSG:'.length))

const translations = '9603'
const positionVector = '9606'
const coordinateFrame = '9607'
/** Arc seconds in the units of rotations, parts per million in those of scales, by their EPSG codes. */
const arcSeconds: Readonly<Record<string, number>> = {
  9104: 1,
  9101: 648_000 / Math.PI,
  9109: 0.648 / Math.PI,
  9113: 0.324,
  1031: 0.001,
}
const partsPerMillion: Readonly<Record<string, number>> = { 9202: 1, 9201: 1e6, 1028: 0.001 }

/** One operation, or two where its area runs over the 180th meridian; none of a kind that is more than seven parameters. */
function operationsOf(row: Row): readonly DatumOperation[] {
  const toWgs84 = parametersOf(row)
  if (toWgs84 === null) return []
  const { west, south, east, north } = row
  const areas: readonly Extent[] =
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ]
  // 999 stands for an accuracy that its publisher does not know.
  return areas.map((area) => ({
    code: `EPSG:${row.code}`,
    name: row.name,
    accuracyM: row.accuracyM ?? 999,
    toWgs84,
    area,
  }))
}

function parametersOf({
  method,
  tx,
  ty,
  tz,
  rx,
  ry,
  rz,
  scale,
  rotationUnit,
  scaleUnit,
}: Row): readonly number[] | null {
  const shift = [tx ?? 0, ty ?? 0, tz ?? 0]
  if (method === translations) return shift
  const seconds = arcSeconds[rotationUnit]
  const millionths = partsPerMillion[scaleUnit]
  if ((method !== positionVector && method !== coordinateFrame) || seconds === undefined || millionths === undefined)
    return null
  const turn = method === coordinateFrame ? -seconds : seconds
  return [...shift, ...[rx, ry, rz].map((each) => (each ?? 0) * turn), (scale ?? 0) * millionths]
}
