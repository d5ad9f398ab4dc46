import { wgs84 } from '../../../core/crs/systems.ts'
import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'
import { damagedText } from '../text/damaged-text.ts'
import { isMarkedNumber } from './json-numbers.ts'
import { isObject } from './json-object.ts'
import { readGeometry } from './geojson-geometry.ts'
import { scanGeoJson, type Scanned } from './geojson-scan.ts'
import { geometrySink, type GeometrySink } from '../record/geometry-sink.ts'
import { parseJsonText, type ParsedJson } from './json-text.ts'
import { layersOfKinds } from '../record/layers-of-kinds.ts'
import type { DeclaredCrs, RawLayer } from '../record/raw-layer.ts'
import { shown } from '../record/shown.ts'

/**
 * Reads a FeatureCollection, a Feature or a bare geometry; one layer for each kind of geometry. Each member of a
 * MultiPolygon is a polygon of its own. The old `crs` member is honoured through our registry; without one the file is
 * in WGS 84, as RFC 7946 says. One impossible position spoils the file.
 */
export function readGeoJson(
  name: string,
  { name: file, bytes }: NamedBytes,
  requestedEncoding?: string,
): Outcome<RawLayer[]> {
  const quick = geometrySink(file)
  const scanned = requestedEncoding === undefined ? scanGeoJson(bytes, quick) : null
  const read = scanned
    ? done({ ...scanned, sink: quick, encoding: 'utf-8', isDamaged: false, notes: [] })
    : readParsed(file, bytes, requestedEncoding)
  return read.ok ? done(layersOf(name, file, read.value)) : read
}

/** The layers of GeoJSON that has been parsed, or made of another form of JSON. */
export function layersOfJson(name: string, file: string, parsed: ParsedJson): Outcome<RawLayer[]> {
  const read = readValue(file, parsed)
  return read.ok ? done(layersOf(name, file, read.value)) : read
}

function layersOf(name: string, file: string, read: Read): RawLayer[] {
  const { crs, features, sink, encoding, isDamaged } = read
  const dropped = new Set<string>()
  const damage = damagedText(file, encoding)
  const unwritten = new Map<string, number>()
  const plain = features.map(({ properties, id }) => plainAttributes(properties, id, dropped))
  const attributes = (isDamaged ? damage.rows(plain) : plain).map((row) => withoutMarks(row, unwritten))
  const notes = [
    ...read.notes,
    ...damage.notes(),
    ...[...unwritten].map(([field, count]) => note('numbers-not-finite', { file, field, count })),
    ...[...dropped].map((field) => note('nested-values-dropped', { file, field })),
  ]
  const said = {
    fieldTypes: {},
    declared: declaredBy(crs),
    encoding,
    badPosition: 'refuse-file',
    notes,
  } as const
  return layersOfKinds(name, file, sink, attributes, said)
}

const isNoNumber = (value: AttributeValue): boolean =>
  typeof value === 'number' ? !Number.isFinite(value) : isMarkedNumber(value)

/** What JSON cannot write, or a double not hold (1e400), is no value. */
function withoutMarks(row: Attributes, found: Map<string, number>): Attributes {
  if (!Object.values(row).some(isNoNumber)) return row
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (!isNoNumber(value)) return [field, value]
      found.set(field, (found.get(field) ?? 0) + 1)
      return [field, null]
    }),
  )
}

type Read = Scanned & {
  readonly sink: GeometrySink
  readonly encoding: string
  readonly isDamaged: boolean
  readonly notes: readonly Note[]
}

/** The whole text through `JSON.parse`: for what a quick reading does not take, and to say what is wrong. */
function readParsed(file: string, bytes: Uint8Array, requested: string | undefined): Outcome<Read> {
  const parsed = parseJsonText(file, bytes, requested)
  return parsed.ok ? readValue(file, parsed.value) : parsed
}

function readValue(file: string, { value, encoding, isDamaged, notes }: ParsedJson): Outcome<Read> {
  const found = featuresIn(value)
  if (!found)
    return refused(problem('json-not-geojson', { file, value: shown(isObject(value) ? value['type'] : value) }))
  const sink = geometrySink(file)
  const features: { properties: unknown; id: unknown }[] = []
  for (const [index, feature] of found.entries()) {
    if (!isObject(feature)) {
      return refused(problem('geometry-type-unknown', { file, feature: index + 1, value: shown(feature) }))
    }
    const bare = feature['type'] !== 'Feature'
    const fault = readGeometry(file, bare ? feature : feature['geometry'], index, sink)
    if (fault) return refused(fault)
    sink.endFeature()
    features.push(bare ? { properties: null, id: undefined } : { properties: feature['properties'], id: feature['id'] })
  }
  return done({ crs: isObject(value) ? value['crs'] : undefined, features, sink, encoding, isDamaged, notes })
}

function featuresIn(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return null
  if (value['type'] === 'FeatureCollection') return Array.isArray(value['features']) ? value['features'] : null
  const isFeature = value['type'] === 'Feature' && 'geometry' in value
  const isCollection = value['type'] === 'GeometryCollection' && Array.isArray(value['geometries'])
  const isGeometry = isCollection || Array.isArray(value['coordinates'])
  return isFeature || isGeometry ? [value] : null
}

/**
 * The system that a `crs` member names, in the forms of GeoJSON before 2016: `{type: 'name', properties: {name}}`,
 * `{type: 'EPSG', properties: {code}}`, a link to a register, a bare code. Anything else is shown and asked about.
 */
function declaredBy(crs: unknown): DeclaredCrs {
  if (crs === undefined || crs === null) return { kind: 'system', system: wgs84 }
  if (typeof crs === 'string') return { kind: 'code', text: crs.slice(0, 200) }
  const properties = isObject(crs) && isObject(crs['properties']) ? crs['properties'] : {}
  const { name, code, href, url, urn } = properties
  const isNumber = typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code))
  if (isNumber) return { kind: 'code', text: `EPSG:${code}` }
  const reported = [name, code, urn, href, url].find((each) => typeof each === 'string')
  if (reported === undefined)
    return { kind: 'code', text: isDeeper(crs, 5) ? shown(crs) : JSON.stringify(crs).slice(0, 200) }
  const linked = /\b(epsg|esri)(?::|\/(?:[\d.]+\/)?)(\d+)\b/i.exec(reported)
  return { kind: 'code', text: linked && /:\/\//.test(reported) ? `${linked[1]}:${linked[2]}` : reported.slice(0, 200) }
}

/** The properties and, where it has one, the `id` of a feature. Lists and objects are kept as their JSON text. */
function plainAttributes(given: unknown, id: unknown, dropped: Set<string>): Attributes {
  const properties = isObject(given) ? given : {}
  const withId = (typeof id === 'string' || typeof id === 'number') && !Object.hasOwn(properties, 'id')
  const isPlain = Object.values(properties).every((value) => typeof value !== 'object' || value === null)
  if (isPlain && !withId) return properties as Attributes
  const entries = Object.entries(properties).map(([name, value]) => [name, plainValue(name, value, dropped)] as const)
  return Object.fromEntries(withId ? [['id', id] as const, ...entries] : entries)
}

function plainValue(name: string, value: unknown, dropped: Set<string>): AttributeValue {
  if (typeof value !== 'object' || value === null) return value as AttributeValue
  if (isDeeper(value, 20)) {
    dropped.add(name)
    return null
  }
  return JSON.stringify(value)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
