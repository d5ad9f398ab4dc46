import { wgs84 } from '../../core/crs/systems.ts'
import type { Attributes, AttributeValue, Shapes } from '../../core/geometry/shapes.ts'
import { note, type Note } from '../../core/note.ts'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { kindNames } from './asked-layer.ts'
import type { NamedBytes } from './imported.ts'
import { readGeometry } from './geojson-geometry.ts'
import { scanGeoJson, type Scanned } from './geojson-scan.ts'
import { geometrySink, type GeometrySink } from './geometry-sink.ts'
import { parseJsonText } from './json-text.ts'
import type { DeclaredCrs, RawLayer } from './raw-layer.ts'
import { shown } from './shown.ts'

type JsonObject = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a FeatureCollection, a Feature or a bare geometry; one layer for each kind of geometry. Each member of a
 * MultiPolygon is a polygon of its own. The old `crs` member is honoured through our registry; without one the file is
 * in WGS 84, as RFC 7946 says. One impossible position spoils the file.
 */
export function readGeoJson(name: string, { name: file, bytes }: NamedBytes): Outcome<RawLayer[]> {
  const quick = geometrySink(file)
  const scanned = scanGeoJson(bytes, quick)
  const read = scanned ? done({ ...scanned, sink: quick, notes: [] }) : readParsed(file, bytes)
  if (!read.ok) return read
  const { crs, features, sink } = read.value
  const dropped = new Set<string>()
  const attributes = features.map(({ properties, id }) => plainAttributes(properties, id, dropped))
  const layers = layersByKind(sink.shapes(), attributes, sink.kindOfFeature())
  const labels = layers.map(({ shapes }) => (layers.length > 1 ? `${name} (${kindNames[shapes.kind]})` : name))
  const notes: readonly Note[] = [
    ...read.value.notes,
    ...sink.notes(),
    ...[...dropped].map((field) => note('nested-values-dropped', { file, field })),
    ...(layers.length > 1 ? [note('kinds-split', { file, layers: labels.join(', ') })] : []),
  ]
  return done(
    layers.map(({ shapes, rows, numbers }, i) => ({
      file,
      name: labels[i]!,
      features: { shapes, attributes: rows },
      evenOdd: 'polygon',
      fieldTypes: {},
      declared: declaredBy(crs),
      encoding: 'utf-8',
      badPosition: 'refuse-file',
      featureNumbers: numbers,
      notes,
    })),
  )
}

type Read = Scanned & { readonly sink: GeometrySink; readonly notes: readonly Note[] }

/** The whole text through `JSON.parse`: for what a quick reading does not take, and to say what is wrong. */
function readParsed(file: string, bytes: Uint8Array): Outcome<Read> {
  const parsed = parseJsonText(file, bytes)
  if (!parsed.ok) return parsed
  const { value, notes } = parsed.value
  const found = featuresIn(value)
  if (!found) return refused(problem('json-not-geojson', { file, value: shown(isObject(value) ? value['type'] : value) }))
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
  return done({ crs: isObject(value) ? value['crs'] : undefined, features, sink, notes })
}

function featuresIn(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return null
  if (value['type'] === 'FeatureCollection') return Array.isArray(value['features']) ? value['features'] : null
  const isFeature = value['type'] === 'Feature' && 'geometry' in value
  const isCollection = value['type'] === 'GeometryCollection' && Array.isArray(value['geometries'])
  const isGeometry = isCollection || Array.isArray(value['coordinates'])
  return isFeature || isGeometry ? [value] : null
}

/** `crs: {type: 'name', properties: {name}}` of GeoJSON 2008; anything else there is shown and asked about. */
function declaredBy(crs: unknown): DeclaredCrs {
  if (crs === undefined || crs === null) return { kind: 'system', system: wgs84 }
  const named = isObject(crs) && isObject(crs['properties']) ? crs['properties']['name'] : undefined
  return { kind: 'code', text: typeof named === 'string' ? named.slice(0, 200) : shown(crs) }
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

type KindLayer = { readonly shapes: Shapes; readonly rows: readonly Attributes[]; readonly numbers: Uint32Array }

/** A layer for each kind that occurs; features without geometry go with the first. */
function layersByKind(
  byKind: readonly Shapes[],
  attributes: readonly Attributes[],
  kindOfFeature: readonly (Shapes['kind'] | null)[],
): readonly KindLayer[] {
  const used = byKind.filter(({ polygonFeature }) => polygonFeature.length > 0)
  const all = Uint32Array.from(attributes, (_, i) => i + 1)
  if (used.length <= 1) return [{ shapes: used[0] ?? byKind[0]!, rows: attributes, numbers: all }]
  return used.map((shapes, i) => {
    const numbers: number[] = []
    const renumbered = new Int32Array(attributes.length).fill(-1)
    const has = new Set(shapes.polygonFeature)
    for (const [feature, kind] of kindOfFeature.entries()) {
      if (!has.has(feature) && !(i === 0 && kind === null)) continue
      renumbered[feature] = numbers.length
      numbers.push(feature + 1)
    }
    const polygonFeature = shapes.polygonFeature.map((feature) => renumbered[feature]!)
    const rows = numbers.map((n) => attributes[n - 1]!)
    return { shapes: { ...shapes, polygonFeature }, rows, numbers: Uint32Array.from(numbers) }
  })
}
