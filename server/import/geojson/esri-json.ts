import type { DeclaredCrs, RawLayer } from '../record/raw-layer.ts'
import { withoutCurves } from './esri-curves.ts'
import { isObject, type JsonObject } from './json-object.ts'

/** The features of ArcGIS as a collection of GeoJSON. All rings of a polygon are one: their turning does not count. */
export type EsriFeatures = {
  readonly value: JsonObject
  readonly declared: DeclaredCrs
  readonly fieldTypes: RawLayer['fieldTypes']
  readonly isCurved: boolean
}

/** `null` where the JSON is of no features, nor a geometry, of ArcGIS. */
export function esriFeatures(value: unknown): EsriFeatures | null {
  if (!isObject(value)) return null
  const members = isGeometry(value) ? [{ geometry: value }] : value['features']
  if (!Array.isArray(members) || !(isEsriType(value['geometryType']) || members.some(isEsriFeature))) return null
  const fields = Array.isArray(value['fields']) ? value['fields'].filter(isObject) : []
  const days = new Set(fields.filter(({ type }) => type === 'esriFieldTypeDate').map(({ name }) => name))
  const systems = new Set<string>()
  if (value['spatialReference'] !== undefined) systems.add(JSON.stringify(value['spatialReference']))
  let isCurved = false
  const features = members.map((member: unknown) => {
    if (!isObject(member)) return member
    const { attributes, geometry } = member
    if (isObject(geometry) && isObject(geometry['spatialReference']))
      systems.add(JSON.stringify(geometry['spatialReference']))
    isCurved ||= isObject(geometry) && (Array.isArray(geometry['curveRings']) || Array.isArray(geometry['curvePaths']))
    return { type: 'Feature', properties: properties(attributes, days), geometry: geometryOf(geometry) }
  })
  return {
    value: { type: 'FeatureCollection', features },
    declared: declaredBy([...systems].map((text) => JSON.parse(text) as unknown)),
    fieldTypes: Object.fromEntries(fields.map(({ name, type }) => [String(name), typeOf(String(type))])),
    isCurved,
  }
}

const isEsriType = (type: unknown): boolean => typeof type === 'string' && type.startsWith('esriGeometry')
const isGeometry = (value: JsonObject): boolean =>
  ['rings', 'paths', 'curveRings', 'curvePaths'].some((name) => Array.isArray(value[name]))
const isEsriFeature = (member: unknown): boolean =>
  isObject(member) &&
  (isObject(member['attributes']) || (isObject(member['geometry']) && isGeometry(member['geometry'])))

function geometryOf(geometry: unknown): unknown {
  if (!isObject(geometry)) return geometry ?? null
  const { x, y, points, paths, curvePaths, rings, curveRings, xmin, ymin, xmax, ymax } = geometry
  const [area, line] = [curveRings ?? rings, curvePaths ?? paths]
  if (area !== undefined) return { type: 'Polygon', coordinates: pathsOf(area) }
  if (line !== undefined) return { type: 'MultiLineString', coordinates: pathsOf(line) }
  if (points !== undefined) return { type: 'MultiPoint', coordinates: points }
  if (xmin !== undefined) {
    const box = [
      [xmin, ymin],
      [xmin, ymax],
      [xmax, ymax],
      [xmax, ymin],
      [xmin, ymin],
    ]
    return { type: 'Polygon', coordinates: [box] }
  }
  // ArcGIS writes a point without a place as "NaN", or without numbers.
  return typeof x === 'number' ? { type: 'Point', coordinates: [x, y] } : null
}

const pathsOf = (paths: unknown): unknown =>
  Array.isArray(paths)
    ? paths.map((path: unknown) => (Array.isArray(path) ? withoutCurves(path as unknown[]) : path))
    : paths

/** Moments stand as thousandths of seconds since 1970. */
function properties(attributes: unknown, days: ReadonlySet<unknown>): unknown {
  if (!isObject(attributes) || days.size === 0) return attributes ?? null
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, days.has(name) ? momentOf(value) : value]),
  )
}

function momentOf(value: unknown): unknown {
  if (typeof value !== 'number' || !(Math.abs(value) <= 8.64e15)) return value
  return new Date(value).toISOString().replace(/T00:00:00\.000Z$/, '')
}

function typeOf(type: string): 'text' | 'number' | 'date' {
  if (/^esriFieldType(?:OID|SmallInteger|Integer|BigInteger|Single|Double)$/.test(type)) return 'number'
  return /^esriFieldTypeDate(?:Only)?$/.test(type) ? 'date' : 'text'
}

/** The Web Mercator of ArcGIS before it had a code of the EPSG. */
const oldMercator: ReadonlySet<unknown> = new Set([102100, 102113, 3785])
/** From here on codes are those of Esri, not of the EPSG. */
const firstOfEsri = 37_000

function declaredBy(systems: readonly unknown[]): DeclaredCrs {
  const [only, ...others] = systems
  if (!isObject(only)) return { kind: 'none' }
  if (others.length > 0) return { kind: 'code', text: JSON.stringify(systems).slice(0, 200) }
  const { latestWkid, wkid, wkt, wkt2 } = only
  const code = latestWkid ?? wkid
  if (oldMercator.has(code)) return { kind: 'code', text: 'EPSG:3857' }
  if (typeof code === 'number') return { kind: 'code', text: `${code < firstOfEsri ? 'EPSG' : 'ESRI'}:${code}` }
  const text = wkt ?? wkt2
  return typeof text === 'string' ? { kind: 'prj', text } : { kind: 'none' }
}
